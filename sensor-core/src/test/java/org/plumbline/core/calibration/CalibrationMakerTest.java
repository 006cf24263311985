package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

/** A second of standing, and what was done after it. */
class CalibrationMakerTest {
    private static final long BOWS_FROM = 1_000_000;
    private static final long NOT_MARKED = CalibrationPlan.UNKNOWN;
    private static final String NO_BOWS = "No slow bows were found";

    private final double[] upperSeat = Ticks.turn(2, 1, 0.3);
    private Ticks ticks = new Ticks(Ticks.ASKEW, upperSeat);
    private final List<OrientationTick> done = new ArrayList<>();

    private void bowThreeTimes(double lowerDeg, double upperDeg) {
        for (int i = 0; i < 3; i++) {
            done.addAll(ticks.bow(1.5, lowerDeg, upperDeg));
        }
    }

    private Calibration make(long bendFrom, long bendTo, List<SensorPlacement> placements) {
        TickBuffer buffer = new TickBuffer(6000, placements.size());
        done.forEach(buffer::add);
        List<OrientationTick> standing = done.subList(0, 100);
        return new CalibrationMaker(buffer, placements, Ticks.pose(standing), CalibrationPart.GOOD)
                .make(bendFrom, bendTo, 77, new ArrayList<>(List.of("said before")));
    }

    private Calibration make(long bendFrom) {
        return make(bendFrom, Long.MAX_VALUE, List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX));
    }

    private void standTwo() {
        done.addAll(ticks.stand(1, 0, 0));
    }

    private static void expectPart(CalibrationGrade grade, String reason, CalibrationPart part) {
        assertEquals(grade, part.grade());
        assertNotNull(part.reason());
        assertTrue(part.reason().startsWith(reason), part.reason());
    }

    private static void expectMessages(Calibration made, String... beginnings) {
        assertEquals(beginnings.length, made.messages().size(), made.messages().toString());
        for (int i = 0; i < beginnings.length; i++) {
            assertTrue(
                    made.messages().get(i).startsWith(beginnings[i]),
                    made.messages().get(i));
        }
    }

    private static void expectSeat(double[] toBody, SensorToSegment sensor) {
        double[] expected = new double[4];
        new SensorToSegment(Ticks.inSensor(toBody, 0, 0, 1), Ticks.inSensor(toBody, 0, 1, 0), 1).copyTo(expected);
        double[] rotation = new double[4];
        sensor.copyTo(rotation);
        assertArrayEquals(expected, rotation, 1e-6);
    }

    @Test
    void threeSlowBowsMakeAGoodOne() {
        ticks.heading(0, 15).heading(1, 45);
        standTwo();
        bowThreeTimes(40, 95);
        Calibration made = make(BOWS_FROM);
        assertEquals(CalibrationPart.GOOD, made.report().neutral());
        assertEquals(CalibrationPart.GOOD, made.report().axis());
        assertEquals(CalibrationPart.GOOD, made.report().maximum());
        assertEquals(55, made.maxFlexionDeg(), 1e-6);
        expectSeat(Ticks.ASKEW, made.sensors().get(0));
        expectSeat(upperSeat, made.sensors().get(1));
        assertEquals(1, made.sensors().get(1).axisShare(), 1e-6);
        assertEquals(Math.toRadians(30), made.headingOffsetRad(), 1e-9);
        assertEquals(77, made.setStartMicros());
        assertEquals(990_000, made.report().madeMicros(), "the end of the pause");
        assertFalse(made.report().swapped());
        expectMessages(made, "said before");
    }

    @ParameterizedTest
    @CsvSource({"27.9, GOOD", "30.3, FAIR", "55.4, FAIR", "57.8, POOR"})
    void theAxisIsAsGoodAsTheBowsAreStraight(double asideDeg, CalibrationGrade grade) {
        standTwo();
        bowThreeTimes(40, 95);
        done.addAll(ticks.leanAside(1.5, asideDeg));
        Calibration made = make(BOWS_FROM);
        assertEquals(grade, made.axis());
        assertEquals(4800 / (4800 + asideDeg * asideDeg), made.sensors().get(0).axisShare(), 2e-3);
        assertEquals(55, made.maxFlexionDeg(), 1e-6);
        if (grade == CalibrationGrade.FAIR) {
            expectPart(
                    grade, "The bows went a little to the side.", made.report().axis());
        } else if (grade == CalibrationGrade.POOR) {
            expectPart(
                    grade, "The bows went in several directions", made.report().axis());
            expectMessages(made, "said before", "The bows went in several directions");
        }
    }

    @Test
    void whatWasDoneOutsideTheBowsDoesNotCountForThem() {
        standTwo();
        done.addAll(ticks.leanAside(1.5, 60));
        bowThreeTimes(40, 95);
        done.addAll(ticks.leanAside(1.5, 60));
        done.addAll(ticks.bow(1.5, 20, 90));
        Calibration made = make(4_000_000, 12_990_000, List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX));
        assertEquals(1, made.sensors().get(0).axisShare(), 1e-9);
        assertEquals(55, made.maxFlexionDeg(), 1e-6);
        assertEquals(CalibrationPart.GOOD, made.report().maximum());
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void withoutBowsTheAxisIsThatOfTheMovement(boolean markedWhereNobodyMoved) {
        standTwo();
        bowThreeTimes(40, 95);
        Calibration made = make(
                markedWhereNobodyMoved ? 0 : NOT_MARKED,
                markedWhereNobodyMoved ? 900_000 : NOT_MARKED,
                List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX));
        expectPart(
                CalibrationGrade.FAIR,
                NO_BOWS + ": the bending axis",
                made.report().axis());
        expectPart(
                CalibrationGrade.NONE,
                NO_BOWS + ", so the largest",
                made.report().maximum());
        assertTrue(Double.isNaN(made.maxFlexionDeg()));
        expectSeat(upperSeat, made.sensors().get(1));
        expectMessages(made, "said before", NO_BOWS + ": the bending axis");
    }

    @Test
    void movementInSeveralDirectionsMakesAPoorAxis() {
        standTwo();
        done.addAll(ticks.bow(1.5, 40, 40));
        done.addAll(ticks.leanAside(1.5, 39));
        Calibration made = make(NOT_MARKED);
        expectPart(
                CalibrationGrade.POOR,
                "The movement went in several directions",
                made.report().axis());
        expectMessages(made, "said before", NO_BOWS, "The movement went in several directions");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 90", "29, 0"})
    void withoutMovementOfBothSensorsThereIsNoAxis(double lowerDeg, double upperDeg) {
        standTwo();
        bowThreeTimes(lowerDeg, upperDeg);
        Calibration made = make(BOWS_FROM);
        expectPart(CalibrationGrade.NONE, "No bending was seen", made.report().axis());
        expectPart(CalibrationGrade.NONE, NO_BOWS, made.report().maximum());
        assertEquals(lowerDeg > 0 ? 1 : 0, made.sensors().get(0).axisShare(), 1e-9);
        assertEquals(upperDeg > 0 ? 1 : 0, made.sensors().get(1).axisShare(), 1e-9);
        expectMessages(made, "said before", "No bending was seen");
    }

    @ParameterizedTest
    @CsvSource({"13.5, 1", "12, 0", "0, 0"})
    void turningOnTheSpotShowsNoAxis(double fromVerticalDeg, double share) {
        ticks = new Ticks(Ticks.ASKEW);
        done.addAll(ticks.stand(1, 0));
        double slant = Math.toRadians(fromVerticalDeg);
        for (int i = 1; i <= 100; i++) {
            done.add(ticks.nextOf(Ticks.turn(0, 0.02 * i * Math.sin(slant), 0.02 * i * Math.cos(slant))));
        }
        Calibration made = make(BOWS_FROM, Long.MAX_VALUE, List.of(SensorPlacement.THORAX));
        assertEquals(share, made.sensors().get(0).axisShare(), 1e-6);
        assertEquals(share > 0 ? CalibrationGrade.GOOD : CalibrationGrade.POOR, made.axis());
    }

    @Test
    void theAxisNobodyKnowsIsAnyThatIsLevel() {
        double quarter = Math.PI / 2;
        for (double[] seat : List.of(
                Ticks.STRAIGHT,
                Ticks.turn(0, quarter, 0),
                Ticks.turn(0, -quarter, 0),
                Ticks.turn(quarter, 0, 0),
                Ticks.turn(-quarter, 0, 0))) {
            Ticks still = new Ticks(seat);
            done.clear();
            done.addAll(still.stand(1, 0));
            SensorToSegment sensor = make(NOT_MARKED, NOT_MARKED, List.of(SensorPlacement.THORAX))
                    .sensors()
                    .get(0);
            double[] up = new double[3];
            sensor.upAtNeutral(up);
            assertArrayEquals(Ticks.inSensor(seat, 0, 0, 1), up, 1e-9);
            assertEquals(0, sensor.axisShare());
        }
    }

    @Test
    void ticksWithoutASensorShowNothing() {
        standTwo();
        bowThreeTimes(40, 95);
        for (OrientationTick tick : ticks.bow(1.5, 89, 10)) {
            done.add(Ticks.without(1, tick));
        }
        for (OrientationTick tick : ticks.leanAside(1.5, 60)) {
            done.add(Ticks.without(0, Ticks.without(1, tick)));
        }
        ticks.heading(0, 60).heading(1, 60);
        done.addAll(ticks.bow(1.5, 40, 95));
        Calibration made = make(BOWS_FROM);
        assertEquals(CalibrationGrade.GOOD, made.axis(), "nor does how it turned meanwhile");
        assertEquals(CalibrationPart.GOOD, made.report().maximum());
    }

    @Test
    void oneSensorDoesNotSeeFlexion() {
        ticks = new Ticks(Ticks.ASKEW);
        done.addAll(ticks.stand(1, 0));
        done.addAll(ticks.bow(1.5, 90));
        Calibration made = make(BOWS_FROM, Long.MAX_VALUE, List.of(SensorPlacement.THORAX));
        assertEquals(CalibrationPart.GOOD, made.report().axis());
        expectPart(
                CalibrationGrade.NONE,
                "One sensor does not see lumbar flexion.",
                made.report().maximum());
        assertTrue(Double.isNaN(made.maxFlexionDeg()));
        assertEquals(0, made.headingOffsetRad());
        expectSeat(Ticks.ASKEW, made.sensors().get(0));
        expectMessages(made, "said before");
    }
}

package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

/** What is said of bows that were not as they are asked for. */
class BowsOfCalibrationMakerTest {
    private final Ticks ticks = Ticks.ofTwo();
    private final List<OrientationTick> done = new ArrayList<>(ticks.stand(1, 0, 0));

    private Calibration make(boolean bowed) {
        return make(bowed ? 1_000_000 : CalibrationPlan.UNKNOWN, Long.MAX_VALUE);
    }

    private Calibration make(long bendFrom, long bendTo) {
        TickBuffer buffer = new TickBuffer(6000, 2);
        done.forEach(buffer::add);
        List<SensorPlacement> trunk = List.of(SensorPlacement.LUMBAR, SensorPlacement.UPPER_THORAX);
        return new CalibrationMaker(buffer, trunk, Ticks.pose(done.subList(0, 100)), CalibrationPart.GOOD)
                .make(bendFrom, bendTo, 0, new ArrayList<>(List.of("said before")));
    }

    private static void expectPart(CalibrationGrade grade, String reason, CalibrationPart part) {
        assertEquals(grade, part.grade());
        assertNotNull(part.reason());
        assertTrue(part.reason().startsWith(reason), part.reason());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sensorsOfWhichTheLowerLeansFurtherAreSwapped(boolean bowed) {
        done.addAll(ticks.bow(1.5, 95, 40));
        done.addAll(ticks.bow(1.5, 95, 40));
        Calibration made = make(bowed);
        String swapped = "The two sensors look swapped: the one called lumbar leans further than the one called"
                + " upper_thorax in every bow.";
        assertTrue(made.report().swapped());
        assertTrue(Double.isNaN(made.maxFlexionDeg()));
        expectPart(CalibrationGrade.POOR, swapped, made.report().neutral());
        expectPart(CalibrationGrade.NONE, swapped, made.report().axis());
        expectPart(CalibrationGrade.NONE, swapped, made.report().maximum());
        assertTrue(made.messages().get(0).startsWith(swapped), "before all else");
        assertEquals("said before", made.messages().get(1));
        assertEquals(bowed ? 2 : 3, made.messages().size());
        assertEquals(CalibrationGrade.NONE, made.grade());
    }

    @Test
    void bowsThatDifferMakeThePersonsMaximumUncertain() {
        done.addAll(ticks.bow(1.5, 40, 95));
        done.addAll(ticks.bow(1.5, 40, 86));
        Calibration made = make(true);
        expectPart(
                CalibrationGrade.POOR,
                "The bows differ by more than 8°",
                made.report().maximum());
        assertEquals(List.of("said before", made.report().maximum().reason()), made.messages());
        assertEquals(50.5, made.maxFlexionDeg(), 1e-6);
    }

    @Test
    void oneBowIsFairAndNothingIsSaidOfIt() {
        done.addAll(ticks.bow(1.5, 40, 95));
        Calibration made = make(true);
        expectPart(
                CalibrationGrade.FAIR,
                "The largest flexion is that of one bow only",
                made.report().maximum());
        assertEquals(List.of("said before"), made.messages());
        assertEquals(55, made.maxFlexionDeg(), 1e-6);
    }

    @Test
    void aBowThatWasNotOverCountsAsItIs() {
        done.addAll(ticks.bow(1.5, 40, 95).subList(0, 150));
        assertEquals(55, make(true).maxFlexionDeg(), 1e-6);
    }

    @Test
    void shallowBowsDoNotShowThePersonsMaximum() {
        done.addAll(ticks.bow(1.5, 40, 69));
        Calibration made = make(true);
        expectPart(CalibrationGrade.NONE, "The bows were shallow", made.report().maximum());
        assertEquals(List.of("said before", made.report().maximum().reason()), made.messages());
        assertTrue(Double.isNaN(made.maxFlexionDeg()));
        assertEquals(CalibrationPart.GOOD, made.report().axis());
    }

    @Test
    void theFirstTickOfTheBowsAndTheLastAreTheirs() {
        done.addAll(ticks.bow(1.5, 40, 95));
        long deepest = 2_490_000;
        assertEquals(55, make(1_000_000, deepest).maxFlexionDeg(), 1e-6);
        assertEquals(55 * 149 / 150.0, make(1_000_000, deepest - 1).maxFlexionDeg(), 1e-6);
        assertEquals(55, make(deepest, 4_000_000).maxFlexionDeg(), 1e-6);
        assertEquals(55 * 149 / 150.0, make(deepest + 1, 4_000_000).maxFlexionDeg(), 1e-6);
    }
}

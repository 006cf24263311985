package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.Samples;
import org.plumbline.core.testing.SimulatedSet;
import org.plumbline.core.testing.ValidationData;

class SensorPlausibilityTest {
    private static final double RATE_HZ = 104;

    /** Bows and twelve squats, at the pelvis, mounted in any way. */
    private static List<ImuSample> squats(long seed) {
        List<ImuSample> samples = new ArrayList<>();
        double[] turn = RandomRotations.quaternion(new Random(seed));
        for (ImuSample sample : new SimulatedSet(SimulationScript.clean("squat", 12, seed)).alone(0)) {
            samples.add(Samples.mountedTurned(sample, turn));
        }
        return samples;
    }

    private static List<Implausibility> check(
            List<ImuSample> samples, double nominalRateHz, Consumer<ImuSample> fault) {
        SensorPlausibility plausibility = new SensorPlausibility(nominalRateHz);
        List<Implausibility> found = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample faulty = sample.copy();
            fault.accept(faulty);
            Implausibility news = plausibility.accept(faulty);
            if (news != null) {
                found.add(news);
            }
        }
        assertEquals(!found.isEmpty(), plausibility.isImplausible());
        return found;
    }

    private static List<Implausibility> check(long seed, Consumer<ImuSample> fault) {
        return check(squats(seed), RATE_HZ, fault);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSoundSensorIsLeftInPeaceHoweverItIsMounted(long seed) {
        assertEquals(List.of(), check(seed, sample -> {}));
    }

    @Test
    void aCheapSensorIsNoFaultySensor() {
        SensorConditions cheap = SensorConditions.realistic()
                .withGyroBias(1.5, 0.01)
                .withGyroScale(0.03)
                .withAccelerometerBias(0.1)
                .withSkinTilt(1)
                .withLostShare(0.05);
        for (String exercise : List.of("deadlift", "squat")) {
            SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 10, 7), cheap);
            for (int sensor = 0; sensor < 2; sensor++) {
                assertEquals(List.of(), check(set.alone(sensor), RATE_HZ, sample -> {}));
            }
        }
    }

    @Test
    void aSessionWithWalkingAndPlatesHasNoFault() {
        SimulatedSession session = new SimulatedSession(SessionScript.realistic("deadlift", 8, 3));
        SensorPlausibility[] checks = {new SensorPlausibility(RATE_HZ), new SensorPlausibility(RATE_HZ)};
        ImuSample sample = new ImuSample();
        while (session.wearable().next(sample)) {
            assertEquals(null, checks[sample.sensorIndex].accept(sample));
        }
    }

    @Test
    void noTrunkSensorOfARealRecordingIsSaidToBeImplausible() throws IOException {
        int sensors = 0;
        for (Map<String, String> row : ValidationData.index()) {
            if (!row.get("sensors").matches(".*(pelvis|lumbar|thorax).*")) {
                continue;
            }
            try (RecordingReader reader =
                    RecordingReader.open(ValidationData.folder().resolve(row.get("file")))) {
                List<SensorPlausibility> checks = new ArrayList<>();
                for (SensorDescription sensor : reader.header().sensors()) {
                    checks.add(new SensorPlausibility(sensor.nominalRateHz()));
                }
                ImuSample sample = new ImuSample();
                while (reader.next(sample)) {
                    assertEquals(null, checks.get(sample.sensorIndex).accept(sample), row.get("file"));
                }
                sensors += checks.size();
            }
        }
        assertTrue(sensors > 150, "only " + sensors + " sensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mirroredAxesAreFound(long seed) {
        assertEquals(List.of(Implausibility.MIRRORED), check(seed, sample -> {
            sample.accY = -sample.accY;
            sample.gyrY = -sample.gyrY;
        }));
    }

    @Test
    void aGyroscopeOfTheWrongSignIsFound() {
        assertEquals(List.of(Implausibility.MIRRORED), check(1, sample -> scaleGyroscope(sample, -1)));
    }

    @Test
    void interchangedAxesAreFoundInMostMountings() {
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            List<Implausibility> said = check(seed, sample -> {
                double x = sample.gyrX;
                sample.gyrX = sample.gyrY;
                sample.gyrY = sample.gyrZ;
                sample.gyrZ = x;
            });
            found += said.contains(Implausibility.PERMUTED) || said.contains(Implausibility.MIRRORED) ? 1 : 0;
        }
        assertTrue(found >= 5, "found in " + found + " of 10");
    }

    @Test
    void anAccelerometerOfTheWrongSignCannotBeKnown() {
        assertEquals(List.of(), check(1, sample -> scaleForce(sample, -1)), "point-mirrored, the world is the same");
    }

    @Test
    void degreesTakenForRadiansAreFound() {
        assertTrue(check(1, sample -> scaleGyroscope(sample, Math.toDegrees(1)))
                .contains(Implausibility.DEGREES_AS_RADIANS));
    }

    @Test
    void radiansTakenForDegreesAreFound() {
        assertEquals(
                List.of(Implausibility.RADIANS_AS_DEGREES),
                check(1, sample -> scaleGyroscope(sample, Math.toRadians(1))));
    }

    @Test
    void accelerationInGIsFound() {
        assertEquals(List.of(Implausibility.FORCE_IN_G), check(1, sample -> scaleForce(sample, 1 / 9.81)));
    }

    @ParameterizedTest
    @CsvSource({"0.9", "1.1"})
    void gravityOfTheWrongSizeIsFound(double scale) {
        assertEquals(List.of(Implausibility.REST_FORCE), check(1, sample -> scaleForce(sample, scale)));
    }

    @Test
    void aGyroscopeThatTurnsAtRestIsFound() {
        assertEquals(List.of(Implausibility.REST_RATE), check(1, sample -> {
            sample.gyrX += Math.toRadians(9);
            sample.gyrY += Math.toRadians(9);
            sample.gyrZ += Math.toRadians(9);
        }));
    }

    @Test
    void aBiasOfThreeDegreesASecondOnEveryAxisIsNoFault() {
        for (long seed = 1; seed <= 3; seed++) {
            assertEquals(List.of(), check(seed, sample -> {
                sample.gyrX += Math.toRadians(3);
                sample.gyrY += Math.toRadians(-3);
                sample.gyrZ += Math.toRadians(3);
            }));
        }
    }

    @Test
    void anAxisThatStandsStillWhileTheSensorMovesIsFound() {
        assertEquals(List.of(Implausibility.STUCK), check(1, sample -> sample.gyrY = 0.0123));
        assertTrue(check(1, sample -> sample.accX = 2).contains(Implausibility.STUCK));
    }

    @Test
    void anAxisThatStandsStillWithTheSensorIsNoFault() {
        ImuSample still = new ImuSample();
        still.accZ = 9.81;
        List<ImuSample> samples = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            still.timeMicros = i * 10_000L;
            samples.add(still.copy());
        }
        assertEquals(List.of(), check(samples, 100, sample -> {}));
    }

    @Test
    void aRangeThatIsTooSmallIsFoundWithoutTheDevicesFlags() {
        double end = Math.toRadians(125);
        assertTrue(check(1, sample -> {
                    scaleGyroscope(sample, 6);
                    sample.gyrX = Math.max(-end, Math.min(end, sample.gyrX));
                    sample.gyrY = Math.max(-end, Math.min(end, sample.gyrY));
                    sample.gyrZ = Math.max(-end, Math.min(end, sample.gyrZ));
                })
                .contains(Implausibility.SATURATED));
    }

    @ParameterizedTest
    @CsvSource({"104,false", "116,false", "94,false", "130,true", "85,true", "52,true", "208,true"})
    void aRateFarFromTheNominalOneIsFound(double nominalRateHz, boolean found) {
        assertEquals(found ? List.of(Implausibility.RATE) : List.of(), check(squats(1), nominalRateHz, sample -> {}));
    }

    @Test
    void lostSamplesAreNoWrongRate() {
        List<ImuSample> kept = new ArrayList<>();
        Random random = new Random(5);
        for (ImuSample sample : squats(1)) {
            if (random.nextDouble() > 0.2) {
                kept.add(sample);
            }
        }
        assertFalse(check(kept, RATE_HZ, sample -> {}).contains(Implausibility.RATE));
    }

    @Test
    void gravityAndGyroscopeOfASoundSensorAgree() {
        SensorPlausibility plausibility = new SensorPlausibility(RATE_HZ);
        assertTrue(Double.isNaN(plausibility.turnScale()));
        assertTrue(Double.isNaN(plausibility.turnCorrelation()));
        squats(1).forEach(plausibility::accept);
        assertEquals(1, plausibility.turnScale(), 0.15);
        assertEquals(1, plausibility.turnCorrelation(), 0.1);
    }

    @Test
    void whatAUnitOrASignMakesWrongWasWrongFromTheStart() {
        Set<Implausibility> later = EnumSet.noneOf(Implausibility.class);
        for (Implausibility one : Implausibility.values()) {
            if (!one.isFromTheStart()) {
                later.add(one);
            }
        }
        assertEquals(
                EnumSet.of(
                        Implausibility.REST_RATE, Implausibility.STUCK, Implausibility.SATURATED, Implausibility.RATE),
                later);
    }

    @Test
    void whatIsFoundIsSaidOnce() {
        assertEquals(
                List.of(Implausibility.SATURATED), check(1, sample -> sample.flags |= SampleFlag.ACCELERATION_CLIPPED));
    }

    @Test
    void everyMessageNamesTheSensorAndWhatFollows() {
        for (Implausibility one : Implausibility.values()) {
            String message = one.message(SensorPlacement.PELVIS);
            assertTrue(message.startsWith("The sensor pelvis "), message);
            assertTrue(message.contains("Its angles are not assessed."), message);
        }
    }

    private static void scaleGyroscope(ImuSample sample, double by) {
        sample.gyrX *= by;
        sample.gyrY *= by;
        sample.gyrZ *= by;
    }

    private static void scaleForce(ImuSample sample, double by) {
        sample.accX *= by;
        sample.accY *= by;
        sample.accZ *= by;
    }
}

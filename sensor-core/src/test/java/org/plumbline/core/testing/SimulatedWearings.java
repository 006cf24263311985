package org.plumbline.core.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.KnownPerson;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.SimulationScript;

/** Sets whose sensors sit as they did, otherwise, in each other's place, or slip: with a calibration of before and without. */
public final class SimulatedWearings {
    private static final int REPETITIONS = 3;
    private static final double[] LEVEL = {0, 1, 0};
    private static final double[] UPWARDS = {1, 0, 0};
    private static final Map<String, Wearing> ALL = all();
    private static final Map<SimulationScript, SimulatedSet> SIMULATED = new ConcurrentHashMap<>();
    private static final Map<String, StoredCalibration> STORED = new ConcurrentHashMap<>();

    private SimulatedWearings() {}

    /**
     * @param stored whether a calibration of before is known
     * @param change what is done to the samples
     */
    private record Wearing(
            String exercise,
            boolean bows,
            boolean stored,
            double olderS,
            UnaryOperator<List<ImuSample>> change,
            Marks marks) {
        Wearing(String exercise, boolean bows, boolean stored, double olderS, UnaryOperator<List<ImuSample>> change) {
            this(exercise, bows, stored, olderS, change, Marks.NONE);
        }
    }

    /** What somebody marked in a recording. */
    private enum Marks {
        NONE,
        ALL,
        NEUTRAL,
        SET
    }

    /** The names of the sets. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** All that is told of a set of that name, and found in it. */
    public static ToldLines told(String name) {
        Wearing wearing = ALL.get(name);
        SimulatedSet set = set(wearing.exercise, wearing.bows);
        @Nullable
        StoredCalibration stored = wearing.stored ? stored(wearing.exercise).olderBy(wearing.olderS) : null;
        ToldLines told = new ToldLines();
        told.found(
                analysed(wearing.exercise, wearing.change.apply(set.samples()), stored, plan(set, wearing.marks), told)
                        .result());
        return told;
    }

    private static Map<String, Wearing> all() {
        Map<String, Wearing> all = new LinkedHashMap<>();
        for (String exercise : List.of("deadlift", "squat")) {
            all.put(exercise + ", as before", new Wearing(exercise, false, true, 0, samples -> samples));
            all.put(exercise + ", as before, and bows", new Wearing(exercise, true, true, 0, samples -> samples));
            all.put(exercise + ", long before", new Wearing(exercise, false, true, 1190, samples -> samples));
            for (int sensor = 0; sensor < 2; sensor++) {
                int one = sensor;
                for (double angleDeg : new double[] {7, -8, 20, 178}) {
                    all.put(
                            exercise + ", sensor " + one + " turned by " + angleDeg,
                            new Wearing(exercise, true, true, 0, samples -> turned(samples, one, angleDeg)));
                }
                for (double angleDeg : new double[] {12, 30}) {
                    all.put(
                            exercise + ", sensor " + one + " slips by " + angleDeg,
                            new Wearing(
                                    exercise,
                                    true,
                                    false,
                                    0,
                                    samples -> SampleFaults.slipped(
                                            samples,
                                            one,
                                            middleS(samples),
                                            angleDeg > 20 ? UPWARDS : LEVEL,
                                            angleDeg)));
                }
                all.put(
                        exercise + ", sensor " + one + " comes late",
                        new Wearing(exercise, true, false, 0, samples -> SampleFaults.lateSensor(samples, one, 4)));
                all.put(
                        exercise + ", sensor " + one + " goes",
                        new Wearing(
                                exercise,
                                true,
                                false,
                                0,
                                samples -> samples.stream()
                                        .filter(sample -> sample.sensorIndex != one
                                                || sample.timeMicros * 1e-6 < middleS(samples))
                                        .toList()));
            }
            all.put(exercise + ", swapped", new Wearing(exercise, true, false, 0, SampleFaults::swapped));
            all.put(
                    exercise + ", swapped, with a calibration of before",
                    new Wearing(exercise, true, true, 0, SampleFaults::swapped));
            all.put(exercise + ", without bows", new Wearing(exercise, false, false, 0, samples -> samples));
            all.put(
                    exercise + ", begun amid a movement",
                    new Wearing(exercise, false, false, 0, SimulatedWearings::withoutStanding));
            all.put(
                    exercise + ", begun amid a movement, with a calibration of before",
                    new Wearing(exercise, false, true, 0, SimulatedWearings::withoutStanding));
            for (Marks marks : List.of(Marks.ALL, Marks.NEUTRAL, Marks.SET)) {
                all.put(
                        exercise + ", marked: " + marks,
                        new Wearing(exercise, true, false, 0, samples -> samples, marks));
                all.put(
                        exercise + ", slips by 30, marked: " + marks,
                        new Wearing(
                                exercise,
                                true,
                                false,
                                0,
                                samples -> SampleFaults.slipped(samples, 0, middleS(samples), UPWARDS, 30),
                                marks));
            }
            all.put(
                    exercise + ", mounted in any way",
                    new Wearing(
                            exercise,
                            true,
                            false,
                            0,
                            samples -> SampleFaults.turned(
                                    samples,
                                    RandomRotations.quaternion(new Random(41)),
                                    RandomRotations.quaternion(new Random(42)))));
        }
        return Collections.unmodifiableMap(all);
    }

    private static CalibrationPlan plan(SimulatedSet set, Marks marks) {
        long begin = Math.round(set.wearable().truth().repetitions().get(0).startS() * 1e6);
        boolean neutral = marks == Marks.ALL || marks == Marks.NEUTRAL;
        boolean lifted = marks == Marks.ALL || marks == Marks.SET;
        long unknown = CalibrationPlan.UNKNOWN;
        return new CalibrationPlan(
                neutral ? 500_000 : unknown,
                neutral ? 2_000_000 : unknown,
                marks == Marks.ALL ? 2_500_000 : unknown,
                marks == Marks.ALL ? begin - 1_000_000 : unknown,
                lifted ? begin - 500_000 : unknown,
                Long.MAX_VALUE);
    }

    private static List<ImuSample> turned(List<ImuSample> samples, int sensor, double angleDeg) {
        double[] as = {1, 0, 0, 0};
        double[] otherwise = SampleFaults.rotation(LEVEL, angleDeg);
        return SampleFaults.turned(samples, sensor == 0 ? otherwise : as, sensor == 1 ? otherwise : as);
    }

    private static double middleS(List<ImuSample> samples) {
        return samples.get(samples.size() / 2).timeMicros * 1e-6;
    }

    private static List<ImuSample> withoutStanding(List<ImuSample> samples) {
        double fromS =
                set("squat", false).wearable().truth().repetitions().get(0).startS() + 0.8;
        double toS = samples.get(samples.size() - 1).timeMicros * 1e-6 - 2.5;
        return samples.stream()
                .filter(sample -> sample.timeMicros * 1e-6 > fromS && sample.timeMicros * 1e-6 < toS)
                .toList();
    }

    private static SimulatedSet set(String exercise, boolean bows) {
        SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, 51);
        return SIMULATED.computeIfAbsent(bows ? script : script.withoutCalibration(), SimulatedSet::new);
    }

    private static StoredCalibration stored(String exercise) {
        return STORED.computeIfAbsent(exercise, SimulatedWearings::calibrationOf);
    }

    private static StoredCalibration calibrationOf(String exercise) {
        SimulatedSet set = set(exercise, true);
        StoredCalibration kept = analysed(exercise, set.samples(), null, CalibrationPlan.unmarked(), new ToldLines())
                .calibrationToKeep();
        if (kept == null) {
            throw new IllegalStateException("nothing worth keeping of " + exercise);
        }
        return kept;
    }

    private static FormMonitor analysed(
            String exercise,
            List<ImuSample> samples,
            @Nullable StoredCalibration stored,
            CalibrationPlan plan,
            ToldLines told) {
        FormMonitor monitor = new FormMonitor(
                new MonitorSetup(
                        null,
                        set(exercise, true).wearable().sensors(),
                        exercise,
                        plan,
                        new KnownPerson(null, null, null, Double.NaN, stored, RepetitionCorrections.NONE),
                        RecordingEnd.UNKNOWN),
                told);
        samples.forEach(monitor::accept);
        monitor.finish();
        return monitor;
    }
}

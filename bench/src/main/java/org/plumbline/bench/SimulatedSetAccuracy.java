package org.plumbline.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/**
 * Simulated sets, ten seeds each, through clocks, loss and the whole line: are the repetitions counted, is the faulty one
 * flagged, and is a clean one left alone?
 */
final class SimulatedSetAccuracy {
    private static final int SEEDS = 10;
    private static final int REPETITIONS = 8;

    /** Drift that F3 must call a caution, and drift that it must not, degrees. */
    private static final double DRIFT_CAUTION_DEG = 9;

    private static final double DRIFT_CLEAN_DEG = 6;

    private final PrintStream out;

    /** A kind of set: what goes wrong, and which flag must see it. */
    private record Kind(String name, Function<Integer, List<SimulatedFault>> faults, FlagName expected) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("clean", seed -> List.of(), FlagName.QUALITY),
            new Kind(
                    "rounding of 10° on one repetition",
                    seed -> List.of(new SimulatedFault.Rounding(faulty(seed), 10)),
                    FlagName.ROUNDING_UNDER_LOAD),
            new Kind(
                    "twist of 12° on one repetition",
                    seed -> List.of(new SimulatedFault.Twist(faulty(seed), 12)),
                    FlagName.TWIST_UNDER_LOAD),
            new Kind("drift of 2° a repetition", seed -> List.of(new SimulatedFault.Drift(2)), FlagName.FLEXION_DRIFT));

    /** What became of the sets of one kind. */
    private static final class Tally {
        int exact;
        int faultySets;
        int flaggedSets;
        int faulty;
        int flagged;
        int clean;
        int falseCautions;
        double squaredFlexion;
        double squaredBend;
        double squaredRotation;
        long poses;
    }

    SimulatedSetAccuracy(PrintStream out) {
        this.out = out;
    }

    void print() {
        out.println("## Simulated sets: " + SEEDS + " seeds of each, " + REPETITIONS + " repetitions\n");
        out.println(
                "| exercise | set | count exact | sets whose fault was flagged | faulty repetitions flagged (level 2 or more) "
                        + "| level-2 flags on clean repetitions | flexion RMSE | bend RMSE | rotation RMSE |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (String exercise : List.of(SimulationScript.DEADLIFT, SimulationScript.SQUAT)) {
            for (Kind kind : KINDS) {
                Tally tally = new Tally();
                for (int seed = 1; seed <= SEEDS; seed++) {
                    run(exercise, kind, seed, tally);
                }
                out.printf(
                        "| %s | %s | %d of %d | %s | %s | %d of %d | %.2f° | %.2f° | %.2f° |%n",
                        exercise,
                        kind.name(),
                        tally.exact,
                        SEEDS,
                        tally.faulty == 0 ? "–" : tally.flaggedSets + " of " + tally.faultySets,
                        tally.faulty == 0 ? "–" : tally.flagged + " of " + tally.faulty,
                        tally.falseCautions,
                        tally.clean,
                        Math.sqrt(tally.squaredFlexion / tally.poses),
                        Math.sqrt(tally.squaredBend / tally.poses),
                        Math.sqrt(tally.squaredRotation / tally.poses));
            }
        }
        out.println();
        out.println(
                "Of a drifting set, repetitions beyond " + (int) DRIFT_CAUTION_DEG
                        + "° of true drift are faulty, those below " + (int) DRIFT_CLEAN_DEG
                        + "° clean; those between, where the rule gives a notice, are not judged. A set whose count is off counts every fault as missed.\n");
    }

    private static int faulty(int seed) {
        return 1 + seed % REPETITIONS;
    }

    private void run(String exercise, Kind kind, int seed, Tally tally) {
        SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, seed);
        for (SimulatedFault fault : kind.faults().apply(seed)) {
            script = script.with(fault);
        }
        SimulatedWearable wearable = new SimulatedWearable(script);
        SimulationTruth truth = wearable.truth();
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(wearable.sensors(), exercise), compareTo(wearable, tally));
        AnalysisResult result = LiveSet.run(wearable::next, wearable.sensors().size(), monitor);
        if (result.repetitions().size() != truth.repetitions().size()) {
            // which repetition is which cannot be told: every fault of the set counts as missed
            for (int number = 1; number <= truth.repetitions().size(); number++) {
                tally.faulty += isFaulty(number, kind, seed, truth, DRIFT_CAUTION_DEG) ? 1 : 0;
            }
            tally.faultySets += kind.expected() == FlagName.QUALITY ? 0 : 1;
        } else {
            tally.exact++;
            int faultyBefore = tally.faulty;
            int flaggedBefore = tally.flagged;
            for (AnalysisResult.Repetition repetition : result.repetitions()) {
                judge(repetition, kind, seed, truth, tally);
            }
            tally.faultySets += tally.faulty > faultyBefore ? 1 : 0;
            tally.flaggedSets += tally.flagged > flaggedBefore ? 1 : 0;
        }
    }

    private void judge(AnalysisResult.Repetition repetition, Kind kind, int seed, SimulationTruth truth, Tally tally) {
        boolean faulty = isFaulty(repetition.number(), kind, seed, truth, DRIFT_CAUTION_DEG);
        boolean clean = !isFaulty(repetition.number(), kind, seed, truth, DRIFT_CLEAN_DEG);
        boolean expected = false;
        boolean any = false;
        for (FormFlag flag : repetition.flags()) {
            any |= flag.level() >= 2;
            expected |= flag.level() >= 2 && flag.flag() == kind.expected();
        }
        if (faulty) {
            tally.faulty++;
            tally.flagged += expected ? 1 : 0;
        } else if (clean) {
            tally.clean++;
            tally.falseCautions += any ? 1 : 0;
        }
    }

    private static boolean isFaulty(int number, Kind kind, int seed, SimulationTruth truth, double driftDeg) {
        if (kind.expected() == FlagName.FLEXION_DRIFT) {
            double[] reference = new double[3];
            for (int i = 0; i < reference.length; i++) {
                reference[i] = truth.repetitions().get(i).peakFlexionDeg();
            }
            double peak = truth.repetitions().get(number - 1).peakFlexionDeg();
            return peak - new Median().evaluate(reference) >= driftDeg;
        }
        return kind.expected() != FlagName.QUALITY && number == faulty(seed);
    }

    private static FormListener compareTo(SimulatedWearable wearable, Tally tally) {
        SpinePose truth = new SpinePose();
        return new FormListener() {
            @Override
            public void onPose(SpinePose pose, double heldSagDeg) {
                if (Double.isNaN(pose.lumbarFlexionDeg)) {
                    return;
                }
                wearable.truePose(pose.timeMicros, truth);
                tally.squaredFlexion += square(pose.lumbarFlexionDeg - truth.lumbarFlexionDeg);
                tally.squaredBend += square(pose.lateralBendDeg - truth.lateralBendDeg);
                tally.squaredRotation += square(pose.axialRotationDeg - truth.axialRotationDeg);
                tally.poses++;
            }
        };
    }

    private static double square(double value) {
        return value * value;
    }
}

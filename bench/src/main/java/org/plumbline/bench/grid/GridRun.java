package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.LiveSet;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/** One set of the grid through clocks, loss and the whole line, against its truth. */
final class GridRun implements FormListener {
    /** Of a drift this much is a fault, and less than the second is clean; between them the rule may give a notice. */
    private static final double DRIFT_CLEAN_DEG = 6;

    private final GridCase set;
    private final WornSet worn;
    private final SimulationTruth truth;
    private final SpinePose truePose = new SpinePose();
    private final List<String> remarks = new ArrayList<>();
    private final GridTally tally = new GridTally();
    private int repetition;
    private double errorAtStartDeg = Double.NaN;

    GridRun(GridCase set) {
        this(set, WornSet.of(new SimulatedWearable(set.script(), set.sensors())));
    }

    GridRun(GridCase set, WornSet worn) {
        this.set = set;
        this.worn = worn;
        truth = worn.truth();
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(worn.sensors(), set.script().exercise()), this);
        compare(LiveSet.run(worn::next, worn.sensors().size(), monitor));
    }

    GridTally tally() {
        return tally;
    }

    /** What went wrong, one line each. */
    List<String> remarks() {
        return remarks;
    }

    private void compare(AnalysisResult result) {
        tally.sets++;
        int count = result.repetitions().size();
        if (count == truth.repetitions().size()) {
            tally.exact++;
        } else {
            remarks.add("counted " + count + " of " + truth.repetitions().size() + "; set aside: " + result.setAside());
        }
        for (int number = 1; number <= truth.repetitions().size(); number++) {
            judge(number, found(number, result));
        }
        for (AnalysisResult.Repetition one : result.repetitions()) {
            if (truth.repetitions().stream().noneMatch(real -> isIn(one, real)) && cautions(one)) {
                tally.falseCautions++;
                remarks.add("a caution where no repetition was");
            }
        }
    }

    private AnalysisResult.@Nullable Repetition found(int number, AnalysisResult result) {
        SimulationTruth.Repetition real = truth.repetitions().get(number - 1);
        for (AnalysisResult.Repetition one : result.repetitions()) {
            if (isIn(one, real)) {
                return one;
            }
        }
        return null;
    }

    private static boolean isIn(AnalysisResult.Repetition one, SimulationTruth.Repetition real) {
        return one.barBreakS() >= real.startS() && one.barBreakS() <= real.topS();
    }

    private static boolean cautions(AnalysisResult.Repetition one) {
        return one.flags().stream().anyMatch(flag -> flag.level() >= 2);
    }

    private void judge(int number, AnalysisResult.@Nullable Repetition one) {
        boolean faulty = isFaulty(number, set.fault().sizeDeg());
        if (faulty) {
            tally.faulty++;
            boolean seen = one != null
                    && one.flags().stream()
                            .anyMatch(flag -> flag.level() >= 2
                                    && flag.flag() == set.fault().flag());
            tally.found += seen ? 1 : 0;
            if (!seen) {
                remarks.add("repetition " + number + ": " + set.fault() + " not found, " + shown(one) + "; true: "
                        + truth(number));
            }
        } else if (one != null && !isFaulty(number, DRIFT_CLEAN_DEG)) {
            tally.clean++;
            tally.notAssessed += one.notAssessed().contains(Metric.FLEXION_GAIN_LOADED.jsonName()) ? 1 : 0;
            if (cautions(one)) {
                tally.falseCautions++;
                remarks.add("repetition " + number + " is clean: " + shown(one));
            }
        }
    }

    private boolean isFaulty(int number, double driftDeg) {
        if (set.fault() == Fault.DRIFT) {
            double[] reference = new double[3];
            for (int i = 0; i < reference.length; i++) {
                reference[i] = truth.repetitions().get(i).peakFlexionDeg();
            }
            double drift = truth.repetitions().get(number - 1).peakFlexionDeg() - new Median().evaluate(reference);
            // half a degree below its size a drift is still that drift: the lifter varies from repetition to repetition
            return drift >= driftDeg - 0.5;
        }
        return set.fault() != Fault.NONE && number >= set.firstFaulty() && number <= set.lastFaulty();
    }

    private String truth(int number) {
        SimulationTruth.Repetition real = truth.repetitions().get(number - 1);
        return String.format(
                Locale.ROOT,
                "gain %.1f, rotation %.1f, tuck %.1f",
                real.flexionGainLoadedDeg(),
                real.rotationRangeDeg(),
                real.tuckDeg());
    }

    private static String shown(AnalysisResult.@Nullable Repetition one) {
        if (one == null) {
            return "not counted";
        }
        StringBuilder text = new StringBuilder();
        for (FormFlag flag : one.flags()) {
            text.append(flag.flag().jsonName())
                    .append(' ')
                    .append(flag.level())
                    .append(" (")
                    .append(flag.value())
                    .append(' ')
                    .append(flag.unit())
                    .append("), ");
        }
        text.append("gain ").append(one.metrics().get(Metric.FLEXION_GAIN_LOADED.jsonName()));
        text.append(", rotation ").append(one.metrics().get(Metric.AXIAL_ROTATION_RANGE.jsonName()));
        text.append(", drift ").append(one.metrics().get(Metric.FLEXION_DRIFT.jsonName()));
        text.append(", tuck ").append(one.metrics().get(Metric.TUCK.jsonName()));
        return text.toString();
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        if (Double.isNaN(pose.lumbarFlexionDeg)) {
            return;
        }
        worn.truePose(pose.timeMicros, truePose);
        double flexion = pose.lumbarFlexionDeg - truePose.lumbarFlexionDeg;
        tally.squaredFlexion += flexion * flexion;
        tally.flexions++;
        addWithinRepetition(pose.timeMicros * 1e-6, pose.axialRotationDeg - truePose.axialRotationDeg);
    }

    private void addWithinRepetition(double timeS, double errorDeg) {
        List<SimulationTruth.Repetition> all = truth.repetitions();
        while (repetition < all.size() && all.get(repetition).endS() < timeS) {
            repetition++;
            errorAtStartDeg = Double.NaN;
        }
        if (repetition == all.size() || timeS < all.get(repetition).startS()) {
            return;
        }
        if (Double.isNaN(errorAtStartDeg)) {
            errorAtStartDeg = errorDeg;
        }
        double change = errorDeg - errorAtStartDeg;
        tally.squaredRotation += change * change;
        tally.rotations++;
    }
}

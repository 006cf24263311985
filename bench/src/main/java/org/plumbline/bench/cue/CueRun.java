package org.plumbline.bench.cue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.LiveSet;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.Cue;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormBasis;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LiveFormWatch;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/** One set with one fault: when its limit was passed, when the cue came, and where the time between went. */
final class CueRun implements FormListener {
    private final WatchedFault fault;
    private final SimulatedWearable wearable;
    private final SimulationTruth.Repetition faulty;
    private final PoseHistory history = new PoseHistory();
    private final LiveFormWatch watch;
    private final List<double[]> course = new ArrayList<>();
    private final SpinePose truePose = new SpinePose();
    private double nowS;
    private double newestPoseS;
    private double seenGoingUpS = Double.NaN;
    private double cueNowS = Double.NaN;
    private double cuePoseS = Double.NaN;
    private double limit;
    private double trueS;
    private boolean cue;
    private final double[] partsMs = new double[Part.values().length];

    /** Where the time from the true crossing to the cue goes. */
    enum Part {
        SENSORS("error of the sensors"),
        LOW_PASS("low-pass"),
        WAY_UP("way up not yet recognised"),
        REFERENCE("the posture compared with"),
        DWELL("dwell"),
        GRID("wait for the slower sensor"),
        ALL("**all**");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    CueRun(WatchedFault fault, String exercise, long seed, SensorConditions conditions) {
        this.fault = fault;
        wearable = new SimulatedWearable(fault.script(exercise, seed), conditions);
        faulty = wearable.truth().repetitions().get(WatchedFault.REPETITION - 1);
        ExerciseProfile profile = ExerciseProfile.ofName(exercise).orElseThrow();
        FormLimits limits = FormLimits.defaultsFor(profile);
        FlagLevels deep = limits.of(FormRule.DEEP_FLEXION);
        limit = deep == null ? Double.NaN : deep.limitOf(2);
        FormBasis basis = FormBasis.of(limits, CalibrationGrade.GOOD);
        watch = new LiveFormWatch(history, basis, profile, flag -> {});
        FormMonitor monitor = new FormMonitor(MonitorSetup.live(wearable.sensors(), exercise), this);
        ImuSampleSink timed = sample -> {
            nowS = sample.timeMicros * 1e-6;
            monitor.accept(sample);
        };
        AnalysisResult.@Nullable CalibrationSummary calibration = LiveSet.run(
                        wearable::next, wearable.sensors().size(), timed, monitor)
                .calibration();
        Double largest = calibration == null ? null : calibration.maxFlexionDeg();
        double limitDeg =
                fault.isOfTheWayUp() ? fault.cautionDeg() : largest == null ? Double.NaN : limit / 100 * largest;
        split(limitDeg);
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        newestPoseS = pose.timeMicros * 1e-6;
        wearable.truePose(pose.timeMicros, truePose);
        history.add(pose);
        watch.update();
        double filtered = history.value(channel(), history.end() - 1);
        course.add(new double[] {newestPoseS, fault.angleDeg(truePose), fault.angleDeg(pose), filtered});
        if (isFaulty(newestPoseS) && newestPoseS > faulty.barBreakS() && watch.isGoingUp() && !(seenGoingUpS > 0)) {
            seenGoingUpS = newestPoseS;
        }
    }

    private Channel channel() {
        switch (fault) {
            case TWIST_14:
                return Channel.LIVE_ROTATION;
            case SIDE_BEND_14:
                return Channel.LIVE_BEND;
            default:
                return Channel.LIVE_FLEXION;
        }
    }

    private boolean isFaulty(double timeS) {
        return timeS >= faulty.startS() && timeS < faulty.topS();
    }

    @Override
    public void onFlag(FormFlag flag, int repetition) {
        if (flag.flag() == fault.flag() && flag.level() >= 2 && isFaulty(newestPoseS) && Double.isNaN(cueNowS)) {
            cueNowS = nowS;
            cuePoseS = newestPoseS;
            limit = flag.limit();
        }
    }

    @Override
    public void onCue(Cue said) {
        cue |= said.flag() == fault.flag() && nowS == cueNowS;
    }

    private void split(double limitDeg) {
        double[] timesS = column(0);
        trueS = fault.crossingS(timesS, column(1), faulty, limitDeg);
        double measuredS = fault.crossingS(timesS, column(2), faulty, limitDeg);
        double filteredS = fault.crossingS(timesS, column(3), faulty, limitDeg);
        double watchedS = fault.isOfTheWayUp() ? Math.max(filteredS, seenGoingUpS) : filteredS;
        put(Part.SENSORS, measuredS - trueS);
        put(Part.LOW_PASS, filteredS - measuredS);
        put(Part.WAY_UP, watchedS - filteredS);
        double dwellS = LiveFormWatch.DWELL_MILLIS * 1e-3 - OrientationGrid.PERIOD_MICROS * 1e-6;
        put(Part.REFERENCE, cuePoseS - watchedS - dwellS);
        put(Part.DWELL, dwellS);
        put(Part.GRID, cueNowS - cuePoseS);
        put(Part.ALL, cueNowS - trueS);
    }

    private void put(Part part, double seconds) {
        partsMs[part.ordinal()] = 1000 * seconds;
    }

    private double[] column(int index) {
        return course.stream().mapToDouble(row -> row[index]).toArray();
    }

    /** Time in that part, ms; NaN where there was no cue, or no crossing. */
    double partMs(Part part) {
        return partsMs[part.ordinal()];
    }

    /** Whether the limit was passed in truth. */
    boolean isCrossed() {
        return !Double.isNaN(trueS);
    }

    boolean isFlagged() {
        return !Double.isNaN(cueNowS);
    }

    boolean isCued() {
        return cue;
    }
}

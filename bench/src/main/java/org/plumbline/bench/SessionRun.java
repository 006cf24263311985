package org.plumbline.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SessionStretch;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/**
 * One simulated session, twice at once: each sensor straight into an orientation filter, and both through clocks and the
 * whole line.
 */
final class SessionRun implements FormListener {
    /** The filter has to find level first. */
    private static final double SETTLING_S = 5;

    private final SimulatedSession session;
    private final SimulatedWearable wearable;
    private final List<SimulationTruth.Repetition> truth;
    private final OrientationErrors[] sensors = {new OrientationErrors(), new OrientationErrors()};
    private final Map<SessionStretch.Activity, OrientationErrors> activities =
            new EnumMap<>(SessionStretch.Activity.class);
    private final SpinePose truePose = new SpinePose();
    private double squaredTwistDeg2;
    private double squaredFlexionDeg2;
    private long poses;
    private double squaredRotationDeg2;
    private long rotations;
    private int repetition;
    private double errorAtStartDeg = Double.NaN;
    private int found;
    private int spurious;
    private int cautions;

    SessionRun(SessionScript script) {
        session = new SimulatedSession(script);
        wearable = session.wearable();
        truth = wearable.truth().repetitions();
        run(script);
    }

    private void run(SessionScript script) {
        double rateHz = script.sensors().rateHz();
        OrientationFilter[] filters = {new OrientationFilter(rateHz), new OrientationFilter(rateHz)};
        FormMonitor monitor = new FormMonitor(MonitorSetup.live(wearable.sensors(), script.exercise()), this);
        ClockMapper clock = new ClockMapper(filters.length, monitor);
        ImuSample sample = new ImuSample();
        double[] orientation = new double[4];
        int stretch = 0;
        List<SessionStretch> stretches = session.stretches();
        while (wearable.next(sample)) {
            OrientationFilter filter = filters[sample.sensorIndex];
            filter.update(sample);
            double timeS = wearable.trueTimeS();
            while (stretch < stretches.size() && stretches.get(stretch).endS() < timeS) {
                stretch++;
            }
            if (timeS > SETTLING_S) {
                wearable.trueOrientation(orientation);
                sensors[sample.sensorIndex].add(timeS, filter, orientation);
                if (stretch < stretches.size()) {
                    activities
                            .computeIfAbsent(stretches.get(stretch).activity(), activity -> new OrientationErrors())
                            .add(timeS, filter, orientation);
                }
            }
            clock.accept(sample);
        }
        clock.finish();
        monitor.finish();
        monitor.result().repetitions().forEach(this::judge);
    }

    /** Nobody errs in a session: a caution on a repetition is a false one. */
    private void judge(AnalysisResult.Repetition one) {
        found++;
        boolean real = truth.stream().anyMatch(it -> one.barBreakS() >= it.startS() && one.barBreakS() <= it.endS());
        if (!real) {
            spurious++;
        } else if (one.flags().stream().anyMatch(flag -> flag.level() >= 2)) {
            cautions++;
        }
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        if (Double.isNaN(pose.axialRotationDeg)) {
            return;
        }
        wearable.truePose(pose.timeMicros, truePose);
        double twistDeg = pose.axialRotationDeg - truePose.axialRotationDeg;
        double flexionDeg = pose.lumbarFlexionDeg - truePose.lumbarFlexionDeg;
        squaredTwistDeg2 += twistDeg * twistDeg;
        squaredFlexionDeg2 += flexionDeg * flexionDeg;
        poses++;
        addWithinRepetition(pose.timeMicros * 1e-6, twistDeg);
    }

    private void addWithinRepetition(double timeS, double twistDeg) {
        while (repetition < truth.size() && truth.get(repetition).endS() < timeS) {
            repetition++;
            errorAtStartDeg = Double.NaN;
        }
        if (repetition == truth.size() || timeS < truth.get(repetition).startS()) {
            return;
        }
        if (Double.isNaN(errorAtStartDeg)) {
            errorAtStartDeg = twistDeg;
        }
        double changeDeg = twistDeg - errorAtStartDeg;
        squaredRotationDeg2 += changeDeg * changeDeg;
        rotations++;
    }

    /** Orientation errors of a sensor: 0 pelvis, 1 thorax. */
    OrientationErrors sensor(int index) {
        return sensors[index];
    }

    /** Orientation errors of both sensors in each activity. */
    Map<SessionStretch.Activity, OrientationErrors> activities() {
        return activities;
    }

    int trueRepetitions() {
        return truth.size();
    }

    /** Repetitions the line counted, in sets or not. */
    int foundRepetitions() {
        return found;
    }

    /** Those that began where none was. */
    int spuriousRepetitions() {
        return spurious;
    }

    /** Those that were repetitions, all of them clean, and got a flag of level 2 or more. */
    int falseCautions() {
        return cautions;
    }

    /** Error of the axial rotation the line gives. */
    double twistRmsDeg() {
        return Math.sqrt(squaredTwistDeg2 / poses);
    }

    double flexionRmsDeg() {
        return Math.sqrt(squaredFlexionDeg2 / poses);
    }

    /** Change of that error since the repetition began, within repetitions. */
    double rotationWithinRepetitionRmsDeg() {
        return Math.sqrt(squaredRotationDeg2 / rotations);
    }
}

package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.CalibrationReport;
import org.plumbline.core.calibration.CalibrationWatch;
import org.plumbline.core.form.FormBasis;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.HoldSagCurve;
import org.plumbline.core.form.LiveFormWatch;
import org.plumbline.core.form.LiveHoldWatch;
import org.plumbline.core.form.MeasurementContext;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionCurve;
import org.plumbline.core.form.RepetitionMeasurement;
import org.plumbline.core.form.RepetitionMetrics;
import org.plumbline.core.form.RepetitionMoments;
import org.plumbline.core.form.SensorView;
import org.plumbline.core.form.SetForm;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionDetector;
import org.plumbline.core.repetition.RepetitionListener;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.repetition.SetAside;
import org.plumbline.core.repetition.SetEndReason;
import org.plumbline.core.repetition.Silence;
import org.plumbline.core.repetition.UnfinishedMovement;
import org.plumbline.core.spine.SpineKinematics;
import org.plumbline.core.spine.SpinePose;

/** The line from a standing calibration on: ticks to poses, repetitions, flags and cues. */
final class LiftingLine implements RepetitionListener {
    private final Calibration calibration;
    private final CalibrationWatch calibrationWatch;
    private final FormListener listener;
    private final boolean oneSensor;
    private final boolean seesRepetitions;
    private final long setEndMicros;
    private final SensorTrust trust;
    private final TrunkPoses poses;
    private final PoseHistory history;
    private final RepetitionDetector detector;
    private final SensorView view;
    private final double loadKg;
    private final boolean hold;
    private final boolean speedTells;
    private final RepetitionMeasurement measurement;
    private final LiveFormWatch watch;
    private final LiveHoldWatch holdWatch;
    private final SetForm form;
    private final CueChoice cues = new CueChoice();
    private final SetTally tally = new SetTally();
    private final List<String> silences = new ArrayList<>();
    /** The repetition whose way up is watched: it may be counted before the watch has seen the top. */
    private int watchedRepetition = 1;

    private boolean holdTold;
    private AnalysisResult.@Nullable Unfinished unfinished;

    /**
     * @param single placement of the sensor where there is only one
     * @param seesRepetitions whether repetitions of the exercise can be seen at all; otherwise none are counted
     * @param messages hears what is to be said of the calibration, and when
     */
    LiftingLine(
            ExerciseProfile profile,
            FormLimits limits,
            KnownPerson person,
            Calibration calibration,
            CalibrationWatch calibrationWatch,
            SensorPlacement single,
            boolean seesRepetitions,
            long setEndMicros,
            SensorTrust trust,
            FormListener listener,
            ObjLongConsumer<String> messages) {
        this.calibration = calibration;
        this.calibrationWatch = calibrationWatch;
        this.listener = listener;
        this.setEndMicros = setEndMicros;
        this.trust = trust;
        this.seesRepetitions = seesRepetitions;
        poses = new TrunkPoses(new SpineKinematics(calibration, single), calibrationWatch, trust, messages);
        history = new PoseHistory(profile.longestS());
        measurement = new RepetitionMeasurement(history);
        detector = new RepetitionDetector(profile, history, person.corrections(), this);
        if (person.calibration() != null) {
            detector.expectBows(calibration.maxFlexionDeg());
        }
        oneSensor = calibration.sensors().size() == 1;
        view = view(oneSensor, single);
        loadKg = person.loadKg();
        hold = profile.isHold();
        speedTells = profile.tellsSpeed();
        FormBasis basis = new FormBasis(
                limits,
                view,
                calibration.grade(),
                calibration.neutral(),
                maxFlexionDeg(calibration.report()),
                person.baseline(),
                person.tempo(),
                calibrationWatch::holds);
        form = new SetForm(basis);
        watch = new LiveFormWatch(history, basis, profile, flag -> flagged(flag, watchedRepetition));
        holdWatch = new LiveHoldWatch(history, basis, flag -> flagged(flag, detector.next()));
    }

    private static SensorView view(boolean oneSensor, SensorPlacement single) {
        if (!oneSensor) {
            return SensorView.TRUNK_AND_PELVIS;
        }
        return single == SensorPlacement.PELVIS ? SensorView.PELVIS_ONLY : SensorView.TRUNK_ONLY;
    }

    /** Takes the next tick; the pose goes to the listener, and counts for the set once the set has begun. */
    void accept(OrientationTick tick) {
        poses.see(tick);
        listener.onPose(poses.shown(), heldSagDeg());
        count();
    }

    /** Takes a tick whose pose the listener has had before. */
    void acceptAgain(OrientationTick tick) {
        poses.see(tick);
        count();
    }

    /** How far the calibration can be trusted now. */
    CalibrationReport calibrationReport() {
        return calibrationWatch.report();
    }

    private void count() {
        SpinePose pose = poses.newest();
        boolean inSet = pose.timeMicros >= calibration.setStartMicros() && pose.timeMicros <= setEndMicros;
        if (seesRepetitions && inSet) {
            if (history.jumpsTo(pose.timeMicros)) {
                detector.beforeJump();
            }
            history.add(pose);
            detector.update();
            if (!watch.isGoingUp()) {
                watchedRepetition = detector.next();
            }
            if (!trust.none()) {
                watch.update();
                holdWatch.update(detector.heldWayFrom(), detector.heldSince(), detector.heldStillAt());
            }
        }
    }

    void finish() {
        detector.finish();
        leaveUnfinished();
    }

    void breakOff() {
        detector.breakOff();
        leaveUnfinished();
    }

    private void leaveUnfinished() {
        UnfinishedMovement movement = detector.unfinished();
        if (movement == null || trust.none()) {
            return;
        }
        RepetitionMetrics metrics = measurement.measure(movement, context());
        trust.withhold(metrics);
        unfinished = new AnalysisResult.Unfinished(
                movement.number(),
                movement.phase().name().toLowerCase(Locale.ROOT),
                history.timeS(movement.start()),
                history.timeS(movement.end() - 1),
                movement.isLost() ? history.timeS(movement.seenTo() - 1) : null,
                metrics.byJsonName(),
                List.copyOf(metrics.notAssessed()),
                metrics.notAssessedReasons());
    }

    @Override
    public void onPhase(RepetitionPhase phase, int number, long position) {
        listener.onPhase(phase, number, history.timeS(position));
    }

    @Override
    public void onNext(int number, long position) {
        listener.onNext(number, history.timeS(position));
    }

    @Override
    public void onHold(int number, long position) {
        if (!trust.none()) {
            holdTold = true;
            listener.onHold(number, history.timeS(position));
        }
    }

    @Override
    public void onHoldEnd(int number, long from, long to) {
        // what was told to have begun ends, whatever has become of the sensors since
        if (holdTold) {
            holdTold = false;
            listener.onHoldEnd(number, history.timeS(from), history.timeS(to));
        }
    }

    @Override
    public void onSilence(Silence silence) {
        silences.add(silence.message());
        listener.onSilence(silence.message(), silence.toS());
    }

    @Override
    public void onSetEnd(int setNumber, double timeS, SetEndReason reason) {
        // what was found of the set is still asked for; the form is begun anew by the first repetition of the next one
        watch.beginSet();
        listener.onSetEnd(setNumber, timeS, reason);
    }

    @Override
    public void onRepetition(RepetitionTimes times) {
        if (tally.beginsSet(times.setNumber())) {
            form.beginSet();
        }
        RepetitionMetrics metrics = measurement.measure(times, context());
        trust.withhold(metrics);
        double barBreakS = history.timeS(times.concentricStart());
        double endS = history.timeS(Math.min(times.end(), history.end() - 1));
        RepetitionCurves curves = curves(times, metrics);
        List<FormFlag> flags = form.judge(metrics, moments(times, curves, barBreakS, endS));
        watch.expect(movementRangeDeg(times), form.fastestDegPerS(), form.highestNextSpeedLevel());
        AnalysisResult.Repetition repetition = repetition(times, metrics, List.copyOf(flags), barBreakS, endS);
        tally.add(repetition, metrics.value(Metric.TRUNK_SPEED_LOSS));
        for (FormFlag flag : flags) {
            say(flag, times.number(), endS);
        }
        listener.onRepetition(repetition, curves);
    }

    private RepetitionMoments moments(RepetitionTimes times, RepetitionCurves curves, double barBreakS, double endS) {
        return new RepetitionMoments(
                history.timeS(times.start()),
                barBreakS,
                endS,
                curves.lumbarFlexionDeg(),
                curves.trunkInclinationDeg(),
                history.timeS(times.top()),
                seconds(times.topTicks()),
                curves.holdSagDeg());
    }

    /** What is known as the repetition is measured: a sensor may have slipped since the set began. */
    private MeasurementContext context() {
        CalibrationReport now = calibrationWatch.report();
        return new MeasurementContext(
                view, now.grade(), now.neutral().grade(), maxFlexionDeg(now), loadKg, hold, speedTells);
    }

    /** The person's largest flexion where it is known well enough to judge by, degrees; else NaN. */
    private double maxFlexionDeg(CalibrationReport report) {
        boolean known = report.maximum().grade().compareTo(CalibrationGrade.FAIR) <= 0;
        return known ? calibration.maxFlexionDeg() : Double.NaN;
    }

    private double movementRangeDeg(RepetitionTimes times) {
        return history.value(Channel.MOVEMENT, times.concentricStart())
                - history.value(Channel.MOVEMENT, Math.min(times.top(), history.end() - 1));
    }

    private AnalysisResult.Repetition repetition(
            RepetitionTimes times, RepetitionMetrics metrics, List<FormFlag> flags, double barBreakS, double endS) {
        return new AnalysisResult.Repetition(
                times.number(),
                times.setNumber(),
                history.timeS(times.start()),
                barBreakS,
                history.timeS(times.top()),
                endS,
                seconds(times.eccentricTicks()),
                seconds(times.bottomTicks()),
                seconds(times.concentricTicks()),
                seconds(times.topTicks()),
                metrics.byJsonName(),
                List.copyOf(metrics.notAssessed()),
                metrics.notAssessedReasons(),
                new AnalysisResult.RepetitionQuality(
                        metrics.quality().grade().jsonName(), metrics.quality().reasons()),
                flags);
    }

    private static double seconds(long ticks) {
        return ticks / (double) OrientationGrid.RATE_HZ;
    }

    private void flagged(FormFlag flag, int number) {
        listener.onFlag(flag, number);
        say(flag, number, flag.timeS());
    }

    private void say(FormFlag flag, int number, double knownS) {
        Cue cue = cues.choose(flag, number, knownS, poses.newest().timeMicros * 1e-6);
        if (cue != null) {
            listener.onCue(cue);
        }
    }

    private RepetitionCurves curves(RepetitionTimes times, RepetitionMetrics metrics) {
        return new RepetitionCurves(
                RepetitionCurve.of(history, Channel.LUMBAR_FLEXION, times),
                RepetitionCurve.of(history, oneSensor ? Channel.MOVEMENT : Channel.TRUNK_INCLINATION, times),
                hold ? HoldSagCurve.of(history, view, times, metrics) : RepetitionCurves.NO_HOLD);
    }

    List<AnalysisResult.Repetition> repetitions() {
        List<AnalysisResult.Repetition> known = new ArrayList<>();
        for (AnalysisResult.Repetition repetition : tally.repetitions()) {
            known.add(trust.revised(repetition));
        }
        return List.copyOf(known);
    }

    private double heldSagDeg() {
        return detector.heldSince() < 0 || trust.none() ? Double.NaN : holdWatch.sagDeg();
    }

    /** What is to be said of whiles in which nothing was seen. */
    List<String> silences() {
        return List.copyOf(silences);
    }

    List<SetAside> setAside() {
        return detector.setAside();
    }

    /** The movement the set ended in the middle of; null where it did not, and while it runs. */
    AnalysisResult.@Nullable Unfinished unfinished() {
        return unfinished;
    }

    AnalysisResult.SetSummary summary() {
        return tally.summary(form);
    }
}

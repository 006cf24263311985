package org.plumbline.server.live;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.Cue;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.SetStage;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.repetition.SetEndReason;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetStory;
import org.plumbline.server.training.UnfinishedWords;
import org.plumbline.server.training.WithdrawnFlags;
import org.plumbline.server.web.Spoken;
import org.plumbline.server.web.Words;

/**
 * What is told of a running set: hears the monitor and the owner, and gives each thing to the log, to the state that snapshots are
 * made of, and to the screens. One writer: the thread that owns the set and, once it has left its owner, the one that finishes it.
 * Anybody may ask for the {@link #snapshot}.
 */
final class LiveTelling implements FormListener {
    private final LiveSet set;
    private final SetRecorder recorder;
    private final Screens screens;
    private final LiveEncoder encoder;
    private final LiveMeters meters;
    private final LimitNames limitNames;
    private final String exercise;
    private final boolean twoSensors;
    /** Lying on the side it is the sag that is judged, and not what the lower back does. */
    private final boolean onSide;

    private final @Nullable Double holdTargetS;
    private final LiveState state;
    private final PoseRate poseRate = new PoseRate();
    private final WithdrawnFlags withdrawn = new WithdrawnFlags();
    private final SaidWhenCounted whenCounted = new SaidWhenCounted();
    private volatile Spoken<LiveSnapshot> snapshot;
    /** Written by the owner alone; the board reads how long a hold has lasted by it. */
    private volatile double setTimeS;

    private long heardNanos;

    /**
     * @param set what is told of, which may still be on its way into being: it is a name here, until its first sample
     * @param limitNames the limits it is held to, of which nobody is named: coaches watch too
     * @param holdTargetS for how long the lifter's plan says that each hold is held, or null
     */
    LiveTelling(
            LiveSet set,
            SetRecorder recorder,
            NewSet plan,
            Instant startedAt,
            Screens screens,
            LiveEncoder encoder,
            LiveMeters meters,
            LimitNames limitNames,
            @Nullable Double holdTargetS) {
        this.set = set;
        this.recorder = recorder;
        this.screens = screens;
        this.encoder = encoder;
        this.meters = meters;
        this.limitNames = limitNames;
        this.exercise = plan.exercise();
        this.onSide = ExerciseProfile.ofAnyName(exercise).isOnTheSide();
        this.twoSensors = LiveState.seesLumbarSpine(plan.header().sensors());
        this.holdTargetS = holdTargetS;
        this.state = new LiveState(recorder.setId(), plan, startedAt, holdTargetS);
        this.snapshot = state.snapshot();
    }

    Spoken<LiveSnapshot> snapshot() {
        return snapshot;
    }

    /** The newest moment of the set's clock that was analysed, s. */
    double clockS() {
        return setTimeS;
    }

    /** The samples that come now were heard then, as {@link System#nanoTime}. */
    void heard(long nanos) {
        heardNanos = nanos;
    }

    /** When the newest samples were heard. */
    long heardNanos() {
        return heardNanos;
    }

    /** Tells and writes down what a person should know. */
    void note(Spoken<String> message) {
        note(message, setTimeS);
    }

    private void note(Spoken<String> message, double timeS) {
        recorder.message(message, timeS);
        tell(message);
    }

    /** Tells what is of the screens alone. */
    void tell(Spoken<String> message) {
        state.message(message);
        show();
        screens.said(set, () -> message.map(said -> encoder.message(id(), said)));
    }

    void health(List<SensorHealth> sensors) {
        state.health(sensors, recorder.trouble());
        show();
        screens.event(set, () -> encoder.health(id(), sensors, recorder.trouble()));
    }

    /** All was analysed: what was said of movements that are no repetition in the end is taken back. */
    void found(AnalysisResult result) {
        // the plan is the lifter's: whoever watches hears nothing of it
        Spoken<List<String>> own = Spoken.of(() -> SetStory.of(result, holdTargetS));
        Spoken<List<String>> theirs = Spoken.of(() -> SetStory.of(result, null));
        state.story(Spoken.of(own.to(false), theirs.to(true)));
        if (result.unfinished() != null) {
            state.stopped(Spoken.of(
                    String.valueOf(UnfinishedWords.sentence(result, holdTargetS)),
                    String.valueOf(UnfinishedWords.sentence(result, null))));
        }
        state.counted(result.repetitions().size());
        for (Spoken<String> sentence : withdrawn.ofNoRepetition(limitNames)) {
            recorder.message(sentence, setTimeS);
            state.message(sentence);
        }
    }

    /** The set is over; told with the next {@link #trouble}, once everything is written, so that whoever follows the link finds it. */
    void ended() {
        state.stage(SetStage.ENDED);
    }

    /** Tells how the set stands with what the storage has to say of it. */
    void trouble() {
        state.trouble(recorder.trouble());
        show();
        screens.said(set, () -> snapshot.map(encoder::snapshot));
    }

    private UUID id() {
        return recorder.setId();
    }

    private void show() {
        snapshot = state.snapshot();
    }

    @Override
    public void onPose(SpinePose pose, double heldSagDeg) {
        setTimeS = pose.timeMicros / 1e6;
        if (poseRate.isDue(System.nanoTime()) && screens.isWatched(set)) {
            double sagDeg = onSide ? heldSagDeg : Double.NaN;
            screens.pose(set, encoder.pose(pose, sagDeg, heardNanos / 1000));
        }
    }

    @Override
    public void onStage(SetStage stage, double timeS) {
        if (stage == SetStage.ENDED) {
            return;
        }
        state.stage(stage);
        if (stage == SetStage.LIFTING) {
            judgeCalibration();
        }
        show();
        screens.said(set, () -> snapshot.map(encoder::snapshot));
    }

    private void judgeCalibration() {
        state.calibration(
                LiveCalibration.of(set.line().soFar().calibration(), set.line().sensorsLookSwapped()));
    }

    @Override
    public void onPhase(RepetitionPhase phase, int repetitionNumber, double timeS) {
        state.phase(phase);
        show();
        screens.event(set, () -> encoder.phase(id(), phase.name().toLowerCase(Locale.ROOT), repetitionNumber));
    }

    @Override
    public void onNext(int repetitionNumber, double timeS) {
        state.next(repetitionNumber);
        show();
        screens.event(set, () -> encoder.next(id(), repetitionNumber));
    }

    @Override
    public void onHold(int repetitionNumber, double sinceS) {
        tell(LiveHold.running(repetitionNumber, sinceS));
    }

    @Override
    public void onHoldEnd(int repetitionNumber, double sinceS, double untilS) {
        tell(LiveHold.left(repetitionNumber, sinceS, untilS));
    }

    private void tell(LiveHold hold) {
        state.hold(hold);
        show();
        screens.event(set, () -> encoder.hold(id(), hold));
    }

    @Override
    public void onFlag(FormFlag flag, int repetitionNumber) {
        if (SaidWhenCounted.is(flag.flag())) {
            return;
        }
        recorder.flag(flag, repetitionNumber);
        withdrawn.said(repetitionNumber, flag);
        Spoken<LiveFlag> shown = Spoken.of(() -> LiveFlag.of(flag, repetitionNumber, limitNames));
        state.flag(shown);
        show();
        screens.said(set, () -> shown.map(said -> encoder.flag(id(), said)));
    }

    @Override
    public void onCue(Cue cue) {
        if (!whenCounted.holdsBack(cue)) {
            tell(cue);
        }
    }

    private void tell(Cue cue) {
        long tookNanos = System.nanoTime() - heardNanos;
        meters.cue(tookNanos);
        double serverMs = Math.round(tookNanos / 1e5) / 10.0;
        Spoken<LiveCue> shown = Spoken.of(() -> LiveCue.of(cue, serverMs, heardNanos / 1000));
        state.cue(shown);
        show();
        screens.said(set, () -> shown.map(said -> encoder.cue(id(), said)));
    }

    @Override
    public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
        recorder.repetition(repetition, curves);
        AnalysisResult soFar = set.line().soFar();
        List<Spoken<String>> takenBack = withdrawn.of(repetition, soFar, limitNames);
        Spoken<LiveRepetition> shown = Spoken.of(
                LiveRepetition.of(repetition, curves, exercise, twoSensors, Spoken.all(takenBack, false)),
                LiveRepetition.of(repetition, curves, exercise, twoSensors, Spoken.all(takenBack, true)));
        List<Spoken<LiveFlag>> flags = repetition.flags().stream()
                .map(flag -> Spoken.of(() -> LiveFlag.of(flag, repetition.number(), limitNames)))
                .toList();
        Spoken<List<String>> story = Spoken.of(() -> SetStory.soFar(soFar));
        state.repetition(shown);
        state.measured(repetition.number());
        flags.forEach(state::flag);
        state.story(story);
        show();
        screens.said(set, () -> Spoken.of(said(false, shown, flags, story), said(true, shown, flags, story)));
        takenBack.forEach(sentence -> note(sentence, repetition.endS()));
        whenCounted.counted(repetition.number(), repetition.flags()).ifPresent(this::tell);
    }

    private String said(
            boolean another, Spoken<LiveRepetition> shown, List<Spoken<LiveFlag>> flags, Spoken<List<String>> story) {
        return encoder.repetition(id(), shown.to(another), Spoken.all(flags, another), story.to(another));
    }

    @Override
    public void onSilence(String message, double timeS) {
        state.silence(message);
        note(Spoken.same(message), timeS);
        screens.said(set, () -> snapshot.map(encoder::snapshot));
    }

    @Override
    public void onSetEnd(int setNumber, double timeS, SetEndReason reason) {
        if (!set.mayEndByItself() || state.stage() != SetStage.LIFTING) {
            return;
        }
        note(
                Spoken.of(() ->
                        Words.say(reason == SetEndReason.WALKED_AWAY ? "live.ended.walked" : "live.ended.paused")),
                timeS);
        set.endByItself();
    }

    @Override
    public void onMessage(String message, double timeS) {
        note(Spoken.same(message), timeS);
        if (state.stage() == SetStage.LIFTING
                && !state.isSwapped()
                && set.line().sensorsLookSwapped()) {
            // found out while lifting: the whole screen changes
            judgeCalibration();
            show();
            screens.said(set, () -> snapshot.map(encoder::snapshot));
        }
    }
}

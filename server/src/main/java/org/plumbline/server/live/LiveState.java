package org.plumbline.server.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.SetStage;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.web.Spoken;

/** What is known of a running set, kept by its owner thread and shown to others as snapshots. */
final class LiveState {
    /** A screen has room for a few; the log has them all. */
    private static final int MESSAGES = 20;

    private static final Set<SensorPlacement> LOWER = Set.of(SensorPlacement.PELVIS, SensorPlacement.LUMBAR);
    private static final Set<SensorPlacement> UPPER = Set.of(SensorPlacement.THORAX, SensorPlacement.UPPER_THORAX);

    private final UUID setId;
    private final NewSet plan;
    private final Instant startedAt;
    private final @Nullable Double holdTargetS;
    private final boolean twoSensors;
    private final ExerciseProfile profile;
    private final List<Spoken<LiveRepetition>> repetitions = new ArrayList<>();
    private final List<Spoken<LiveFlag>> flags = new ArrayList<>();
    private final List<Spoken<String>> messages = new ArrayList<>();
    private SetStage stage = SetStage.STAND_STILL;
    private RepetitionPhase phase = RepetitionPhase.READY;
    private int nextNumber = 1;
    private List<SensorHealth> sensors = List.of();
    private Spoken<List<String>> story = Spoken.same(List.of());
    private @Nullable LiveHold hold;
    private @Nullable Spoken<LiveCue> cue;
    private @Nullable Spoken<String> stopped;
    private @Nullable LiveSilence silence;
    private @Nullable LiveCalibration calibration;
    private @Nullable String trouble;
    /** Whether the lifter and whoever watches have been told the same so far, so that one snapshot does for both. */
    private boolean saidTheSame;

    /** @param holdTargetS for how long the lifter's plan says that each hold is held, or null: for the lifter alone */
    LiveState(UUID setId, NewSet plan, Instant startedAt, @Nullable Double holdTargetS) {
        this.holdTargetS = holdTargetS;
        this.profile = ExerciseProfile.ofAnyName(plan.exercise());
        this.saidTheSame = holdTargetS == null;
        this.setId = setId;
        this.plan = plan;
        this.startedAt = startedAt;
        this.twoSensors = seesLumbarSpine(plan.header().sensors());
    }

    /** Whether one sensor sits below the lumbar spine and one above, as the analysis needs it. */
    static boolean seesLumbarSpine(List<SensorDescription> sensors) {
        return sensors.stream().anyMatch(sensor -> LOWER.contains(sensor.placement()))
                && sensors.stream().anyMatch(sensor -> UPPER.contains(sensor.placement()));
    }

    void stage(SetStage stage) {
        this.stage = stage;
    }

    SetStage stage() {
        return stage;
    }

    void phase(RepetitionPhase phase) {
        this.phase = phase;
    }

    void next(int number) {
        nextNumber = number;
    }

    void hold(LiveHold hold) {
        this.hold = hold;
    }

    void repetition(Spoken<LiveRepetition> repetition) {
        repetitions.add(noted(repetition));
        nextNumber = Math.max(nextNumber, repetitions.size() + 1);
    }

    /** Notes a flag; a higher level of the same flag takes the place of the lower. */
    void flag(Spoken<LiveFlag> flag) {
        flags.removeIf(other -> flag.own().isSameAs(other.own()));
        flags.add(noted(flag));
    }

    /** What was said of a repetition while it ran makes room for what was found once it was measured. */
    void measured(int repetition) {
        flags.removeIf(flag -> flag.own().repetition() == repetition);
    }

    /** The set is over: what was said of a way up that was no repetition in the end is taken back. */
    void counted(int count) {
        flags.removeIf(flag -> flag.own().repetition() > count);
    }

    void cue(Spoken<LiveCue> cue) {
        this.cue = noted(cue);
    }

    void message(Spoken<String> message) {
        if (messages.size() < MESSAGES) {
            messages.add(noted(message));
        }
    }

    void story(Spoken<List<String>> story) {
        this.story = noted(story);
    }

    /** The set ended in the middle of a movement. */
    void stopped(Spoken<String> sentence) {
        stopped = noted(sentence);
    }

    /** The sensors are heard again after a while in which they were not. */
    void silence(String sentence) {
        silence = new LiveSilence(repetitions.size(), sentence);
    }

    void health(List<SensorHealth> sensors, @Nullable String trouble) {
        this.sensors = sensors;
        this.trouble = trouble;
    }

    void calibration(LiveCalibration calibration) {
        this.calibration = calibration;
    }

    boolean isSwapped() {
        return calibration != null && calibration.swapped();
    }

    void trouble(@Nullable String trouble) {
        this.trouble = trouble;
    }

    private <T> Spoken<T> noted(Spoken<T> said) {
        saidTheSame &= said.isSame();
        return said;
    }

    /** As the lifter is told it, and as whoever watches is. */
    Spoken<LiveSnapshot> snapshot() {
        LiveSnapshot own = snapshot(false);
        return saidTheSame ? Spoken.same(own) : new Spoken<>(own, snapshot(true));
    }

    private LiveSnapshot snapshot(boolean another) {
        return new LiveSnapshot(
                setId,
                plan.exercise(),
                FormWords.exercise(plan.exercise()),
                plan.title(),
                plan.source().word(),
                plan.simulated(),
                plan.demo(),
                startedAt,
                stage.name().toLowerCase(Locale.ROOT),
                phase.name().toLowerCase(Locale.ROOT),
                nextNumber,
                profile.isHold(),
                profile.isTowardExtension(),
                profile.isOnTheSide(),
                another ? null : holdTargetS,
                hold,
                Spoken.all(repetitions, another),
                Spoken.all(flags, another),
                cue == null ? null : cue.to(another),
                Spoken.all(messages, another),
                sensors,
                twoSensors,
                story.to(another),
                stopped == null ? null : stopped.to(another),
                silence,
                calibration,
                trouble);
    }
}

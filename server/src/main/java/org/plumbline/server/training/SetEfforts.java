package org.plumbline.server.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingFormat;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what a lifter says of a set once it is over: effort, a note, the load it really was. */
@Service
public class SetEfforts {
    private static final int LONGEST_NOTE = 1000;

    private final SetRepository sets;
    private final SetEffortRepository efforts;
    private final SetCorrections corrections;
    private final SummaryWriting summaries;
    private final TransactionTemplate transaction;
    private final AsSeen seen;
    private final Clock clock;

    SetEfforts(
            SetRepository sets,
            SetEffortRepository efforts,
            SetCorrections corrections,
            SummaryWriting summaries,
            TransactionTemplate transaction,
            AsSeen seen,
            Clock clock) {
        this.sets = sets;
        this.efforts = efforts;
        this.corrections = corrections;
        this.summaries = summaries;
        this.transaction = transaction;
        this.seen = seen;
        this.clock = clock;
    }

    /** What was said of a set. */
    public SetSaid of(UUID setId) {
        return efforts.find(setId).orElse(SetSaid.NOTHING);
    }

    /** What stands of a set that can be said of it. */
    private record Standing(SetSaid said, @Nullable Double loadKg) {}

    private Standing standing(TrainingSet set) {
        return new Standing(of(set.id()), set.loadKg());
    }

    /** The {@linkplain AsSeen#mark mark} of what stands of a set. */
    String mark(TrainingSet set) {
        return AsSeen.mark(standing(set));
    }

    /**
     * Takes what a form says of a set in the place of what was said before.
     *
     * @param mark the mark of what its reader saw
     * @param note anything to note, or null
     * @param loadKg the load it was, or null where there was none or nobody knows
     * @param readIn the unit a refusal names loads in
     * @throws AsSeen.ChangedException where something else stands by now; nothing is changed
     * @throws IllegalArgumentException where a number cannot be; the message is for the person
     * @throws CorrectionRefusedException where the set still runs or is gone
     */
    void say(
            @Nullable String mark,
            UUID setId,
            Effort effort,
            @Nullable String note,
            @Nullable Double loadKg,
            LoadUnit readIn) {
        TrainingSet set = over(setId);
        Standing before = standing(set);
        boolean same = before.said().effort().equals(effort)
                && Objects.equals(before.said().note(), kept(note))
                && Objects.equals(before.loadKg(), loadKg);
        if (!same && !AsSeen.isOf(mark, before)) {
            throw new AsSeen.ChangedException();
        }
        put(set, before, effort, note, loadKg, readIn);
    }

    /** Changes what of it is sent, and nothing else. Refuses as {@link #say}. */
    void change(UUID setId, EffortChange change) {
        TrainingSet set = over(setId);
        Standing before = standing(set);
        put(
                set,
                before,
                change.effort(before.said().effort()),
                change.note(before.said().note()),
                change.loadKg(before.loadKg()),
                LoadUnit.KG);
    }

    private static @Nullable String kept(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    private TrainingSet over(UUID setId) {
        TrainingSet set =
                sets.find(setId).orElseThrow(() -> new CorrectionRefusedException(Words.say("training.no.set")));
        if (set.state() == SetState.RUNNING) {
            throw new CorrectionRefusedException(Words.say("effort.running"));
        }
        return set;
    }

    private void put(
            TrainingSet set,
            Standing before,
            Effort effort,
            @Nullable String note,
            @Nullable Double loadKg,
            LoadUnit readIn) {
        // what was said before that was asked stays as it is
        Double rpe = effort.rpe();
        Integer left = effort.repetitionsInReserve();
        if (rpe != null
                && left != null
                && effort.isContradiction()
                && !effort.equals(before.said().effort())) {
            throw new IllegalArgumentException(Words.say("effort.contradiction", rpe, left));
        }
        boolean saidNow = left != null && !left.equals(before.said().effort().repetitionsInReserve());
        if (saidNow && ExerciseProfile.isHold(set.exercise())) {
            throw new IllegalArgumentException(Words.say("effort.reserve.hold"));
        }
        if (note != null && note.strip().length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(Words.say("training.note.long", String.valueOf(LONGEST_NOTE)));
        }
        if (loadKg != null && !(loadKg >= 0 && loadKg <= RecordingFormat.MAX_LOAD_KG)) {
            throw new IllegalArgumentException(
                    Words.say("effort.load.refused", readIn.format(RecordingFormat.MAX_LOAD_KG)));
        }
        UUID setId = set.id();
        boolean corrected = !Objects.equals(before.loadKg(), loadKg);
        if (corrected && loadKg != null) {
            readIn.checkShown(loadKg);
        }
        boolean already = before.said().loadCorrected();
        Double begunWith = already ? before.said().loadBeforeKg() : before.loadKg();
        boolean other = corrected ? !Objects.equals(begunWith, loadKg) : already;
        SetSaid said = new SetSaid(effort, kept(note), other, other ? begunWith : null);
        Runnable put = () -> seen.write(
                () -> sets.hold(setId),
                () -> standing(over(setId)),
                before::equals,
                now -> efforts.put(setId, said, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (corrected) {
            corrections.correctLoad(set, loadKg, put);
        } else {
            transaction.executeWithoutResult(status -> {
                put.run();
                summaries.write(setId);
            });
        }
    }
}

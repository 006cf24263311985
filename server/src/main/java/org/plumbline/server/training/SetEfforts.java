package org.plumbline.server.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingFormat;
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
    private final Clock clock;

    SetEfforts(
            SetRepository sets,
            SetEffortRepository efforts,
            SetCorrections corrections,
            SummaryWriting summaries,
            TransactionTemplate transaction,
            Clock clock) {
        this.sets = sets;
        this.efforts = efforts;
        this.corrections = corrections;
        this.summaries = summaries;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was said of a set. */
    public SetSaid of(UUID setId) {
        return efforts.find(setId).orElse(SetSaid.NOTHING);
    }

    /**
     * Takes what is said of a set in the place of what was said before.
     *
     * @param note anything to note, or null
     * @param loadKg the load it was, or null where there was none or nobody knows
     * @param readIn the unit a refusal names loads in
     * @throws IllegalArgumentException where a number cannot be; the message is for the person
     * @throws CorrectionRefusedException where the set still runs or is gone
     */
    public void say(UUID setId, Effort effort, @Nullable String note, @Nullable Double loadKg, LoadUnit readIn) {
        if (note != null && note.strip().length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(Words.say("training.note.long", String.valueOf(LONGEST_NOTE)));
        }
        if (loadKg != null && !(loadKg >= 0 && loadKg <= RecordingFormat.MAX_LOAD_KG)) {
            throw new IllegalArgumentException(
                    Words.say("effort.load.refused", readIn.format(RecordingFormat.MAX_LOAD_KG)));
        }
        TrainingSet set =
                sets.find(setId).orElseThrow(() -> new CorrectionRefusedException(Words.say("training.no.set")));
        if (set.state() == SetState.RUNNING) {
            throw new CorrectionRefusedException(Words.say("effort.running"));
        }
        SetSaid before = of(setId);
        boolean corrected = !Objects.equals(set.loadKg(), loadKg);
        Double begunWith = before.loadCorrected() ? before.loadBeforeKg() : set.loadKg();
        boolean other = corrected ? !Objects.equals(begunWith, loadKg) : before.loadCorrected();
        SetSaid said = new SetSaid(
                effort, note == null || note.isBlank() ? null : note.strip(), other, other ? begunWith : null);
        Runnable put = () -> efforts.put(setId, said, clock.instant().truncatedTo(ChronoUnit.MICROS));
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

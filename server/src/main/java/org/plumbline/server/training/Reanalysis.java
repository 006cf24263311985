package org.plumbline.server.training;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.Algorithm;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Analyses stored sets again with the present software. The result takes the place of the old one in one transaction; the old
 * one is kept, with the version that found it.
 */
@Service
public class Reanalysis {
    private static final Logger LOG = LoggerFactory.getLogger(Reanalysis.class);
    private static final int WORTH_A_WORD = 2;

    private final SetRepository sets;
    private final CorrectionRepository corrections;
    private final StoredAnalysis analysis;
    private final EarlierAnalysisRepository earlier;
    private final SummaryWriting summaries;
    private final AnalysisTurns turns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reanalysis(
            SetRepository sets,
            CorrectionRepository corrections,
            StoredAnalysis analysis,
            EarlierAnalysisRepository earlier,
            SummaryWriting summaries,
            AnalysisTurns turns,
            TransactionTemplate transaction,
            Clock clock) {
        this.sets = sets;
        this.corrections = corrections;
        this.analysis = analysis;
        this.earlier = earlier;
        this.summaries = summaries;
        this.turns = turns;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A result in numbers: who found it, the repetitions, and those of them with a flag of level 2 or 3. */
    public record Counts(String software, String algorithm, int repetitions, int flagged) {
        static Counts of(AnalysisResult result) {
            int flagged = (int) result.repetitions().stream()
                    .filter(one -> one.flags().stream().anyMatch(flag -> flag.level() >= WORTH_A_WORD))
                    .count();
            return new Counts(
                    result.software().version(),
                    result.software().algorithm(),
                    result.repetitions().size(),
                    flagged);
        }
    }

    /**
     * What came of it.
     *
     * @param changed whether anything was found otherwise than before, whoever found it
     * @param before what stood
     * @param now what stands
     */
    public record Outcome(boolean changed, Counts before, Counts now) {}

    /**
     * Analyses a set again, with all that people corrected.
     *
     * @throws CorrectionRefusedException where it runs, was never analysed, or its samples cannot be read
     * @throws AnalysisBusyException where too many others are analysed
     */
    public Outcome again(UUID setId) {
        return turns.alone(setId, () -> againAlone(setId));
    }

    private Outcome againAlone(UUID setId) {
        TrainingSet set =
                sets.find(setId).orElseThrow(() -> new CorrectionRefusedException(Words.say("training.no.set")));
        if (set.state() == SetState.RUNNING) {
            throw new CorrectionRefusedException(Words.say("reanalysis.running"));
        }
        AnalysisResult before = sets.analysis(setId)
                .orElseThrow(() -> new CorrectionRefusedException(Words.say("training.not.analysed")));
        AnalysisResult now = replace(set, corrections.of(setId), before, true, () -> {});
        boolean same = now.repetitions().equals(before.repetitions())
                && now.setAside().equals(before.setAside())
                && now.set().equals(before.set());
        return new Outcome(!same, Counts.of(before), Counts.of(now));
    }

    /** Whether the result that stands is of the present software and rules. */
    boolean isOfToday(UUID setId) {
        return sets.analysis(setId)
                .map(AnalysisResult::software)
                .filter(by -> by.equals(new AnalysisResult.Software(Algorithm.softwareVersion(), Algorithm.VERSION)))
                .isPresent();
    }

    /**
     * Analyses a set with these corrections and this load instead of those in the log. Within the set's turn.
     *
     * @param along what is written with it; not run where the set cannot be analysed again
     */
    void with(TrainingSet set, List<Correction> corrected, Runnable along) {
        replace(set, corrected, sets.analysis(set.id()).orElse(null), false, along);
    }

    private AnalysisResult replace(
            TrainingSet set,
            List<Correction> corrected,
            @Nullable AnalysisResult before,
            boolean keepWhatDiffers,
            Runnable along) {
        StoredAnalysis.Found found;
        try {
            found = turns.analysing(() -> analysis.analyze(set, corrected));
        } catch (IOException unreadable) {
            LOG.warn("The samples of set {} cannot be read", set.id(), unreadable);
            throw new CorrectionRefusedException(Words.say("reanalysis.unreadable"));
        }
        AnalysisResult result = withRemarksOfTheReader(set, found.result(), before);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            // a correction can be taken back: it hides only what other software found
            boolean worthKeeping = before != null
                    && (keepWhatDiffers
                            ? !result.equals(before)
                            : !result.software().equals(before.software()));
            if (before != null && worthKeeping) {
                earlier.keep(set.id(), before, Counts.of(before).flagged(), now);
            }
            along.run();
            analysis.replace(set.id(), found);
            sets.end(set.id(), set.state(), set.endedAt(), result);
            earlier.analysed(set.id(), now);
            summaries.write(set.id());
        });
        return result;
    }

    /** What was said of an uploaded file when it was read is not in its samples. */
    private static AnalysisResult withRemarksOfTheReader(
            TrainingSet set, AnalysisResult result, @Nullable AnalysisResult before) {
        return set.source() == SetSource.UPLOAD && before != null
                ? AnalysisMessages.with(result, before.quality().messages())
                : result;
    }

    /** What was found in a set before, newest first. */
    public List<EarlierAnalysis> earlier(UUID setId) {
        return earlier.of(setId);
    }

    /** An earlier result in full. */
    public Optional<AnalysisResult> earlier(UUID setId, UUID id) {
        return earlier.find(setId, id);
    }
}

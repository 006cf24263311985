package org.plumbline.server.training;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at start-up for sets that still run: the server stopped in their midst. What it could not give to the database any
 * more is read from the spool first. Their stored samples are analysed anew,
 * which gives what the stopped server had found and what it had no time to write; then they are marked interrupted.
 */
@Component
class InterruptedSets implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedSets.class);

    private final SetRepository sets;
    private final SampleRepository samples;
    private final RepetitionRepository repetitions;
    private final StoredAnalysis analysis;
    private final SummaryWriting summaries;
    private final TransactionTemplate transaction;
    private final Spool spool;
    private final Clock clock;

    InterruptedSets(
            SetRepository sets,
            SampleRepository samples,
            RepetitionRepository repetitions,
            StoredAnalysis analysis,
            SummaryWriting summaries,
            TransactionTemplate transaction,
            Spool spool,
            Clock clock) {
        this.clock = clock;
        this.spool = spool;
        this.sets = sets;
        this.samples = samples;
        this.repetitions = repetitions;
        this.analysis = analysis;
        this.summaries = summaries;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        spool.playIn();
        for (TrainingSet set : sets.running()) {
            if (set.source() == SetSource.UPLOAD) {
                // nobody was told that it had arrived, and the file is still where it came from
                samples.deleteInPieces(set.id());
                sets.delete(set.id());
            } else {
                tryToRecover(set);
            }
        }
    }

    /** What is wrong with one set stops neither the others nor the start. */
    private void tryToRecover(TrainingSet set) {
        try {
            recover(set);
        } catch (RuntimeException failed) {
            LOG.error("Set {} could not be ended, the next start tries again", set.id(), failed);
        }
    }

    private Instant lastSampleAt(TrainingSet set) {
        try {
            return analysis.lastSampleAt(set);
        } catch (RuntimeException unreadable) {
            LOG.warn("When the last sample of set {} was measured cannot be read", set.id(), unreadable);
            return set.startedAt();
        }
    }

    /** A damaged time of a sample may lie anywhere. */
    static Instant within(Instant startedAt, Instant ended, Instant now) {
        Instant atMost = ended.isAfter(now) ? now : ended;
        return atMost.isBefore(startedAt) ? startedAt : atMost;
    }

    private void recover(TrainingSet set) {
        int written = repetitions.count(set.id());
        StoredAnalysis.@Nullable Found found = null;
        try {
            found = analysis.analyze(set, SetState.INTERRUPTED);
            if (found.repetitions().size() < written) {
                // the lifter had ended it, and its last repetition was written; only the end was not
                found = analysis.analyze(set, SetState.FINISHED);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("Set {} could not be analysed anew, what was written of it stands", set.id(), failed);
        }
        StoredAnalysis.@Nullable Found anew = found;
        Instant lastSampleAt = anew == null ? lastSampleAt(set) : anew.lastSampleAt();
        Instant ended = within(set.startedAt(), lastSampleAt, clock.instant());
        transaction.executeWithoutResult(status -> {
            if (anew != null && anew.repetitions().size() >= written) {
                analysis.replace(set.id(), anew);
            }
            repetitions.insertMessage(
                    set.id(),
                    new StoredMessage(
                            Duration.between(set.startedAt(), ended).toMillis() / 1e3,
                            Words.say("set.interrupted.server")));
            sets.end(set.id(), SetState.INTERRUPTED, ended, anew == null ? null : anew.result());
            summaries.write(set.id());
        });
    }
}

package org.plumbline.server.training;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.imu.ImuSample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at start-up for sets that still run: the server stopped in their midst. Their stored samples are analysed anew,
 * which gives what the stopped server had found and what it had no time to write; then they are marked interrupted.
 */
@Component
class InterruptedSets implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedSets.class);

    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InterruptedSets(
            SetRepository sets,
            RepetitionRepository repetitions,
            SampleRepository samples,
            TransactionTemplate transaction,
            Clock clock) {
        this.sets = sets;
        this.repetitions = repetitions;
        this.samples = samples;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (TrainingSet set : sets.running()) {
            if (set.source() == SetSource.UPLOAD) {
                // nobody was told that it had arrived, and the file is still where it came from
                sets.delete(set.id());
            } else {
                recover(set);
            }
        }
    }

    private void recover(TrainingSet set) {
        Findings findings = new Findings(repetitions.repetitions(set.id()), clock.instant());
        @Nullable AnalysisResult analysis = null;
        try {
            analysis = analyze(set, findings);
        } catch (IOException | RuntimeException failed) {
            LOG.warn("Set {} could not be analysed anew, what was written of it stands", set.id(), failed);
        }
        @Nullable AnalysisResult result = analysis;
        transaction.executeWithoutResult(status -> {
            if (result != null && findings.found.size() >= findings.written.size()) {
                repetitions.clear(set.id());
                findings.found.forEach(repetition -> repetitions.insert(set.id(), repetition));
                result.set().flags().forEach(flag -> repetitions.insertFlag(set.id(), new StoredFlag(0, flag)));
            }
            sets.end(set.id(), SetState.INTERRUPTED, null, result);
        });
    }

    private AnalysisResult analyze(TrainingSet set, Findings findings) throws IOException {
        FormLine line = new FormLine(set.header(), set.exercise(), findings);
        StoredSamples stored = new StoredSamples(samples, set.id());
        ImuSample sample = new ImuSample();
        long begunAfter = set.begunAfterSamples() == null ? -1 : set.begunAfterSamples();
        if (begunAfter == 0) {
            line.beginSet();
        }
        while (stored.next(sample)) {
            line.accept(sample);
            if (line.samples() == begunAfter) {
                line.beginSet();
            }
        }
        return line.finish();
    }

    /** Keeps the time at which a repetition was first complete, if that was written. */
    private static final class Findings implements FormListener {
        private final List<StoredRepetition> written;
        private final List<StoredRepetition> found = new ArrayList<>();

        private final Instant recoveredAt;

        private Findings(List<StoredRepetition> written, Instant recoveredAt) {
            this.written = written;
            this.recoveredAt = recoveredAt;
        }

        @Override
        public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
            int i = found.size();
            Instant completedAt = i < written.size() ? written.get(i).completedAt() : recoveredAt;
            found.add(new StoredRepetition(completedAt, repetition, curves));
        }
    }
}

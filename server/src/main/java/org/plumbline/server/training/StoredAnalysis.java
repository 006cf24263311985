package org.plumbline.server.training;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.springframework.stereotype.Component;

/** Analyses a set again from its stored samples: they are the source of truth, what was found is a function of them. */
@Component
class StoredAnalysis {
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final CorrectionRepository corrections;
    private final Clock clock;

    StoredAnalysis(
            RepetitionRepository repetitions, SampleRepository samples, CorrectionRepository corrections, Clock clock) {
        this.repetitions = repetitions;
        this.samples = samples;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * What was found, ready to be written. Stretches that cannot be read are gaps, and named in its messages.
     *
     * @param lastSampleAt when the last stored sample was measured
     */
    record Found(AnalysisResult result, List<StoredRepetition> repetitions, Instant lastSampleAt) {}

    /** Analyses a set with the corrections that are in the log. */
    Found analyze(TrainingSet set) throws IOException {
        return analyze(set, corrections.of(set.id()));
    }

    /** Analyses a set with other corrections than those in the log. */
    Found analyze(TrainingSet set, List<Correction> corrected) throws IOException {
        // one that still runs in the log was left by a server that stopped
        return analyze(set, corrected, set.state() == SetState.RUNNING ? SetState.INTERRUPTED : set.state());
    }

    /** Analyses a set as one that ended in another way than the log says. */
    Found analyze(TrainingSet set, SetState end) throws IOException {
        return analyze(set, corrections.of(set.id()), end);
    }

    private Found analyze(TrainingSet set, List<Correction> corrected, SetState end) throws IOException {
        Findings findings = new Findings(repetitions.repetitions(set.id()), clock.instant());
        FormLine line = new FormLine(set.setup(told(corrected)), findings);
        StoredSamples stored = new StoredSamples(samples, set);
        ImuSample sample = new ImuSample();
        long begunAfter = set.begunAfterSamples() == null ? Long.MAX_VALUE : set.begunAfterSamples();
        boolean begun = false;
        if (begunAfter == 0) {
            begun = true;
            line.beginSet();
        }
        while (stored.next(sample)) {
            line.accept(sample);
            if (!begun && stored.position() >= begunAfter) {
                begun = true;
                line.beginSet();
            }
        }
        List<UnreadableStretch> unreadable = stored.unreadable();
        if (stored.read() == 0 && !unreadable.isEmpty()) {
            throw new IOException("none of the stored samples is as it was written");
        }
        List<String> said = unreadable.stream()
                .map(stretch -> stretch.say(set.header().sensors()))
                .toList();
        return new Found(
                AnalysisMessages.with(line.finish(end, set.source()), said),
                List.copyOf(findings.found),
                lastSampleAt(set, stored));
    }

    /** The same of a set that could not be analysed. */
    Instant lastSampleAt(TrainingSet set) {
        return lastSampleAt(set, new StoredSamples(samples, set).readAll());
    }

    private static Instant lastSampleAt(TrainingSet set, StoredSamples stored) {
        return set.startedAt().plus(Math.max(0, stored.lastMicros()), ChronoUnit.MICROS);
    }

    private static RepetitionCorrections told(List<Correction> corrected) {
        return new RepetitionCorrections(
                moments(corrected, CorrectionKind.NOT_REPETITION), moments(corrected, CorrectionKind.REPETITION));
    }

    private static List<Long> moments(List<Correction> corrected, CorrectionKind kind) {
        return corrected.stream()
                .filter(correction -> correction.kind() == kind)
                .map(correction -> Math.round(correction.momentS() * 1e6))
                .toList();
    }

    /** Puts what was found in the place of what was found before. Within a transaction. */
    void replace(UUID setId, Found found) {
        repetitions.clear(setId);
        found.repetitions().forEach(repetition -> repetitions.insert(setId, repetition));
        found.result().set().flags().forEach(flag -> repetitions.insertFlag(setId, new StoredFlag(0, flag)));
    }

    /** Keeps the time at which a repetition was first complete, if that was written. */
    private static final class Findings implements FormListener {
        private final List<StoredRepetition> written;
        private final List<StoredRepetition> found = new ArrayList<>();
        private final Instant now;

        private Findings(List<StoredRepetition> written, Instant now) {
            this.written = written;
            this.now = now;
        }

        @Override
        public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
            double middleS = (repetition.startS() + repetition.endS()) / 2;
            Instant completedAt = written.stream()
                    .filter(before -> before.result().startS() <= middleS
                            && before.result().endS() >= middleS)
                    .map(StoredRepetition::completedAt)
                    .findFirst()
                    .orElse(now);
            found.add(new StoredRepetition(completedAt, repetition, curves));
        }
    }
}

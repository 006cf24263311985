package org.plumbline.server.training;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.account.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes sets that were lifted on an earlier day into the log, all at once: the same line analyses them, and nobody can tell them
 * from sets that were written while they happened.
 */
@Service
public class PastSets {
    private static final int CHUNK_SAMPLES = 4_096;

    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final SetEffortRepository efforts;
    private final SummaryWriting summaries;
    private final TransactionTemplate transaction;

    PastSets(
            SetRepository sets,
            RepetitionRepository repetitions,
            SampleRepository samples,
            SetEffortRepository efforts,
            SummaryWriting summaries,
            TransactionTemplate transaction) {
        this.sets = sets;
        this.repetitions = repetitions;
        this.samples = samples;
        this.efforts = efforts;
        this.summaries = summaries;
        this.transaction = transaction;
    }

    /** Begins a session of an earlier day; sets are added to it by its identity. */
    public UUID beginSession(Person lifter, Instant startedAt) {
        return sets.insertSession(lifter.id(), startedAt.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * What is to be kept of a set.
     *
     * @param plan the set as it would have been begun
     * @param startedAt when it began
     * @param effort what the lifter said of it
     * @param note anything else they noted, or null
     */
    public record PastSet(
            NewSet plan,
            Instant startedAt,
            Effort effort,
            @Nullable String note) {}

    /**
     * Analyses and keeps a set. It is in the log as a whole or, where this throws, not at all.
     *
     * @param source fills in the next sample and says whether there was one
     * @return its identity
     */
    public UUID keep(Person lifter, UUID session, PastSet set, Predicate<ImuSample> source) {
        Instant startedAt = set.startedAt().truncatedTo(ChronoUnit.MICROS);
        List<StoredRepetition> found = new ArrayList<>();
        List<byte[]> chunks = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        AnalysisResult result = analyse(set.plan(), startedAt, source, found, chunks, counts);
        Instant endedAt = startedAt.plus(seconds(result.recording().durationS()));
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            sets.insert(new TrainingSet(
                    id,
                    lifter.id(),
                    session,
                    set.plan().exercise(),
                    set.plan().title(),
                    set.plan().source(),
                    set.plan().demo(),
                    set.plan().simulated(),
                    SetState.RUNNING,
                    startedAt,
                    null,
                    set.plan().loadKg(),
                    set.plan().header(),
                    set.plan().calibration(),
                    set.plan().knownForm(),
                    null));
            for (int i = 0; i < chunks.size(); i++) {
                samples.insert(id, i, counts.get(i), chunks.get(i));
            }
            found.forEach(repetition -> repetitions.insert(id, repetition));
            result.set().flags().forEach(flag -> repetitions.insertFlag(id, new StoredFlag(0, flag)));
            sets.end(id, SetState.FINISHED, endedAt, result);
            if (!set.effort().isEmpty() || set.note() != null) {
                efforts.put(id, new SetSaid(set.effort(), set.note(), false, null), endedAt);
            }
            summaries.write(id);
        });
        return id;
    }

    private static AnalysisResult analyse(
            NewSet plan,
            Instant startedAt,
            Predicate<ImuSample> source,
            List<StoredRepetition> found,
            List<byte[]> chunks,
            List<Integer> counts) {
        FormLine line = new FormLine(plan.setup(), new FormListener() {
            @Override
            public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
                found.add(new StoredRepetition(startedAt.plus(seconds(repetition.endS())), repetition, curves));
            }
        });
        SampleChunk.Builder chunk = new SampleChunk.Builder(CHUNK_SAMPLES);
        ImuSample sample = new ImuSample();
        while (source.test(sample)) {
            SampleChunk.quantize(sample);
            if (chunk.isFull()) {
                counts.add(chunk.count());
                chunks.add(chunk.take());
            }
            chunk.add(sample);
            line.accept(sample);
        }
        if (chunk.count() > 0) {
            counts.add(chunk.count());
            chunks.add(chunk.take());
        }
        return line.finish(SetState.FINISHED, plan.source());
    }

    private static Duration seconds(double seconds) {
        return Duration.of(Math.round(seconds * 1e6), ChronoUnit.MICROS);
    }
}

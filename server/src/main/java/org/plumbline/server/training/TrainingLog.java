package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The training log: begins sets, and gives what is written of them. */
@Service
public class TrainingLog {
    /** A set that begins within this of the last one belongs to the same session. */
    private static final Duration SESSION_PAUSE = Duration.ofHours(2);

    private static final long LIVE_CHUNK_MICROS = 500_000;
    private static final long FILE_CHUNK_MICROS = 5_000_000;
    private static final int CHUNK_SAMPLES = 4_096;

    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final SummaryWriting summaries;
    private final KnownForms known;
    private final Clock clock;

    TrainingLog(
            SetRepository sets,
            RepetitionRepository repetitions,
            SampleRepository samples,
            SummaryWriting summaries,
            KnownForms known,
            Clock clock) {
        this.sets = sets;
        this.repetitions = repetitions;
        this.samples = samples;
        this.summaries = summaries;
        this.known = known;
        this.clock = clock;
    }

    /** A set that is about to begin, with what is known of its lifter's form: whoever analyses it must have asked. */
    public NewSet tell(UUID lifterId, NewSet plan) {
        return plan.knowing(known.of(lifterId, plan.exercise(), plan.simulated()));
    }

    /** Begins a set; it is in the log, running, when this returns. */
    @Transactional
    public SetRecorder begin(Person lifter, NewSet set) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID session = sets.openSession(lifter.id(), now.minus(SESSION_PAUSE))
                .orElseGet(() -> sets.insertSession(lifter.id(), now));
        UUID id = UUID.randomUUID();
        sets.insert(new TrainingSet(
                id,
                lifter.id(),
                session,
                set.exercise(),
                set.title(),
                set.source(),
                set.demo(),
                set.simulated(),
                SetState.RUNNING,
                now,
                null,
                set.loadKg(),
                set.header(),
                set.calibration(),
                set.knownForm(),
                null));
        // a live set loses at most this much when the server is killed; a file can be read again
        long chunkMicros = set.source() == SetSource.UPLOAD ? FILE_CHUNK_MICROS : LIVE_CHUNK_MICROS;
        return new SetRecorder(
                id,
                new SetRecorder.LogStore(sets, repetitions, samples, summaries),
                clock,
                chunkMicros,
                CHUNK_SAMPLES,
                SetRecorder.Retry.FOR_A_MINUTE);
    }

    /** When a lifter's last set ended: the rest is counted from there. */
    public Optional<Instant> lastEnd(UUID lifterId) {
        return sets.lastEnd(lifterId);
    }

    public Optional<TrainingSet> find(UUID id) {
        return sets.find(id);
    }

    /** A lifter's sets, newest first, those that run among them. */
    public List<SetListing> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return sets.newest(lifterId, filter, limit, offset);
    }

    /** A lifter's newest sets, newest first. */
    public List<SetListing> newest(UUID lifterId, int limit, int offset) {
        return sets.newest(lifterId, limit, offset);
    }

    /** What was found in a set as a whole, once it is over. */
    public Optional<AnalysisResult> analysis(UUID id) {
        return sets.analysis(id);
    }

    public List<StoredRepetition> repetitions(UUID id) {
        return repetitions.repetitions(id);
    }

    public List<StoredFlag> flags(UUID id) {
        return repetitions.flags(id);
    }

    public List<StoredMessage> messages(UUID id) {
        return repetitions.messages(id);
    }

    /** The raw samples of a set, from the first. */
    public StoredSamples samples(UUID id) {
        return new StoredSamples(samples, id);
    }

    public long sampleCount(UUID id) {
        return samples.sampleCount(id);
    }

    /** Removes a set with all that belongs to it. */
    @Transactional
    public void delete(UUID id) {
        sets.delete(id);
    }

    /** Removes the demo sets but the newest {@code keep}. */
    public void deleteDemoSetsBut(int keep) {
        List<UUID> demo = sets.demoSets();
        for (UUID id : demo.subList(Math.min(keep, demo.size()), demo.size())) {
            sets.delete(id);
        }
    }
}

package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** The training log: begins sets, and gives what is written of them. */
@Service
public class TrainingLog {
    /** Three stand for the usual of a set; those in which something was cautioned are passed over. */
    public static final int FIRST = 12;

    /** Repetitions that are looked at together: more than anybody does in one set, but few enough to be looked at. */
    public static final int MOST_AT_ONCE = 200;

    /** A live set loses at most this much, and what is on its way to the disk, when the server is killed. */
    private static final Duration LIVE_CHUNK = Duration.ofMillis(500);

    /** A file is read again where that fails: its chunks are filled, for a recording of years may have a sample a day. */
    private static final Duration FILE_CHUNK = Duration.ofNanos(Long.MAX_VALUE);

    /** Five seconds of two sensors. */
    private static final int FILE_CHUNK_SAMPLES = 1_024;

    /** Half a second of four fast sensors: a full gym has hundreds of these open at once. */
    private static final int LIVE_CHUNK_SAMPLES = 1_024;

    private final SetRepository sets;
    private final TrainingSessions sessions;
    private final SetBeginnings beginnings;
    private final SetListingRepository listings;
    private final RepetitionRepository repetitions;
    private final SampleRepository samples;
    private final Spool spool;
    private final SummaryWriting summaries;
    private final KnownForms known;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingLog(
            SetRepository sets,
            TrainingSessions sessions,
            SetBeginnings beginnings,
            SetListingRepository listings,
            RepetitionRepository repetitions,
            SampleRepository samples,
            Spool spool,
            SummaryWriting summaries,
            KnownForms known,
            TransactionTemplate transaction,
            Clock clock) {
        this.transaction = transaction;
        this.sets = sets;
        this.sessions = sessions;
        this.beginnings = beginnings;
        this.listings = listings;
        this.repetitions = repetitions;
        this.samples = samples;
        this.spool = spool;
        this.summaries = summaries;
        this.known = known;
        this.clock = clock;
    }

    /** A set that is about to begin, with what is known of its lifter's form: whoever analyses it must have asked. */
    public NewSet tell(UUID lifterId, NewSet plan) {
        return plan.knowing(known.of(lifterId, plan.exercise(), plan.simulated()));
    }

    /** A set that was recorded at a moment, with what was known of its lifter's form then. */
    public NewSet tellRecorded(UUID lifterId, NewSet plan, Instant recordedAt) {
        return plan.knowing(known.ofRecorded(lifterId, plan.exercise(), plan.simulated(), recordedAt));
    }

    /**
     * Begins a set; it is in the log, running, when this returns.
     *
     * @throws ResponseStatusException 404 where the lifter was erased meanwhile; nothing is kept then
     */
    public SetRecorder begin(Person lifter, NewSet set) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return begin(lifter, set, now, SetTime.running(clock, now));
    }

    /**
     * Begins a set that was lifted earlier, and stands in the log where it was lifted.
     *
     * @param recordedAt when it began; of a time to come it is now
     * @throws ResponseStatusException 404 where the lifter was erased meanwhile; nothing is kept then
     */
    public SetRecorder beginRecorded(Person lifter, NewSet set, Instant recordedAt) {
        Instant now = clock.instant();
        Instant at = (recordedAt.isAfter(now) ? now : recordedAt).truncatedTo(ChronoUnit.MICROS);
        return begin(lifter, set, at, SetTime.recorded(clock, at));
    }

    private SetRecorder begin(Person lifter, NewSet set, Instant startedAt, SetTime time) {
        UUID id = UUID.randomUUID();
        boolean fromFile = set.source() == SetSource.UPLOAD;
        beginnings.requireRoom();
        try {
            transaction.executeWithoutResult(status -> insert(id, lifter, set, startedAt));
        } catch (DataIntegrityViolationException refused) {
            if (sets.lifterExists(lifter.id())) {
                throw refused;
            }
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("training.lifter.gone"), refused);
        } catch (DataAccessException | TransactionException unanswered) {
            // it may be there all the same, and nobody would ever end it
            beginnings.takeBackOnceAnswered(id);
            throw unanswered;
        }
        // not before it is committed: a set that is not there has nothing to record
        if (!fromFile) {
            beginnings.secure(id);
        }
        return fromFile
                ? spool.record(id, time, FILE_CHUNK, FILE_CHUNK_SAMPLES, true)
                : spool.record(id, time, LIVE_CHUNK, LIVE_CHUNK_SAMPLES, false);
    }

    /**
     * Keeps of a set which file it was, and that it was brought now.
     *
     * @param recordingHash what tells the file from every other
     * @return when that lifter brought the same file last, before; empty where never
     */
    public Optional<Instant> keepFile(UUID setId, UUID lifterId, String recordingHash) {
        Optional<Instant> before = sets.broughtBefore(lifterId, recordingHash);
        sets.keepFile(setId, recordingHash, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return before;
    }

    /** When a set began, if another one of its lifter began at that very moment: it may be the same one. */
    public Optional<Instant> beganTogether(UUID setId) {
        return sets.beganTogether(setId);
    }

    private void insert(UUID id, Person lifter, NewSet set, Instant startedAt) {
        sets.insert(new TrainingSet(
                id,
                lifter.id(),
                sessions.of(lifter.id(), startedAt),
                set.exercise(),
                set.title(),
                set.source(),
                set.demo(),
                set.simulated(),
                SetState.RUNNING,
                startedAt,
                null,
                set.loadKg(),
                set.header(),
                set.calibration(),
                set.knownForm(),
                null));
    }

    /** Whether that is a rest between two sets: after a longer one the next set begins another session. */
    public static boolean isRest(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(TrainingSessions.PAUSE) < 0;
    }

    /** When a lifter's last set ended: the rest is counted from there. */
    public Optional<Instant> lastEnd(UUID lifterId) {
        return sets.lastEnd(lifterId);
    }

    public Optional<TrainingSet> find(UUID id) {
        return sets.find(id);
    }

    /** Those of these sets that are there, in no order. */
    public List<TrainingSet> find(Collection<UUID> ids) {
        return sets.find(ids);
    }

    /** A lifter's sets, newest first, those that run among them. */
    public List<SetListing> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return listings.newest(lifterId, filter, limit, offset);
    }

    /** A lifter's newest sets, newest first. */
    public List<SetListing> newest(UUID lifterId, int limit, int offset) {
        return listings.newest(lifterId, limit, offset);
    }

    /** Says whether a set that is over goes with the rehab part of its lifter's record, and not with form. */
    public void setOfRehab(UUID id, boolean rehab) {
        sets.setOfRehab(id, rehab);
        summaries.write(id);
    }

    /** Those of these sets of which a range of motion was read, which are no training. */
    public Set<UUID> ofRehab(Collection<UUID> ids) {
        return sets.ofRehab(ids);
    }

    /** What was found in a set as a whole, once it is over. */
    public Optional<AnalysisResult> analysis(UUID id) {
        return sets.analysis(id);
    }

    /** The same without its repetitions, however many there are. */
    public Optional<AnalysisResult> overall(UUID id) {
        return sets.overall(id);
    }

    /** All repetitions of a set: for what counts them, and never for a page, which may be of very many. */
    public List<StoredRepetition> repetitions(UUID id) {
        return repetitions.repetitions(id);
    }

    /** The repetitions of a set from a number on, at most so many. */
    public List<StoredRepetition> repetitions(UUID id, int fromNumber, int most) {
        return repetitions.repetitions(id, fromNumber, most);
    }

    /** The first repetitions of a set: those that its other ones are held against are nearly always among them. */
    public List<StoredRepetition> first(UUID id) {
        return repetitions.repetitions(id, 1, FIRST);
    }

    /** The repetitions of many sets that have one of these numbers, asked for at once; a set without any is not among them. */
    public Map<UUID, List<StoredRepetition>> repetitions(Collection<UUID> ids, Collection<Integer> numbers) {
        return repetitions.repetitions(ids, numbers);
    }

    public Optional<StoredRepetition> repetition(UUID id, int number) {
        return repetitions.find(id, number);
    }

    /** What was found in the repetition of a set within which a moment lies. */
    public Optional<AnalysisResult.Repetition> repetitionAt(UUID id, double momentS) {
        return repetitions.at(id, momentS);
    }

    public NumbersBeside beside(UUID id, int number) {
        return repetitions.beside(id, number);
    }

    public int repetitionCount(UUID id) {
        return repetitions.count(id);
    }

    /** The repetitions with the gravest cautions of a set, the gravest first, at most so many. */
    public List<Integer> gravest(UUID id, int most) {
        return repetitions.gravest(id, most);
    }

    public List<StoredFlag> flags(UUID id) {
        return repetitions.flags(id);
    }

    public List<StoredMessage> messages(UUID id) {
        return repetitions.messages(id);
    }

    /** The raw samples of a set, from the first. */
    public StoredSamples samples(TrainingSet set) {
        return new StoredSamples(samples, set);
    }

    /** What of a set's raw samples is not as it was written; only where anything is not, the samples are read for where that is. */
    public List<UnreadableStretch> unreadable(TrainingSet set) {
        return samples(set).isRestWhole() ? List.of() : samples(set).readAll().unreadable();
    }

    public long sampleCount(UUID id) {
        return samples.sampleCount(id);
    }

    /** Removes a set with all that belongs to it. */
    @Transactional
    public void delete(UUID id) {
        summaries.delete(id);
    }

    /**
     * Removes a set that nobody has seen, however long: piece by piece, for the embedded database keeps in memory what one transaction
     * takes away.
     */
    public void discard(UUID id) {
        samples.deleteInPieces(id);
        summaries.delete(id);
    }

    /** Removes the demo sets but the newest {@code keep}. */
    public void deleteDemoSetsBut(int keep) {
        List<UUID> demo = sets.demoSets();
        for (UUID id : demo.subList(Math.min(keep, demo.size()), demo.size())) {
            summaries.delete(id);
        }
    }
}

package org.plumbline.server.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingFormatException;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.AnalysisMessages;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.NotSavedException;
import org.plumbline.server.training.SampleChunk;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.Sha256;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes a recording into the log: keeps its samples, analyses it, and says exactly what is wrong with it if anything is.
 * What was readable before a malformed row is kept as a partial set.
 */
@Service
class RecordingUpload {
    /** Recordings read at the same time; others wait for a while. */
    private static final int READERS = 2;

    private static final long PATIENCE_S = 60;

    /** Text of one row, generously: a name, two times and six numbers of twenty-four characters, with room for spaces. */
    private static final long ROW_BYTES = 320;

    private static final Logger LOG = LoggerFactory.getLogger(RecordingUpload.class);

    private final TrainingLog log;
    private final UploadProperties properties;
    private final Clock clock;
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Semaphore readers = new Semaphore(READERS);

    RecordingUpload(TrainingLog log, UploadProperties properties, Clock clock) {
        this.clock = clock;
        this.log = log;
        this.properties = properties;
    }

    /**
     * Reads and keeps a recording.
     *
     * @param name name of the file as the person knows it, used in messages
     * @param said when it was recorded, as the person says; where they say nothing its header is asked
     * @throws BusyException where too many recordings are being read already
     * @throws NotSavedException where the database does not take it
     * @throws DeletedException where the set or the account was deleted meanwhile
     */
    UploadResult take(Person lifter, Path file, String name, RecordedTime said) throws IOException {
        // what stands in the file is read as UTF-8 without NUL; its name is whatever was sent
        @Nullable String fault = StorableText.fault("file", name);
        if (fault != null) {
            return UploadResult.nothing(fault);
        }
        try {
            if (!readers.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            deleteRefused();
            refuseTooLong(file, name);
            return read(lifter, file, name, said);
        } catch (RecordingFormatException unreadable) {
            return UploadResult.nothing(unreadable.getMessage());
        } finally {
            readers.release();
        }
    }

    private RecordingReader open(Path file, String name) throws IOException {
        return RecordingReader.open(Files.newInputStream(file), name, Math.max(1, properties.maxSamples()) * ROW_BYTES);
    }

    /**
     * Read to its end before anything of it is kept: to take ten million samples away again costs the embedded database more memory
     * than a small machine has.
     */
    private void refuseTooLong(Path file, String name) throws IOException {
        ImuSample sample = new ImuSample();
        try (RecordingReader reader = open(file, name)) {
            while (reader.next(sample)) {
                if (reader.rows() > properties.maxSamples()) {
                    throw new TooLongException(
                            Words.say("training.upload.long", String.valueOf(properties.maxSamples())));
                }
            }
        } catch (RecordingFormatException malformed) {
            // what is wrong with it is said when it is read to be kept
        }
    }

    private UploadResult read(Person lifter, Path file, String name, RecordedTime said) throws IOException {
        try (RecordingReader reader = open(file, name)) {
            RecordedTime recorded = said.isSaid() ? said : RecordedTime.of(reader.header(), clock);
            UploadedHead head = new UploadedHead(said.in(reader.header()), name);
            NewSet set = head.set();
            NewSet plan = recorded.at() == null
                    ? log.tell(lifter.id(), set)
                    : log.tellRecorded(lifter.id(), set, recorded.at());
            SetRecorder recorder =
                    recorded.at() == null ? log.begin(lifter, plan) : log.beginRecorded(lifter, plan, recorded.at());
            boolean kept = false;
            try {
                Optional<Instant> before =
                        log.keepFile(recorder.setId(), lifter.id(), Sha256.of(Files.newInputStream(file)));
                FormLine line = new FormLine(plan.setup(), keeping(recorder, properties.maxRepetitions()));
                @Nullable String malformed = keepSamples(reader, recorder, line);
                if (reader.rows() == 0) {
                    String nothing = malformed == null ? name + ": it has no rows." : malformed;
                    return UploadResult.nothing(nothing);
                }
                SetState end = malformed == null ? SetState.FINISHED : SetState.PARTIAL;
                List<String> notices = notices(recorded, before, recorder.setId());
                List<String> warnings = new ArrayList<>(notices);
                warnings.addAll(reader.warnings());
                warnings.addAll(head.warnings());
                AnalysisResult result = withMessages(line.finish(end, SetSource.UPLOAD), warnings, malformed);
                boolean saved = recorder.end(end, result);
                kept = true;
                if (!saved) {
                    throw new NotSavedException();
                }
                return new UploadResult(recorder.setId(), result.set().repetitionCount(), malformed, notices, warnings);
            } catch (NotSavedException refused) {
                if (recorder.isGone()) {
                    throw new DeletedException(refused);
                }
                throw refused;
            } finally {
                if (!kept) {
                    recorder.abandon();
                    refused.add(recorder.setId());
                    deleteRefused();
                }
            }
        }
    }

    /** Where the database does not answer, the next upload tries again, and the next start deletes uploads that still run. */
    private void deleteRefused() {
        for (UUID setId : refused) {
            try {
                log.discard(setId);
                refused.remove(setId);
            } catch (RuntimeException unanswered) {
                LOG.warn("Set {}, an upload that was refused, could not be deleted yet", setId, unanswered);
                return;
            }
        }
    }

    /**
     * What is said of where it stands in the log.
     *
     * @param before when the same file was brought
     */
    private List<String> notices(RecordedTime recorded, Optional<Instant> before, UUID setId) {
        List<String> notices = new ArrayList<>();
        if (recorded.fault() != null) {
            notices.add(Words.say("training.recorded.now", recorded.fault()));
        }
        before.ifPresent(moment -> notices.add(Words.say("training.upload.twice", Moments.dateAndTime(moment))));
        if (recorded.at() != null && before.isEmpty()) {
            log.beganTogether(setId)
                    .ifPresent(moment ->
                            notices.add(Words.say("training.recorded.together", Moments.dateAndTime(moment))));
        }
        return notices;
    }

    /** Keeps and analyses the very same samples, so that the analysis can be had again from what is stored. */
    private static @Nullable String keepSamples(RecordingReader reader, SetRecorder recorder, FormLine line)
            throws IOException {
        ImuSample sample = new ImuSample();
        try {
            while (reader.next(sample)) {
                SampleChunk.quantize(sample);
                // a recording has one common clock; with arrival times a replay would map it again
                sample.arrivalMicros = ImuSample.NO_ARRIVAL;
                recorder.sample(sample);
                line.accept(sample);
            }
            return null;
        } catch (RecordingFormatException malformed) {
            return malformed.getMessage();
        }
    }

    private static FormListener keeping(SetRecorder recorder, int most) {
        return new FormListener() {
            @Override
            public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
                if (repetition.number() > most) {
                    throw new TooLongException(Words.say("training.upload.many", String.valueOf(most)));
                }
                recorder.repetition(repetition, curves);
            }
        };
    }

    private static AnalysisResult withMessages(
            AnalysisResult result, List<String> warnings, @Nullable String malformed) {
        List<String> messages = new ArrayList<>(warnings);
        if (malformed != null) {
            messages.add(malformed);
        }
        return AnalysisMessages.with(result, messages);
    }

    /** Too many recordings are being read. */
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super(Words.say("training.upload.busy"));
        }
    }

    /** What a recording was becoming was deleted while it was read, or with its lifter's account. */
    static final class DeletedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DeletedException(NotSavedException refused) {
            super(Words.say("training.upload.deleted"), refused);
        }
    }

    /** A recording has more samples, or more repetitions, than this server takes. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException(String words) {
            super(words);
        }
    }
}

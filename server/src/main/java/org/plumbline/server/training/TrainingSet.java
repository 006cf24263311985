package org.plumbline.server.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.RepetitionCorrections;

/**
 * A set in the log.
 *
 * @param id identity
 * @param lifterId whose it is
 * @param sessionId the session it belongs to
 * @param exercise name of the exercise
 * @param title what a person knows it by, or null
 * @param source where its samples came from
 * @param demo whether it goes when demo mode ends
 * @param simulated whether its samples are simulated
 * @param state what has become of it
 * @param startedAt when it began
 * @param endedAt when it ended, or null while it runs and where it never did
 * @param loadKg load, or null where not said
 * @param header what stands at the head of its recording
 * @param calibration the earlier calibration that the set was given, or null
 * @param knownForm what the set was told of the lifter's form
 * @param begunAfterSamples samples after which the lifter said that the set begins, or null where never said
 */
public record TrainingSet(
        UUID id,
        UUID lifterId,
        UUID sessionId,
        String exercise,
        @Nullable String title,
        SetSource source,
        boolean demo,
        boolean simulated,
        SetState state,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double loadKg,
        RecordingHeader header,
        @Nullable StoredCalibration calibration,
        KnownForm knownForm,
        @Nullable Long begunAfterSamples) {
    /** What stands at the head of its recording, with how it ended: what was no repetition here is none wherever it goes. */
    public RecordingHeader endedHeader() {
        @Nullable RecordingEnd end = end();
        if (end == null) {
            return header;
        }
        Map<String, String> otherKeys = new LinkedHashMap<>(header.otherKeys());
        otherKeys.put(RecordingEnd.KEY, end.word());
        return header.withKeys(otherKeys);
    }

    /** How it ended; null where it runs, or where nobody can say more than its header does. */
    private @Nullable RecordingEnd end() {
        if (source == SetSource.UPLOAD) {
            return null;
        }
        return switch (state) {
            case RUNNING -> null;
            // either way: what was not finished is no repetition
            case INTERRUPTED, PARTIAL -> RecordingEnd.INTERRUPTED;
            case FINISHED -> source == SetSource.REPLAY ? null : RecordingEnd.STOPPED;
        };
    }

    /** The same set with another load. */
    TrainingSet lifting(@Nullable Double otherKg) {
        return new TrainingSet(
                id,
                lifterId,
                sessionId,
                exercise,
                title,
                source,
                demo,
                simulated,
                state,
                startedAt,
                endedAt,
                otherKg,
                header,
                calibration,
                knownForm,
                begunAfterSamples);
    }

    /** What the analysis is told of the set. */
    MonitorSetup setup(RepetitionCorrections corrections) {
        return NewSet.setup(source, exercise, loadKg, header, calibration, knownForm, corrections);
    }
}

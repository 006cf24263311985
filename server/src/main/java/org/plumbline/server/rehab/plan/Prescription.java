package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a therapist prescribed. A version never changes; a change makes a new one.
 *
 * @param id identity of the version
 * @param series identity of the prescription through all its versions
 * @param version from 1
 * @param personId whose it is
 * @param therapistId who wrote this version, or null where they are no longer on this server
 * @param therapist name of who wrote this version, or null where they are no longer on this server
 * @param work what is to be done
 * @param phase whether somebody stands by
 * @param phaseSignature who signed that the person goes on alone, or null while supervised
 * @param startsOn first day
 * @param endsOn last day, or null while it goes on; before the first day where it was ended before it began
 * @param writtenAt when the version was written
 * @param changeReason why it took the place of the one before, or null of the first
 * @param endsOnBefore last day of the version before, or null where that went on or there was none
 * @param ended whether it was written to end the prescription. A change that brings its last day forward to the day of writing ends it as well, and is none: see {@link #isEnded}
 */
public record Prescription(
        UUID id,
        UUID series,
        int version,
        UUID personId,
        @Nullable UUID therapistId,
        @Nullable String therapist,
        PrescribedWork work,
        Phase phase,
        @Nullable Signature phaseSignature,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant writtenAt,
        @Nullable String changeReason,
        @Nullable LocalDate endsOnBefore,
        boolean ended) {
    /** Whether it is to be done on that day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    /** Whether its first day was set back to one before it was written, so that it speaks of what was done since. */
    boolean isBackdated() {
        return version == 1 && startsOn.isBefore(Days.of(writtenAt));
    }

    /** Whether it is over or was ended on that day, the rest of which still counts for it: nobody changes it any more. */
    public boolean isEnded(LocalDate day) {
        return isOver(day) || ((ended || isCutShort()) && !day.isBefore(endsOn));
    }

    /** What was planned to end on that day is not ended by a change on it, nor is a first version for its own day alone. */
    private boolean isCutShort() {
        return version > 1
                && endsOn != null
                && endsOn.equals(Days.of(writtenAt))
                && (endsOnBefore == null || endsOnBefore.isAfter(endsOn));
    }

    /** Whether it is over on that day; one that was ended before it began always is. */
    public boolean isOver(LocalDate day) {
        return endsOn != null && (day.isAfter(endsOn) || endsOn.isBefore(startsOn));
    }
}

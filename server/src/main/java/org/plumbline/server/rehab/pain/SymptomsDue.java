package org.plumbline.server.rehab.pain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the symptom questions are asked again: with the first pain, at STOP, when pain rises by two points, and every week in rehab. A
 * rise is one against the entry before and against the one that stood when they were last answered, so that one point and one
 * more are seen too.
 */
final class SymptomsDue {
    /** Points of a 0–10 rating. */
    static final int RISE = 2;

    static final Duration WEEK = Duration.ofDays(7);

    /** A rise that is older than this is no news. */
    static final Duration NEWS = Duration.ofDays(14);

    private SymptomsDue() {}

    /**
     * Why they are due, or empty.
     *
     * @param entries the newest entries, in any order
     * @param lastAskedAt when they were last answered, null where never
     * @param stopped whether a set was stopped for sharp pain and they were not answered since
     * @param inRehab whether the person follows a plan of a therapist
     */
    static Optional<SymptomReason> why(
            Instant now, List<PainEntry> entries, @Nullable Instant lastAskedAt, boolean stopped, boolean inRehab) {
        if (stopped) {
            return Optional.of(SymptomReason.STOP);
        }
        List<PainEntry> inOrder =
                entries.stream().sorted(Comparator.comparing(PainEntry::saidAt)).toList();
        List<PainEntry> unheard = inOrder.stream()
                .filter(entry -> lastAskedAt == null || entry.saidAt().isAfter(lastAskedAt))
                .filter(entry -> Duration.between(entry.saidAt(), now).compareTo(NEWS) <= 0)
                .toList();
        if (unheard.stream().anyMatch(entry -> entry.moment() == PainMoment.DURING && entry.score() > 0)) {
            return Optional.of(SymptomReason.STOP);
        }
        if (lastAskedAt == null && unheard.stream().anyMatch(entry -> entry.score() > 0)) {
            return Optional.of(SymptomReason.START);
        }
        if (unheard.stream().anyMatch(entry -> rose(entry, inOrder, lastAskedAt))) {
            return Optional.of(SymptomReason.RISE);
        }
        boolean weekGone =
                lastAskedAt == null || Duration.between(lastAskedAt, now).compareTo(WEEK) >= 0;
        return inRehab && weekGone ? Optional.of(SymptomReason.WEEKLY) : Optional.empty();
    }

    private static boolean rose(PainEntry entry, List<PainEntry> inOrder, @Nullable Instant lastAskedAt) {
        int index = inOrder.indexOf(entry);
        if (index > 0 && entry.score() - inOrder.get(index - 1).score() >= RISE) {
            return true;
        }
        return inOrder.stream()
                .filter(before -> lastAskedAt != null && !before.saidAt().isAfter(lastAskedAt))
                .reduce((first, second) -> second)
                .map(heard -> entry.score() - heard.score() >= RISE)
                .orElse(false);
    }
}

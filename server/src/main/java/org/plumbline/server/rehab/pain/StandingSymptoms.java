package org.plumbline.server.rehab.pain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the symptom questions that still ask for somebody who can examine a person. Answering anew takes nothing back: what was
 * ticked is looked at by a person, or its time goes by.
 *
 * @param check the gravest answers of which the time has not gone by; of two alike the newer
 * @param anew the newest answers after them, or null where they were not answered anew
 */
public record StandingSymptoms(SymptomCheck check, @Nullable SymptomCheck anew) {
    /** Emergency: whoever was told to go at once has gone, or has answered the questions of the next day. */
    static final Duration EMERGENCY = Duration.ofDays(2);

    /** Urgent: “today or in the next few days”, which is over after a week, when the questions are asked again. */
    static final Duration URGENT = Duration.ofDays(7);

    /**
     * What stands.
     *
     * @param rounds the rounds of one person of the last {@link #URGENT}, in any order
     */
    static Optional<StandingSymptoms> of(List<SymptomCheck> rounds, Instant now) {
        Comparator<SymptomCheck> byTime = Comparator.comparing(SymptomCheck::saidAt);
        return rounds.stream()
                .filter(check -> now.isBefore(until(check)))
                .max(Comparator.comparingInt(
                                (SymptomCheck check) -> check.tier().level())
                        .thenComparing(byTime))
                .map(gravest -> new StandingSymptoms(
                        gravest,
                        rounds.stream()
                                .filter(round -> round.saidAt().isAfter(gravest.saidAt()))
                                .max(byTime)
                                .orElse(null)));
    }

    /** When its time has gone by. */
    Instant until() {
        return until(check);
    }

    private static Instant until(SymptomCheck check) {
        return switch (check.tier()) {
            case EMERGENCY -> check.saidAt().plus(EMERGENCY);
            case URGENT -> check.saidAt().plus(URGENT);
            case ROUTINE, NOTHING_TICKED -> check.saidAt();
        };
    }
}

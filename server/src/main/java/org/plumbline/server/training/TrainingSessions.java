package org.plumbline.server.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which sets are one session: those with no longer pause between them. Recordings may be brought in any order; one that lies between two
 * sessions makes them one.
 */
@Component
class TrainingSessions {
    /** A set that begins within this of another one belongs to the same session. */
    static final Duration PAUSE = Duration.ofHours(2);

    private final SetRepository sets;
    private final SessionSummaryRepository summaries;

    TrainingSessions(SetRepository sets, SessionSummaryRepository summaries) {
        this.sets = sets;
        this.summaries = summaries;
    }

    /** The session of a set that begins at a moment; a new one where there is none. Within the transaction that inserts the set. */
    UUID of(UUID lifterId, Instant startedAt) {
        sets.holdLifter(lifterId);
        Optional<UUID> before = sets.sessionBefore(lifterId, startedAt, PAUSE);
        Optional<UUID> after = sets.sessionAfter(lifterId, startedAt, PAUSE);
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            join(before.get(), after.get());
        }
        return before.or(() -> after).orElseGet(() -> sets.insertSession(lifterId, startedAt));
    }

    private void join(UUID one, UUID next) {
        // first the sets, then their sessions, as everybody who changes a set and then sums it up
        sets.holdSession(next);
        Stream.of(one, next).sorted().forEach(summaries::hold);
        sets.moveSession(next, one);
        summaries.write(one);
    }
}

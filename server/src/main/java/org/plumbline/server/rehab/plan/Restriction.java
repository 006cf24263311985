package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;

/**
 * Something a person is to leave out for a while. It never lasts for ever: it ends on the day of review, or waits to be
 * reviewed and says so.
 *
 * @param id identity
 * @param personId whose it is
 * @param therapist name of who set it, or null where they are no longer on this server
 * @param what what to leave out
 * @param reason why
 * @param exercise name of the exercise it speaks of, or null
 * @param startsOn first day
 * @param reviewOn day on which it ends or is to be reviewed
 * @param expires whether it ends by itself on that day
 * @param lifted whether a review has lifted it
 * @param lastReviewedAt when it was reviewed last, or null where it was not: a review that changes nothing else is one too
 */
public record Restriction(
        UUID id,
        UUID personId,
        @Nullable String therapist,
        String what,
        String reason,
        @Nullable String exercise,
        LocalDate startsOn,
        LocalDate reviewOn,
        boolean expires,
        boolean lifted,
        @Nullable Instant lastReviewedAt) {
    /** What has become of it. */
    public enum State {
        /** It begins later. */
        TO_COME,
        IN_FORCE,
        /** In force, and its day of review has come. */
        REVIEW_DUE,
        /** Over by itself. */
        EXPIRED,
        /** Over by a review. */
        LIFTED
    }

    /** Its state on that day. */
    public State on(LocalDate day) {
        if (lifted) {
            return State.LIFTED;
        }
        if (day.isBefore(startsOn)) {
            return State.TO_COME;
        }
        if (day.isBefore(reviewOn)) {
            return State.IN_FORCE;
        }
        return expires ? State.EXPIRED : State.REVIEW_DUE;
    }

    /** The {@linkplain AsSeen#mark mark} of it as it stands, for a form that reviews it. */
    public String mark() {
        return AsSeen.mark(this);
    }

    /** Whether the person is to keep to it on that day. */
    public boolean holdsOn(LocalDate day) {
        State state = on(day);
        return state == State.IN_FORCE || state == State.REVIEW_DUE;
    }

    /** The exercises it leaves out: the one it speaks of or, where it speaks of no single one, each that its words name. */
    Set<String> exercises() {
        return exercise == null ? NamedExercises.in(what) : Set.of(exercise);
    }
}

package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.SetClock;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class LastKnownTest {
    private static final Supplier<String> AWAY = () -> {
        throw new DataAccessResourceFailureException("gone");
    };

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T17:00:00Z"));
    private final LastKnown<String, String> roles = new LastKnown<>(clock);

    @Test
    void whatWasSaidLastHoldsWhileTheDatabaseIsAway() {
        roles.ask("Ada", () -> "lifter");
        roles.ask("Ada", () -> "coach");
        roles.ask("Ben", () -> "therapist");
        assertEquals("coach", roles.ask("Ada", AWAY));
        assertEquals("coach", roles.ask("Ada", () -> {
            throw new CannotCreateTransactionException("gone");
        }));
        assertEquals("nobody", roles.ask("Ada", () -> "nobody"), "it answers again, and that counts");
    }

    @Test
    void whatWasNeverSaidIsNotKnown() {
        roles.ask("Ada", () -> "lifter");
        assertThrows(DataAccessResourceFailureException.class, () -> roles.ask("Ben", AWAY));
    }

    @Test
    void itHoldsForHalfAnHourFromWhenItWasSaid() {
        roles.ask("Ada", () -> "lifter");
        clock.now = clock.now.plus(Duration.ofMinutes(30));
        assertEquals("lifter", roles.ask("Ada", AWAY));
        clock.now = clock.now.plusMillis(1);
        assertThrows(
                DataAccessResourceFailureException.class, () -> roles.ask("Ada", AWAY), "asking does not prolong it");
    }

    @Test
    void aDatabaseThatAnswersWithARefusalIsNotAway() {
        roles.ask("Ada", () -> "lifter");
        assertThrows(
                DataIntegrityViolationException.class,
                () -> roles.ask("Ada", () -> {
                    throw new DataIntegrityViolationException("two of one name");
                }));
    }

    @Test
    void whatWasNotAskedForLongestIsForgottenFirst() {
        roles.ask("Ada", () -> "lifter");
        roles.ask("Ben", () -> "lifter");
        for (int guess = 0; guess < 9_999; guess++) {
            roles.ask("Ada", () -> "lifter");
            roles.ask("guess " + guess, () -> "nobody");
        }
        assertEquals("lifter", roles.ask("Ada", AWAY));
        assertThrows(DataAccessResourceFailureException.class, () -> roles.ask("Ben", AWAY));
    }
}

package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.SetClock;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class LastKnownTest {
    private static final Supplier<Optional<String>> AWAY = () -> {
        throw new DataAccessResourceFailureException("gone");
    };

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T17:00:00Z"));
    private final LastKnown<String, String> roles = new LastKnown<>(clock);

    private Optional<String> ask(String who, String role) {
        return roles.ask(who, () -> Optional.of(role));
    }

    @Test
    void whoWasKnownLastIsRememberedWhileTheDatabaseIsAway() {
        ask("Ada", "lifter");
        ask("Ada", "coach");
        ask("Ben", "therapist");
        assertEquals(Optional.of("coach"), roles.askOrRemember("Ada", AWAY));
        assertEquals(Optional.of("coach"), roles.askOrRemember("Ada", () -> {
            throw new TransactionSystemException("rollback failed");
        }));
        assertEquals(
                Optional.of("lifter"), roles.askOrRemember("Ada", () -> Optional.of("lifter")), "it answers again");
    }

    @Test
    void whoeverAsksForMoreThanSteeringIsNotRemembered() {
        ask("Ada", "lifter");
        assertThrows(DataAccessResourceFailureException.class, () -> roles.ask("Ada", AWAY));
    }

    @Test
    void whoWasNeverKnownOrIsNotAnyMoreIsNotRemembered() {
        ask("Ada", "lifter");
        assertThrows(DataAccessResourceFailureException.class, () -> roles.askOrRemember("Ben", AWAY));
        assertEquals(Optional.empty(), roles.ask("Ada", Optional::empty));
        assertThrows(DataAccessResourceFailureException.class, () -> roles.askOrRemember("Ada", AWAY));
    }

    @Test
    void itHoldsForHalfAnHourFromWhenItWasSaid() {
        ask("Ada", "lifter");
        clock.now = clock.now.plus(Duration.ofMinutes(30));
        assertEquals(Optional.of("lifter"), roles.askOrRemember("Ada", AWAY));
        clock.now = clock.now.plusMillis(1);
        assertThrows(
                DataAccessResourceFailureException.class,
                () -> roles.askOrRemember("Ada", AWAY),
                "asking does not prolong it");
    }

    @Test
    void whoIsKnownDoesNotWaitForADatabaseThatHangs() {
        ask("Ada", "lifter");
        CountDownLatch never = new CountDownLatch(1);
        try {
            assertEquals(
                    Optional.of("lifter"),
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> roles.askOrRemember("Ada", () -> {
                                await(never);
                                return Optional.of("coach");
                            })));
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aMistakeOfOursIsNotTakenForADatabaseThatIsAway() {
        ask("Ada", "lifter");
        assertThrows(
                IllegalStateException.class,
                () -> roles.askOrRemember("Ada", () -> {
                    throw new IllegalArgumentException("ours");
                }));
    }

    @Test
    void whoHasNotComeForLongestIsForgottenFirstAndWhoIsNobodyTakesNoPlace() {
        ask("Ada", "lifter");
        ask("Ben", "lifter");
        for (int guess = 0; guess < 20_000; guess++) {
            roles.ask("guess " + guess, Optional::empty);
        }
        for (int other = 0; other < 9_999; other++) {
            ask("Ada", "lifter");
            ask("other " + other, "lifter");
        }
        assertEquals(Optional.of("lifter"), roles.askOrRemember("Ada", AWAY));
        assertThrows(DataAccessResourceFailureException.class, () -> roles.askOrRemember("Ben", AWAY));
    }
}

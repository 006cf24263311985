package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One coach judges one flag on two pages at the same moment. */
class SimultaneousVerdictsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final FormFlag FLAG = new FormFlag(
            FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 12, 8, "deg", 4.0, Confidence.HIGH, 4);

    @Test
    void onlyTheLaterWordStands() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor visitor = SERVER.joined(Role.COACH);
        SERVER.share(lifter, visitor, RecordKind.FORM);
        Person coach = SERVER.personOf(visitor);
        UUID set = RecordedSets.upload(lifter, RecordedSets.of("deadlift", 2, 3, 80.0));
        FlagReviews reviews = SERVER.bean(FlagReviews.class);
        TransactionTemplate transaction = new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));

        CompletableFuture<FlagReview> later = transaction.execute(status -> {
            reviews.judge(set, 1, FLAG, coach, ReviewReason.SEEN, null);
            CompletableFuture<FlagReview> other = CompletableFuture.supplyAsync(
                    () -> reviews.judge(set, 1, FLAG, coach, ReviewReason.FORM_HELD, "looked again"));
            // long enough for the other to have looked, had it not to wait
            assertThrows(TimeoutException.class, () -> other.get(500, TimeUnit.MILLISECONDS));
            return other;
        });
        later.join();
        List<FlagReview> standing = reviews.of(set);
        assertEquals(1, standing.size(), standing.toString());
        assertEquals(ReviewReason.FORM_HELD, standing.get(0).reason());
    }
}

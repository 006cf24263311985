package org.plumbline.server.training;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A lifter of their own for every test, with a record that can be written by hand. */
abstract class RecordCase {
    static final RunningServer SERVER = RunningServer.shared();
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    static final Effort TWO_LEFT = new Effort(null, 2);
    Visitor lifter;
    UUID me;
    History history;

    @BeforeEach
    final void join() {
        lifter = SERVER.joined(Role.LIFTER);
        me = SERVER.personOf(lifter).id();
        history = new History(SERVER, me);
    }

    final void twoWeeks() {
        history.lifted(daysAgo(13), 90, 28, TWO_LEFT);
        history.lifted(daysAgo(11), 95, 30, TWO_LEFT);
        history.lifted(daysAgo(8), 100, 29, new Effort(9.0, null));
        history.lifted(daysAgo(6), 100, 45, TWO_LEFT);
        history.lifted(daysAgo(2), 100, 31, TWO_LEFT);
    }

    static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}

package org.plumbline.server.live;

import org.plumbline.server.account.AccountClosed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What runs of a person ends with their account, and stays in the log: they cannot end it themselves any more. */
@Component
class ClosedLiveSets {
    private final LiveSets liveSets;

    ClosedLiveSets(LiveSets liveSets) {
        this.liveSets = liveSets;
    }

    /** Before their sensors are let go: what these have sent is still taken. */
    @TransactionalEventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closed(AccountClosed account) {
        liveSets.breakOff(account.personId());
    }
}

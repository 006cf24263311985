package org.plumbline.server.live;

import java.util.UUID;
import org.plumbline.server.account.PersonalData;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What runs of a person ends before their record goes, and so does what they began in that moment. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErasedLiveSets implements PersonalData {
    private final LiveSets liveSets;

    ErasedLiveSets(LiveSets liveSets) {
        this.liveSets = liveSets;
    }

    @Override
    public void erase(UUID personId) {
        liveSets.dismiss(personId);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // what they began until then; from now on the log takes no set of theirs
                    liveSets.dismiss(personId);
                }
            });
        }
    }
}

package org.plumbline.server.live;

import java.util.UUID;
import org.plumbline.server.account.PersonalData;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What runs of a person ends before their record goes. */
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
    }
}

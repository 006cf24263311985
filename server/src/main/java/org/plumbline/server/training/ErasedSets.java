package org.plumbline.server.training;

import java.util.UUID;
import org.plumbline.server.account.PersonalData;
import org.springframework.stereotype.Component;

/** Sets go with the person who lifted them. Corrections they made to others' sets stay, without their name. */
@Component
class ErasedSets implements PersonalData {
    private final SetRepository sets;
    private final CorrectionRepository corrections;

    ErasedSets(SetRepository sets, CorrectionRepository corrections) {
        this.sets = sets;
        this.corrections = corrections;
    }

    @Override
    public void erase(UUID personId) {
        corrections.forgetAuthor(personId);
        sets.eraseOf(personId);
    }
}

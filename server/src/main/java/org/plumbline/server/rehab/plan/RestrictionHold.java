package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks before a set of what a therapist has asked to leave out for now. */
@Component
@Order(2)
class RestrictionHold implements SetHold {
    private final Restrictions restrictions;
    private final ServerPurpose purpose;

    RestrictionHold(Restrictions restrictions, ServerPurpose purpose) {
        this.restrictions = restrictions;
        this.purpose = purpose;
    }

    @Override
    public List<Told> told(UUID lifterId, Instant now) {
        if (!purpose.clinic()) {
            return List.of();
        }
        return restrictions.on(lifterId, Days.of(now)).stream()
                .map(one -> new Told(
                        BegunAnyway.Question.RESTRICTED,
                        Words.say("plan.held.restriction", PlanWords.leftOut(one)),
                        "/plan",
                        Words.say("plan.card.link"),
                        one.exercises()))
                .toList();
    }
}

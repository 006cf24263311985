package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.rehab.pain.RehabCourse;
import org.plumbline.server.training.ProgressGate;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** Holds back suggestions of more load where a therapist decides on it, or an exercise is restricted. */
@Component
class PlanGate implements ProgressGate, RehabCourse {
    private final Prescriptions prescriptions;
    private final Restrictions restrictions;
    private final ServerPurpose purpose;

    PlanGate(Prescriptions prescriptions, Restrictions restrictions, ServerPurpose purpose) {
        this.prescriptions = prescriptions;
        this.restrictions = restrictions;
        this.purpose = purpose;
    }

    @Override
    public Optional<Hold> hold(UUID lifterId, String exercise, Instant now) {
        if (!purpose.clinic()) {
            return Optional.empty();
        }
        LocalDate day = Days.of(now);
        if (restrictions.on(lifterId, day).stream().anyMatch(one -> speaksOf(one, exercise))) {
            return Optional.of(new Hold(RecordKind.REHAB, Words.say("plan.gate.restriction")));
        }
        return prescriptions.on(lifterId, day).stream()
                .filter(one -> one.work().exercise().equals(exercise))
                .findFirst()
                .map(one -> new Hold(RecordKind.REHAB, Words.say("plan.gate.prescription")));
    }

    /** A line that names no exercise, as those of a flare-up, speaks of every one. */
    static boolean speaksOf(Restriction restriction, String exercise) {
        return restriction.exercise() == null || restriction.exercise().equals(exercise);
    }

    @Override
    public boolean isInRehab(UUID lifterId, LocalDate day) {
        return purpose.clinic() && !prescriptions.on(lifterId, day).isEmpty();
    }
}

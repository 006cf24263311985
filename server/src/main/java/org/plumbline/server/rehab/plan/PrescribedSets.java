package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.training.PlannedWork;
import org.springframework.stereotype.Component;

/** Prescriptions as whoever starts a set, or looks at one, needs them. */
@Component
class PrescribedSets implements PlannedWork {
    private final Prescriptions prescriptions;
    private final ServerPurpose purpose;

    PrescribedSets(Prescriptions prescriptions, ServerPurpose purpose) {
        this.prescriptions = prescriptions;
        this.purpose = purpose;
    }

    @Override
    public List<Planned> on(UUID lifterId, Instant day) {
        return purpose.clinic()
                ? prescriptions.on(lifterId, Days.of(day)).stream()
                        .map(PrescribedSets::planned)
                        .toList()
                : List.of();
    }

    @Override
    public Optional<Planned> at(UUID lifterId, String exercise, Instant begun) {
        if (!purpose.clinic()) {
            return Optional.empty();
        }
        return Optional.ofNullable(Adherence.inForce(prescriptions.versions(lifterId), exercise, begun, Days.of(begun)))
                .map(PrescribedSets::planned);
    }

    private static Planned planned(Prescription prescription) {
        PrescribedWork work = prescription.work();
        return new Planned(
                work.exercise(), work.sets(), work.repetitions(), work.holdS(), work.loadCapKg(), PlanWords.dose(work));
    }
}

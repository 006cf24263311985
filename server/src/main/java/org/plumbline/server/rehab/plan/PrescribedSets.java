package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.server.account.People;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.training.PlannedWork;
import org.springframework.stereotype.Component;

/** Prescriptions as whoever starts a set, or looks at one, needs them. */
@Component
class PrescribedSets implements PlannedWork {
    private final Prescriptions prescriptions;
    private final AdherenceReading adherence;
    private final People people;
    private final ServerPurpose purpose;
    private final Days days;

    PrescribedSets(
            Prescriptions prescriptions, AdherenceReading adherence, People people, ServerPurpose purpose, Days days) {
        this.prescriptions = prescriptions;
        this.adherence = adherence;
        this.people = people;
        this.purpose = purpose;
        this.days = days;
    }

    @Override
    public List<Today> today(UUID lifterId) {
        if (!purpose.clinic()) {
            return List.of();
        }
        LocalDate today = days.today();
        return people.find(lifterId).map(adherence::thisWeek).stream()
                .flatMap(week -> week.lines().stream())
                .filter(line -> line.prescription().isOn(today))
                .map(line -> new Today(planned(line.prescription()), line.thisWeek(today)))
                .toList();
    }

    @Override
    public Function<Instant, Optional<Planned>> of(UUID lifterId, String exercise) {
        List<Prescription> versions = purpose.clinic() ? prescriptions.versions(lifterId) : List.of();
        return begun -> Optional.ofNullable(Adherence.inForce(versions, exercise, begun, Days.of(begun)))
                .map(PrescribedSets::planned);
    }

    private static Planned planned(Prescription prescription) {
        PrescribedWork work = prescription.work();
        return new Planned(
                work.exercise(),
                work.sets(),
                work.repetitions(),
                work.holdS(),
                work.loadCapKg(),
                PlanWords.dose(work),
                work.limits(),
                PrescribedLimits.target(work),
                prescription.therapist());
    }
}

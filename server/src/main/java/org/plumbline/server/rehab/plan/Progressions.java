package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** Steps up that somebody asks for, and a therapist decides. */
@Service
public class Progressions {
    private final ProgressionRepository repository;
    private final Prescriptions prescriptions;
    private final Prescribing prescribing;
    private final AsSeen seen;
    private final Days days;

    Progressions(
            ProgressionRepository repository,
            Prescriptions prescriptions,
            Prescribing prescribing,
            AsSeen seen,
            Days days) {
        this.repository = repository;
        this.prescriptions = prescriptions;
        this.prescribing = prescribing;
        this.seen = seen;
        this.days = days;
    }

    /** The steps asked for, newest first. */
    public List<Progression> of(UUID personId) {
        return repository.of(List.of(personId));
    }

    /** The same of many people. */
    public List<Progression> of(List<UUID> people) {
        return repository.of(people);
    }

    /**
     * What is asked for.
     *
     * @param sets sets a day
     * @param repetitions repetitions, or holds, a set
     * @param holdS hold, s, or null
     * @param loadCapKg load, kg, or null
     * @param wish what the person says, or null
     */
    public record Step(
            int sets,
            int repetitions,
            @Nullable Double holdS,
            @Nullable Double loadCapKg,
            @Nullable String wish) {}

    /** Asks for a step up; the therapist decides. */
    public Progression ask(Person asker, UUID personId, UUID series, Step step) {
        return seen.write(personId, () -> askAlone(asker, personId, series, step));
    }

    private Progression askAlone(Person asker, UUID personId, UUID series, Step step) {
        Prescription last = prescriptions.history(personId, series).get(0);
        if (last.isEnded(days.today())) {
            throw new RefusedException("loadCapKg", Words.say("plan.fault.over"));
        }
        PrescribedWork wanted = last.work().dosed(step.sets(), step.repetitions(), step.holdS(), step.loadCapKg());
        List<Fault> faults = wanted.faults();
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        if (wanted.equals(last.work())) {
            throw new RefusedException("loadCapKg", Words.say("plan.fault.same"));
        }
        if (of(personId).stream()
                .anyMatch(one -> one.series().equals(series) && one.state() == Progression.State.OPEN)) {
            throw new RefusedException("loadCapKg", Words.say("plan.fault.asked"));
        }
        Progression asked = new Progression(
                UUID.randomUUID(),
                personId,
                series,
                last.version(),
                asker.name(),
                days.now(),
                step.sets(),
                step.repetitions(),
                step.holdS(),
                step.loadCapKg(),
                Texts.optional("wish", step.wish(), Prescribing.LONGEST_REASON),
                Progression.State.OPEN,
                null,
                null);
        repository.insert(asked, asker.id());
        return asked;
    }

    /** Approves a step: it becomes a new version of the prescription. */
    public Prescription approve(Person therapist, UUID personId, UUID progression) {
        return seen.write(personId, () -> {
            Progression asked = open(personId, progression);
            Prescription last = prescriptions.history(personId, asked.series()).get(0);
            if (last.version() != asked.version()) {
                throw new RefusedException("progression", Words.say("plan.fault.moved"));
            }
            PrescribedWork work = asked.work(last);
            String reason = Words.say("plan.progression.approved");
            decide(therapist, asked, Progression.State.APPROVED, reason);
            Draft draft = new Draft(work, last.phase(), false, last.startsOn(), last.endsOn());
            return prescribing.change(
                    therapist, personId, asked.series(), new DraftOfChange(last.version(), draft, reason));
        });
    }

    /** Declines a step. */
    public void decline(Person therapist, UUID personId, UUID progression, @Nullable String reason) {
        Progression asked = open(personId, progression);
        decide(
                therapist,
                asked,
                Progression.State.DECLINED,
                Texts.needed("reason", reason, Prescribing.LONGEST_REASON));
    }

    private void decide(Person therapist, Progression asked, Progression.State state, String reason) {
        if (!repository.decide(asked.id(), state, therapist.id(), days.now(), reason)) {
            throw new RefusedException("progression", Words.say("plan.fault.decided"));
        }
    }

    private Progression open(UUID personId, UUID id) {
        Progression asked = of(personId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Prescriptions::nothing);
        if (asked.state() != Progression.State.OPEN) {
            throw new RefusedException("progression", Words.say("plan.fault.decided"));
        }
        return asked;
    }
}

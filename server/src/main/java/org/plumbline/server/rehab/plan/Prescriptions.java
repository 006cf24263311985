package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What therapists prescribe. Callers have asked already whether the therapist may. */
@Service
public class Prescriptions {
    /** The field in which an author says which version they have seen. */
    static final String VERSION = "version";

    private static final int LONGEST_REASON = 400;

    /** A first day before this is a slip of the keyboard; what was done since would be held to the plan. */
    private static final int MOST_YEARS_AGO = 1;

    private final PrescriptionRepository prescriptions;
    private final ProgressionRepository progressions;
    private final PrescribedLimits limits;
    private final Days days;

    Prescriptions(
            PrescriptionRepository prescriptions,
            ProgressionRepository progressions,
            PrescribedLimits limits,
            Days days) {
        this.prescriptions = prescriptions;
        this.progressions = progressions;
        this.limits = limits;
        this.days = days;
    }

    /**
     * A version about to be written.
     *
     * @param work what is to be done
     * @param phase whether somebody stands by
     * @param signed whether the therapist signs that the person goes on alone; needed as the phase becomes independent
     * @param startsOn first day
     * @param endsOn last day, or null while it goes on
     */
    public record Draft(
            PrescribedWork work,
            Phase phase,
            boolean signed,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        List<Fault> faults(boolean alreadySigned) {
            List<Fault> faults = new ArrayList<>(work.faults());
            if (endsOn != null && endsOn.isBefore(startsOn)) {
                faults.add(new Fault("endsOn", Words.say("plan.fault.end.order")));
            }
            if (phase == Phase.INDEPENDENT && !signed && !alreadySigned) {
                faults.add(new Fault("phaseSigned", Words.say("plan.fault.sign")));
            }
            return faults;
        }
    }

    /** The newest version of each prescription of a person, those in force first, then by exercise. */
    public List<Prescription> newest(UUID personId) {
        LocalDate today = days.today();
        return newestOf(versions(personId)).stream()
                .sorted(Comparator.comparing((Prescription one) -> one.isOver(today))
                        .thenComparing(one -> one.work().exercise())
                        .thenComparing(Prescription::series))
                .toList();
    }

    /** What a person is to do on that day. */
    public List<Prescription> on(UUID personId, LocalDate day) {
        return newest(personId).stream().filter(one -> one.isOn(day)).toList();
    }

    /** Every version of every prescription of a person. */
    public List<Prescription> versions(UUID personId) {
        return prescriptions.versions(List.of(personId));
    }

    /** The same of many people. */
    public List<Prescription> versions(List<UUID> people) {
        return prescriptions.versions(people);
    }

    /** The versions of one prescription, newest first. */
    public List<Prescription> history(UUID personId, UUID series) {
        List<Prescription> history = versions(personId).stream()
                .filter(version -> version.series().equals(series))
                .sorted(Comparator.comparingInt(Prescription::version).reversed())
                .toList();
        if (history.isEmpty()) {
            throw nothing();
        }
        return history;
    }

    static List<Prescription> newestOf(List<Prescription> versions) {
        Map<UUID, Prescription> newest = new LinkedHashMap<>();
        for (Prescription version : versions) {
            newest.merge(version.series(), version, (one, other) -> one.version() > other.version() ? one : other);
        }
        return List.copyOf(newest.values());
    }

    /** Ends the request where that cannot be prescribed. */
    public void check(UUID personId, Draft draft) {
        List<Fault> faults = draft.faults(false);
        checkFirstDay(faults, draft.startsOn());
        refuse(faults);
        refuseOverlap(newest(personId), draft, null);
    }

    private void checkFirstDay(List<Fault> faults, LocalDate startsOn) {
        if (startsOn.isBefore(days.today().minusYears(MOST_YEARS_AGO))) {
            faults.add(new Fault("startsOn", Words.say("plan.fault.start.early")));
        }
    }

    /**
     * What would take the place of a version.
     *
     * @param version the version that its author has seen, or null where that is not known
     * @param draft what is written
     * @param reason why
     */
    public record Change(
            @Nullable Integer version,
            Draft draft,
            @Nullable String reason) {}

    /** Ends the request where a prescription cannot be changed to that. */
    public void check(UUID personId, UUID series, Change change) {
        check(personId, history(personId, series).get(0), change);
    }

    private void check(UUID personId, Prescription last, Change change) {
        Draft draft = change.draft();
        List<Fault> faults = draft.faults(last.phase() == Phase.INDEPENDENT);
        checkVersion(faults, last, change.version());
        if (last.isOver(days.today())) {
            faults.add(new Fault("endsOn", Words.say("plan.fault.over.change")));
        }
        if (!draft.startsOn().equals(last.startsOn())) {
            checkFirstDay(faults, draft.startsOn());
        }
        Texts.check(faults, "changeReason", change.reason(), LONGEST_REASON);
        if (!draft.work().exercise().equals(last.work().exercise())) {
            faults.add(new Fault("exercise", Words.say("plan.fault.exercise.changed")));
        }
        if (!faults.isEmpty()) {
            Integer seen = change.version();
            throw new RefusedException(faults, seen != null && seen != last.version());
        }
        refuseOverlap(newest(personId), draft, last.series());
    }

    /** Nobody overwrites what they have not seen. */
    private static void checkVersion(List<Fault> faults, Prescription last, @Nullable Integer seen) {
        if (seen == null) {
            faults.add(new Fault(VERSION, Words.say("plan.fault.version.missing", last.version())));
        } else if (seen != last.version()) {
            faults.add(new Fault(
                    VERSION,
                    Words.say(
                            "plan.fault.version",
                            last.version(),
                            PlanWords.who(last.therapist()),
                            PlanWords.moment(last.writtenAt()),
                            last.changeReason() == null ? "–" : last.changeReason())));
        }
    }

    /** Prescribes something new. */
    @Transactional
    public Prescription prescribe(Person therapist, UUID personId, Draft draft) {
        check(personId, draft);
        return write(therapist, personId, UUID.randomUUID(), null, draft, null);
    }

    /** Writes a new version of a prescription. */
    @Transactional
    public Prescription change(Person therapist, UUID personId, UUID series, Change change) {
        Prescription last = history(personId, series).get(0);
        check(personId, last, change);
        String reason = change.reason();
        return write(therapist, personId, series, last, change.draft(), reason == null ? null : reason.strip());
    }

    /** Ends a prescription today; one that has not begun never comes into force. */
    @Transactional
    public Prescription end(Person therapist, UUID personId, UUID series, @Nullable String reason) {
        Prescription last = history(personId, series).get(0);
        LocalDate today = days.today();
        if (last.endsOn() != null && !last.endsOn().isAfter(today)) {
            throw new RefusedException("endsOn", Words.say("plan.fault.over"));
        }
        String why = Texts.needed("changeReason", reason, LONGEST_REASON);
        Draft draft = new Draft(last.work(), last.phase(), false, last.startsOn(), today);
        return write(therapist, personId, series, last, draft, why);
    }

    private static void refuseOverlap(List<Prescription> newest, Draft draft, @Nullable UUID itself) {
        if (newest.stream().anyMatch(one -> !one.series().equals(itself) && overlap(one, draft))) {
            throw new RefusedException("exercise", Words.say("plan.fault.running"));
        }
    }

    /** Whether the same exercise would be prescribed twice on some day. */
    static boolean overlap(Prescription one, Draft draft) {
        return one.work().exercise().equals(draft.work().exercise())
                && !one.isOver(draft.startsOn())
                && (draft.endsOn() == null || !one.startsOn().isAfter(draft.endsOn()));
    }

    private Prescription write(
            Person therapist,
            UUID personId,
            UUID series,
            @Nullable Prescription last,
            Draft draft,
            @Nullable String reason) {
        @Nullable Signature signature = null;
        @Nullable UUID signer = null;
        if (draft.phase() == Phase.INDEPENDENT) {
            if (last != null && last.phaseSignature() != null && !draft.signed()) {
                signature = last.phaseSignature();
                signer = prescriptions.signer(last.id()).orElse(null);
            } else {
                signature = new Signature(therapist.name(), days.now());
                signer = therapist.id();
            }
        }
        Prescription version = new Prescription(
                UUID.randomUUID(),
                series,
                last == null ? 1 : last.version() + 1,
                personId,
                therapist.id(),
                therapist.name(),
                draft.work(),
                draft.phase(),
                signature,
                draft.startsOn(),
                draft.endsOn(),
                days.now(),
                reason);
        prescriptions.insert(version, signer);
        limits.prepare(personId, version.work().exercise());
        return version;
    }

    /** The steps asked for, newest first. */
    public List<Progression> progressions(UUID personId) {
        return progressions.of(List.of(personId));
    }

    /** The same of many people. */
    public List<Progression> progressions(List<UUID> people) {
        return progressions.of(people);
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
    @Transactional
    public Progression ask(Person asker, UUID personId, UUID series, Step step) {
        Prescription last = history(personId, series).get(0);
        prescriptions.hold(last.id());
        PrescribedWork wanted = last.work().dosed(step.sets(), step.repetitions(), step.holdS(), step.loadCapKg());
        refuse(wanted.faults());
        if (wanted.equals(last.work())) {
            throw new RefusedException("loadCapKg", Words.say("plan.fault.same"));
        }
        if (progressions(personId).stream()
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
                Texts.optional("wish", step.wish(), LONGEST_REASON),
                Progression.State.OPEN,
                null,
                null);
        progressions.insert(asked, asker.id());
        return asked;
    }

    /** Approves a step: it becomes a new version of the prescription. */
    @Transactional
    public Prescription approve(Person therapist, UUID personId, UUID progression) {
        Progression asked = open(personId, progression);
        Prescription last = history(personId, asked.series()).get(0);
        if (last.version() != asked.version()) {
            throw new RefusedException("progression", Words.say("plan.fault.moved"));
        }
        PrescribedWork work = last.work().dosed(asked.sets(), asked.repetitions(), asked.holdS(), asked.loadCapKg());
        String reason = Words.say("plan.progression.approved");
        decide(therapist, asked, Progression.State.APPROVED, reason);
        Draft draft = new Draft(work, last.phase(), false, last.startsOn(), last.endsOn());
        return change(therapist, personId, asked.series(), new Change(last.version(), draft, reason));
    }

    /** Declines a step. */
    @Transactional
    public void decline(Person therapist, UUID personId, UUID progression, @Nullable String reason) {
        Progression asked = open(personId, progression);
        decide(therapist, asked, Progression.State.DECLINED, Texts.needed("reason", reason, LONGEST_REASON));
    }

    private void decide(Person therapist, Progression asked, Progression.State state, String reason) {
        if (!progressions.decide(asked.id(), state, therapist.id(), days.now(), reason)) {
            throw new RefusedException("progression", Words.say("plan.fault.decided"));
        }
    }

    private Progression open(UUID personId, UUID id) {
        Progression asked = progressions(personId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Prescriptions::nothing);
        if (asked.state() != Progression.State.OPEN) {
            throw new RefusedException("progression", Words.say("plan.fault.decided"));
        }
        return asked;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}

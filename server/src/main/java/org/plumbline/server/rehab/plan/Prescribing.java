package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/**
 * Writes what therapists prescribe, a version for every change. The version that an author has seen is looked at again as theirs is
 * written. Callers have asked already whether the therapist may.
 */
@Service
public class Prescribing {
    /** The field in which an author says which version they have seen. */
    static final String VERSION = "version";

    static final int LONGEST_REASON = 400;

    /** A first day before this is a slip of the keyboard; what was done since would be held to the plan. */
    private static final int MOST_YEARS_AGO = 1;

    private final Prescriptions prescriptions;
    private final PrescriptionRepository repository;
    private final PrescribedLimits limits;
    private final AsSeen seen;
    private final Days days;

    Prescribing(
            Prescriptions prescriptions,
            PrescriptionRepository repository,
            PrescribedLimits limits,
            AsSeen seen,
            Days days) {
        this.prescriptions = prescriptions;
        this.repository = repository;
        this.limits = limits;
        this.seen = seen;
        this.days = days;
    }

    /** Ends the request where that cannot be prescribed. */
    public void check(UUID personId, Draft draft) {
        List<Fault> faults = draft.faults(false);
        checkFirstDay(faults, draft.startsOn());
        refuse(faults);
        refuseOverlap(prescriptions.newest(personId), draft, null);
    }

    private void checkFirstDay(List<Fault> faults, LocalDate startsOn) {
        if (startsOn.isBefore(days.today().minusYears(MOST_YEARS_AGO))) {
            faults.add(new Fault("startsOn", Words.say("plan.fault.start.early")));
        }
    }

    /** Ends the request where a prescription cannot be changed to that. */
    public void check(UUID personId, UUID series, DraftOfChange change) {
        check(personId, prescriptions.history(personId, series).get(0), change);
    }

    private void check(UUID personId, Prescription last, DraftOfChange change) {
        Draft draft = change.draft();
        List<Fault> faults = draft.faults(last.phase() == Phase.INDEPENDENT);
        checkVersion(faults, last, change.version());
        LocalDate today = days.today();
        if (last.isEnded(today)) {
            faults.add(new Fault(
                    "endsOn", Words.say(last.isOver(today) ? "plan.fault.over.change" : "plan.fault.ended.today")));
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
        refuseOverlap(prescriptions.newest(personId), draft, last.series());
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
    public Prescription prescribe(Person therapist, UUID personId, Draft draft) {
        return seen.write(personId, () -> {
            check(personId, draft);
            return write(therapist, personId, UUID.randomUUID(), null, draft, null, false);
        });
    }

    /** Writes a new version of a prescription. */
    Prescription change(Person therapist, UUID personId, UUID series, DraftOfChange change) {
        return seen.write(personId, () -> {
            Prescription last = prescriptions.history(personId, series).get(0);
            check(personId, last, change);
            String reason = change.reason();
            return write(
                    therapist, personId, series, last, change.draft(), reason == null ? null : reason.strip(), false);
        });
    }

    /** Ends a prescription today; one that has not begun never comes into force. */
    public Prescription end(Person therapist, UUID personId, UUID series, @Nullable String reason) {
        return seen.write(personId, () -> {
            Prescription last = prescriptions.history(personId, series).get(0);
            LocalDate today = days.today();
            if (last.isEnded(today)) {
                throw new RefusedException("endsOn", Words.say("plan.fault.over"));
            }
            String why = Texts.needed("changeReason", reason, LONGEST_REASON);
            Draft draft = new Draft(last.work(), last.phase(), false, last.startsOn(), today);
            return write(therapist, personId, series, last, draft, why, true);
        });
    }

    private void refuseOverlap(List<Prescription> newest, Draft draft, @Nullable UUID itself) {
        List<Prescription> running = newest.stream()
                .filter(one -> !one.series().equals(itself) && draft.overlaps(one))
                .toList();
        if (running.isEmpty()) {
            return;
        }
        boolean ended = running.stream().allMatch(one -> one.isEnded(days.today()));
        throw ended
                ? new RefusedException("startsOn", Words.say("plan.fault.ended.today"))
                : new RefusedException("exercise", Words.say("plan.fault.running"));
    }

    private Prescription write(
            Person therapist,
            UUID personId,
            UUID series,
            @Nullable Prescription last,
            Draft draft,
            @Nullable String reason,
            boolean ended) {
        @Nullable Signature signature = null;
        @Nullable UUID signer = null;
        if (draft.phase() == Phase.INDEPENDENT) {
            if (last != null && last.phaseSignature() != null && !draft.signed()) {
                signature = last.phaseSignature();
                signer = repository.signer(last.id()).orElse(null);
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
                reason,
                last == null ? null : last.endsOn(),
                ended);
        repository.insert(version, signer);
        limits.prepare(personId, version.work().exercise());
        return version;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }
}

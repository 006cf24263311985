package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsRead;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The plan for programs: what is prescribed and restricted, and what is done of it. Loads are kilograms, durations seconds, angles degrees. */
@RestController
@RequestMapping("/api/people/{id}")
class PlanApi {
    private static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 27;

    private final PatientDoor door;
    private final Prescriptions prescriptions;
    private final Prescribing prescribing;
    private final Progressions progressions;
    private final LimitRemarks remarks;
    private final Restrictions restrictions;
    private final AdherenceReading adherence;
    private final Days days;

    PlanApi(
            PatientDoor door,
            Prescriptions prescriptions,
            Prescribing prescribing,
            Progressions progressions,
            LimitRemarks remarks,
            Restrictions restrictions,
            AdherenceReading adherence,
            Days days) {
        this.door = door;
        this.prescriptions = prescriptions;
        this.prescribing = prescribing;
        this.progressions = progressions;
        this.remarks = remarks;
        this.restrictions = restrictions;
        this.adherence = adherence;
        this.days = days;
    }

    @GetMapping("/prescriptions")
    List<PrescriptionJson> prescriptions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "prescription");
        return part.of(prescriptions.newest(id)).stream()
                .map(PrescriptionJson::of)
                .toList();
    }

    /** Every version, newest first. */
    @GetMapping("/prescriptions/{series}")
    List<PrescriptionJson> versions(
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "prescription");
        return part.of(prescriptions.history(id, series)).stream()
                .map(PrescriptionJson::of)
                .toList();
    }

    @PostMapping("/prescriptions")
    @ResponseStatus(HttpStatus.CREATED)
    PrescriptionJson prescribe(@PathVariable UUID id, @RequestBody PrescriptionJson.Input input, @SignedIn Person me) {
        Person patient = door.work(me, id, "prescription");
        Draft draft = input.draft(days.today());
        prescribing.check(id, draft);
        remarks.check(me, patient, draft.work(), null, input.limitsConfirmed());
        return PrescriptionJson.of(prescribing.prescribe(me, id, draft));
    }

    /** A change makes a new version of the one that is named. */
    @PostMapping("/prescriptions/{series}")
    @ResponseStatus(HttpStatus.CREATED)
    PrescriptionJson change(
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestBody PrescriptionJson.Change input,
            @SignedIn Person me) {
        Person patient = door.work(me, id, "prescription");
        PrescribedWork before = prescriptions.history(id, series).get(0).work();
        DraftOfChange change = input.draft();
        prescribing.check(id, series, change);
        remarks.check(me, patient, change.draft().work(), before, input.limitsConfirmed());
        return PrescriptionJson.of(prescribing.change(me, id, series, change));
    }

    /** @param reason why */
    record Because(@Nullable String reason) {}

    @PostMapping("/prescriptions/{series}/end")
    PrescriptionJson end(
            @PathVariable UUID id, @PathVariable UUID series, @RequestBody Because because, @SignedIn Person me) {
        door.work(me, id, "prescription");
        return PrescriptionJson.of(prescribing.end(me, id, series, because.reason()));
    }

    @GetMapping("/progressions")
    List<Progression> progressions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "prescription");
        return part.of(progressions.of(id));
    }

    /** The person themselves asks, or a therapist on their behalf. */
    @PostMapping("/prescriptions/{series}/progressions")
    @ResponseStatus(HttpStatus.CREATED)
    Progression ask(
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestBody Progressions.Step step,
            @SignedIn Person me) {
        if (me.id().equals(id)) {
            door.read(me, id, "prescription");
        } else {
            door.work(me, id, "prescription");
        }
        return progressions.ask(me, id, series, step);
    }

    @PostMapping("/progressions/{progression}/approve")
    PrescriptionJson approve(@PathVariable UUID id, @PathVariable UUID progression, @SignedIn Person me) {
        door.work(me, id, "prescription");
        return PrescriptionJson.of(progressions.approve(me, id, progression));
    }

    @PostMapping("/progressions/{progression}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(
            @PathVariable UUID id, @PathVariable UUID progression, @RequestBody Because because, @SignedIn Person me) {
        door.work(me, id, "prescription");
        progressions.decline(me, id, progression, because.reason());
    }

    /** A restriction and its state today. */
    record RestrictionJson(Restriction restriction, String state) {}

    @GetMapping("/restrictions")
    List<RestrictionJson> restrictions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "restriction");
        return part.of(restrictions.of(id)).stream().map(this::json).toList();
    }

    private RestrictionJson json(Restriction restriction) {
        return new RestrictionJson(
                restriction, restriction.on(days.today()).name().toLowerCase(Locale.ROOT));
    }

    /** A restriction about to be set; it begins today where no day is said. */
    record RestrictionInput(
            @Nullable String what,
            @Nullable String reason,
            @Nullable String exercise,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate reviewOn,
            @Nullable Boolean expires) {}

    @PostMapping("/restrictions")
    @ResponseStatus(HttpStatus.CREATED)
    RestrictionJson restrict(@PathVariable UUID id, @RequestBody RestrictionInput input, @SignedIn Person me) {
        door.work(me, id, "restriction");
        if (input.reviewOn() == null) {
            throw new RefusedException("reviewOn", Words.say("plan.fault.date"));
        }
        return json(restrictions.set(
                me,
                id,
                new NewRestriction(
                        text(input.what()),
                        text(input.reason()),
                        input.exercise(),
                        input.startsOn() == null ? days.today() : input.startsOn(),
                        input.reviewOn(),
                        Boolean.TRUE.equals(input.expires()))));
    }

    @GetMapping("/restrictions/{restriction}")
    ResponseEntity<RestrictionJson> restriction(
            @PathVariable UUID id, @PathVariable UUID restriction, @SignedIn Person me) {
        door.read(me, id, "restriction");
        return AsRead.marked(json(restrictions.find(id, restriction)));
    }

    /**
     * @param decision {@code keep} or {@code lift}
     * @param reviewOn the day it is kept to; what is lifted has none
     */
    record Review(
            @Nullable String decision,
            @Nullable LocalDate reviewOn,
            @Nullable String note) {
        private @Nullable LocalDate next() {
            boolean lifted = decided() == ReviewDecision.LIFT;
            if (lifted && reviewOn != null) {
                throw new RefusedException("reviewOn", Words.say("plan.fault.review.lift"));
            }
            if (!lifted && reviewOn == null) {
                throw new RefusedException("reviewOn", Words.say("plan.fault.date"));
            }
            return reviewOn;
        }

        private ReviewDecision decided() {
            try {
                return Choice.of(ReviewDecision.class, "decision", decision);
            } catch (IllegalArgumentException neither) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, neither.getMessage(), neither);
            }
        }
    }

    /** @param asRead mark of the restriction that was read; without it the last word stands */
    @PostMapping("/restrictions/{restriction}/review")
    ResponseEntity<RestrictionJson> review(
            @PathVariable UUID id,
            @PathVariable UUID restriction,
            @RequestBody Review review,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String asRead,
            @SignedIn Person me) {
        door.work(me, id, "restriction");
        return AsRead.marked(json(restrictions.review(
                me, id, restriction, review.next(), review.note(), now -> AsRead.isOf(asRead, json(now)))));
    }

    /** What was prescribed against what was done, in whole weeks; the last four where no day is said. */
    @GetMapping("/adherence")
    AdherenceJson adherence(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @SignedIn Person me) {
        Person patient = door.read(me, id, "adherence");
        Period period = period(from, to);
        return AdherenceJson.of(adherence.of(patient, period.from(), period.to()));
    }

    /**
     * Pain on the axis of dose.
     *
     * @param days days of training, earliest first
     * @param exercises how pain went in the sessions with an exercise
     */
    record PainDoseJson(List<SessionResponse> days, List<ExerciseResponse> exercises) {}

    /** Only where pain is shared. */
    @GetMapping("/pain-dose")
    PainDoseJson painDose(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @SignedIn Person me) {
        Person patient = door.read(me, id, "adherence");
        door.readPain(me, id);
        Period period = period(from, to);
        List<SessionResponse> responses = adherence.responses(patient, period.from(), period.to());
        return new PainDoseJson(responses, ExerciseResponse.of(responses));
    }

    private record Period(LocalDate from, LocalDate to) {}

    private Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? days.today() : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (last.isAfter(days.today())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("plan.fault.period.future"));
        }
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("plan.fault.period", MOST_DAYS));
        }
        return new Period(first, last);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return problem(refused);
    }

    /** What cannot be taken, field by field. */
    static ProblemDetail problem(RefusedException refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                refused.isChangedMeanwhile() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                refused.getMessage());
        problem.setProperty("faults", refused.faults());
        String answer = LimitRemarks.answer(refused);
        if (answer != null) {
            problem.setProperty(LimitRemarks.CONFIRMED, answer);
        }
        return problem;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

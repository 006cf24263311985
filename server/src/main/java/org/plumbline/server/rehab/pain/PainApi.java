package org.plumbline.server.rehab.pain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainSeries.PainDay;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Check-ins, pain and symptoms for programs. Read where shared, written by the person alone. */
@RestController
@RequestMapping("/api/people/{id}")
class PainApi {
    private static final int LONGEST_SPAN_DAYS = 800;

    private final PainLog log;
    private final CheckIns checkIns;
    private final SymptomChecks symptoms;
    private final SharpStops stops;
    private final RecordAccess access;

    PainApi(PainLog log, CheckIns checkIns, SymptomChecks symptoms, SharpStops stops, RecordAccess access) {
        this.log = log;
        this.checkIns = checkIns;
        this.symptoms = symptoms;
        this.stops = stops;
        this.access = access;
    }

    /** Pain entries with the light they have. */
    record Entry(PainEntry entry, String light) {}

    /**
     * What the pain log says as a whole.
     *
     * @param bounds bounds of the light
     * @param direction {@code rising, steady, easing, too_few}
     * @param prompts words of what is suggested
     * @param days days on which something was said
     */
    record Summary(PainBounds bounds, String direction, List<String> prompts, List<PainDay> days) {}

    /** Why the symptom questions are due, null where they are not, and the questions that wait. */
    record Due(@Nullable String symptoms, List<FollowUp> followUps) {}

    /** A question of the symptom questions. */
    record Question(String question, String tier) {}

    @GetMapping("/check-ins")
    List<CheckIn> checkIns(
            @PathVariable("id") UUID person,
            @SignedIn Person me,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Paging part = new Paging(limit, offset);
        access.read(me, person, RecordKind.PAIN, "check_ins");
        return checkIns.newest(person, part.limit(), part.offset());
    }

    @PutMapping("/check-ins/today")
    CheckIn checkIn(@PathVariable("id") UUID person, @SignedIn Person me, @RequestBody CheckInReport report) {
        own(me, person);
        return checkIns.keep(person, report);
    }

    @GetMapping("/pain")
    List<Entry> pain(
            @PathVariable("id") UUID person,
            @SignedIn Person me,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Paging part = new Paging(limit, offset);
        access.read(me, person, RecordKind.PAIN, "pain_log");
        PainBounds bounds = log.bounds(person);
        return log.newest(person, part.limit(), part.offset()).stream()
                .map(entry -> shown(entry, bounds))
                .toList();
    }

    @PostMapping("/pain")
    ResponseEntity<Entry> note(@PathVariable("id") UUID person, @SignedIn Person me, @RequestBody PainReport report) {
        own(me, person);
        PainEntry entry = log.add(person, report);
        return ResponseEntity.created(URI.create("/api/people/" + person + "/pain/" + entry.id()))
                .body(shown(entry, log.bounds(person)));
    }

    @GetMapping("/pain/{entry}")
    Entry entry(@PathVariable("id") UUID person, @PathVariable UUID entry, @SignedIn Person me) {
        access.read(me, person, RecordKind.PAIN, "pain_log");
        return shown(log.find(person, entry).orElseThrow(PainApi::nothing), log.bounds(person));
    }

    @DeleteMapping("/pain/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("id") UUID person, @PathVariable UUID entry, @SignedIn Person me) {
        own(me, person);
        if (!log.remove(person, entry)) {
            throw nothing();
        }
    }

    /** The days of a span; the last eight weeks where none is named. */
    @GetMapping("/pain/summary")
    Summary summary(
            @PathVariable("id") UUID person,
            @SignedIn Person me,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        access.read(me, person, RecordKind.PAIN, "pain_log");
        LocalDate until = to == null ? log.today() : to;
        LocalDate since = from == null ? until.minusWeeks(8) : from;
        if (until.isAfter(log.today())) {
            throw new IllegalArgumentException(Words.say("plan.fault.period.future"));
        }
        if (since.isAfter(until) || since.plusDays(LONGEST_SPAN_DAYS).isBefore(until)) {
            throw new IllegalArgumentException(Words.say("pain.span.refused", LONGEST_SPAN_DAYS));
        }
        PainBounds bounds = log.bounds(person);
        var direction = log.direction(person, until);
        return new Summary(
                bounds,
                direction.word(),
                PainRepository.words(PainPrompt.of(direction, log.between(person, since, until), bounds)),
                log.days(person, since, until));
    }

    @GetMapping("/pain/due")
    Due due(@PathVariable("id") UUID person, @SignedIn Person me) {
        access.read(me, person, RecordKind.PAIN, "pain_log");
        return new Due(symptoms.due(person).map(Worded::word).orElse(null), log.followUps(person));
    }

    @GetMapping("/symptoms")
    List<SymptomCheck> symptoms(
            @PathVariable("id") UUID person,
            @SignedIn Person me,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Paging part = new Paging(limit, offset);
        access.read(me, person, RecordKind.PAIN, "symptoms");
        return symptoms.newest(person, part.limit(), part.offset());
    }

    /** Sets stopped for sharp pain in the last eight weeks. */
    @GetMapping("/symptoms/stops")
    List<SharpStop> stops(
            @PathVariable("id") UUID person,
            @SignedIn Person me,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Paging part = new Paging(limit, offset);
        access.read(me, person, RecordKind.PAIN, "symptoms");
        return part.of(stops.since(person, log.today().minusWeeks(8)));
    }

    /** @param set the set that was stopped, or null where it is not known */
    record Stopped(@JsonProperty(required = true) @Nullable UUID set) {}

    @PostMapping("/symptoms/stops")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopped(@PathVariable("id") UUID person, @SignedIn Person me, @RequestBody Stopped stopped) {
        own(me, person);
        stops.keep(person, stopped.set());
    }

    @GetMapping("/symptoms/questions")
    List<Question> questions(@PathVariable("id") UUID person, @SignedIn Person me) {
        access.read(me, person, RecordKind.PAIN, "symptoms");
        return SymptomAnswers.PARTS.stream()
                .flatMap(part -> SymptomQuestion.of(part).stream())
                .map(question -> new Question(question.word(), question.tier().word()))
                .toList();
    }

    @PostMapping("/symptoms")
    ResponseEntity<SymptomCheck> answer(
            @PathVariable("id") UUID person, @SignedIn Person me, @RequestBody SymptomReport report) {
        own(me, person);
        Optional<SymptomCheck> check = symptoms.answer(person, report);
        return check.map(kept -> ResponseEntity.created(URI.create("/api/people/" + person + "/symptoms"))
                        .body(kept))
                .orElseThrow(() -> new IllegalArgumentException(Words.say("pain.symptoms.parts")));
    }

    private void own(Person me, UUID person) {
        access.work(me, person, RecordKind.PAIN, "pain_log");
    }

    private static Entry shown(PainEntry entry, PainBounds bounds) {
        return new Entry(entry, bounds.light(entry.score()).word());
    }

    private static ResponseStatusException nothing() {
        return NothingHere.problem();
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }
}

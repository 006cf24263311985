package org.plumbline.server.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Progress and the log of other activity, for programs. Loads are kilograms. */
@RestController
@RequestMapping("/api/people/{person}")
class ProgressApi {
    private final Progress progress;
    private final SetSummaries summaries;
    private final ProgressSight sight;
    private final RepetitionGoals goals;
    private final Activities activities;
    private final RecordAccess access;
    private final Clock clock;

    ProgressApi(
            Progress progress,
            SetSummaries summaries,
            ProgressSight sight,
            RepetitionGoals goals,
            Activities activities,
            RecordAccess access,
            Clock clock) {
        this.progress = progress;
        this.summaries = summaries;
        this.sight = sight;
        this.goals = goals;
        this.activities = activities;
        this.access = access;
        this.clock = clock;
    }

    /**
     * One series.
     *
     * @param what load, repetitions, e1rm, flexion, twist, drift or frequency
     * @param unit unit of the values
     */
    record Series(
            String what,
            String unit,
            @Nullable String exercise,
            boolean simulated,
            ProgressSeries.@Nullable Usual usual,
            ProgressSeries.@Nullable Range target,
            List<LoadStep> steps,
            List<ProgressPoint> points) {
        static Series of(ProgressSeries series) {
            return new Series(
                    series.kind().word(),
                    series.kind().unit(),
                    series.exercise(),
                    series.simulated(),
                    series.usual(),
                    series.target(),
                    series.steps(),
                    series.points());
        }
    }

    /**
     * Whether a heavier load is suggested.
     *
     * @param outcome suggested, or why not
     */
    record Advice(
            String outcome,
            @Nullable Double loadKg,
            @Nullable Double lowKg,
            @Nullable Double highKg,
            @Nullable String reason) {}

    record Answer(String exercise, @Nullable Integer goal, Advice advice, List<Series> series) {}

    /** Everything of one exercise that is followed over weeks. */
    @GetMapping("/progress")
    Answer progress(@PathVariable UUID person, @RequestParam("exercise") String asked, @SignedIn Person me) {
        access.read(me, person, RecordKind.FORM, "progress");
        String exercise = summaries.exercise(asked, List.of(person));
        Progress.OfExercise found = sight.of(progress.of(person, exercise), me, person);
        String reason = found.hold() == null ? null : found.hold().reason();
        return new Answer(
                exercise,
                found.goal(),
                new Advice(
                        found.advice().outcome().word(),
                        found.advice().loadKg(),
                        found.advice().lowKg(),
                        found.advice().highKg(),
                        reason),
                found.series().stream().map(Series::of).toList());
    }

    /** One series; the exercise is not needed for the frequency. */
    @GetMapping("/progress/{what}")
    Series series(
            @PathVariable UUID person,
            @PathVariable String what,
            @RequestParam(required = false) @Nullable String exercise,
            @SignedIn Person me) {
        ProgressKind kind = ProgressKind.ofWord(what);
        if (exercise == null && kind != ProgressKind.FREQUENCY) {
            throw new IllegalArgumentException(Words.say("training.exercise.missing"));
        }
        access.read(me, person, RecordKind.FORM, "progress");
        return Series.of(progress.series(person, summaries.exerciseOrAll(exercise, List.of(person)), kind));
    }

    /** @param repetitions repetitions aimed at in a set, or null for none */
    private record Goal(
            @JsonProperty(required = true) @Nullable Integer repetitions) {}

    @PutMapping("/goals/{exercise}")
    Goal goal(@PathVariable UUID person, @PathVariable String exercise, @RequestBody Goal goal, @SignedIn Person me) {
        access.work(me, person, RecordKind.FORM, "progress");
        goals.put(person, KnownExercise.spelled(exercise), goal.repetitions());
        return goal;
    }

    /** @param kind walking, mobility, cycling, swimming, warm_up or other */
    record Entry(
            @Nullable UUID id,
            @Nullable String kind,
            @Nullable LocalDate doneOn,
            @Nullable Integer minutes,
            @Nullable String note) {
        static Entry of(Activity activity) {
            return new Entry(
                    activity.id(), activity.kind().word(), activity.doneOn(), activity.minutes(), activity.note());
        }
    }

    @GetMapping("/activities")
    List<Entry> activities(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging paging = new Paging(limit, offset);
        access.read(me, person, RecordKind.FORM, "log");
        return activities.newest(person, paging.limit(), paging.offset()).stream()
                .map(Entry::of)
                .toList();
    }

    /** Adds to the lifter's own log. */
    @PostMapping("/activities")
    ResponseEntity<Entry> add(@PathVariable UUID person, @RequestBody Entry entry, @SignedIn Person me) {
        own(me, person);
        if (entry.minutes() == null) {
            throw new IllegalArgumentException(Words.say("activity.minutes.missing"));
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
        Activity added = activities.add(
                person,
                Activity.Kind.ofWord(String.valueOf(entry.kind())),
                entry.doneOn() == null ? today : entry.doneOn(),
                entry.minutes(),
                entry.note(),
                today);
        return ResponseEntity.created(URI.create("/api/people/" + person + "/activities/" + added.id()))
                .body(Entry.of(added));
    }

    /** Deletes from the lifter's own log; it can be brought back for 30 days. */
    @DeleteMapping("/activities/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID person, @PathVariable UUID id, @SignedIn Person me) {
        own(me, person);
        return found(activities.delete(person, id));
    }

    @PostMapping("/activities/{id}/restore")
    ResponseEntity<Void> restore(@PathVariable UUID person, @PathVariable UUID id, @SignedIn Person me) {
        own(me, person);
        return found(activities.restore(person, id));
    }

    /** The log is the lifter's own: others read it and do not write it. */
    private void own(Person me, UUID person) {
        access.read(me, person, RecordKind.FORM, "log");
        if (!me.id().equals(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, Words.say("training.read.only"));
        }
    }

    private static ResponseEntity<Void> found(boolean found) {
        if (!found) {
            throw NothingHere.problem();
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
}

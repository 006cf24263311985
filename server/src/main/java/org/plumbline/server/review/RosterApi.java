package org.plumbline.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lifters who share with whoever asks, and the flags of theirs that nobody has judged, for programs. */
@RestController
class RosterApi {
    private final RecordAccess access;
    private final Roster roster;
    private final FlagReviews reviews;
    private final SetSummaries summaries;
    private final TrainingLog log;

    RosterApi(RecordAccess access, Roster roster, FlagReviews reviews, SetSummaries summaries, TrainingLog log) {
        this.log = log;
        this.summaries = summaries;
        this.access = access;
        this.roster = roster;
        this.reviews = reviews;
    }

    private record Change(String exercise, String metric, double value, double ofDetectable, boolean standsOut) {
        private static @Nullable Change of(RosterLine.@Nullable Change change) {
            return change == null
                    ? null
                    : new Change(
                            change.exercise(),
                            change.metric().jsonName(),
                            change.value(),
                            change.ofDetectable(),
                            change.standsOut());
        }
    }

    /**
     * @param lastSession its repetitions, how many of them were assessed, and how many flagged; null where there was none
     * @param change largest change of the last session against the lifter's own usual, in the unit of the metric and in
     *     smallest detectable changes; null where it cannot be told
     */
    private record Line(
            UUID id,
            String name,
            @Nullable Instant lastAt,
            int trainingDays,
            double daysAWeek,
            int sets,
            int repetitions,
            int flaggedRepetitions,
            int openFlaggedRepetitions,
            boolean simulated,
            RosterLine.@Nullable LastSession lastSession,
            @Nullable Change change) {
        private static Line of(RosterLine line) {
            return new Line(
                    line.lifterId(),
                    line.name(),
                    line.lastAt(),
                    line.trainingDays(),
                    line.daysAWeek(),
                    line.sets(),
                    line.repetitions(),
                    line.flagged(),
                    line.openFlagged(),
                    line.simulated(),
                    line.lastSession(),
                    Change.of(line.change()));
        }
    }

    /** Furthest from their own usual first. */
    @GetMapping("/api/roster")
    List<Line> roster(
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(required = false) @Nullable Double leastKg,
            @RequestParam(required = false) @Nullable Double mostKg,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        List<Person> lifters = access.readAll(me, RecordKind.FORM, "roster");
        return part
                .of(roster.of(lifters, new RosterFilter(known(exercise, lifters), days, leastKg, mostKg))
                        .lines())
                .stream()
                .map(Line::of)
                .toList();
    }

    private record Open(
            UUID set,
            UUID lifter,
            String exercise,
            Instant startedAt,
            @Nullable Double loadKg,
            boolean simulated,
            int repetition,
            String flag,
            int level,
            String metric,
            double value,
            double limit,
            String unit,
            double timeS,
            String confidence) {
        /** @param repetitions the repetitions of its set */
        private static Open of(OpenFlag open, List<StoredRepetition> repetitions) {
            return new Open(
                    open.setId(),
                    open.lifterId(),
                    open.exercise(),
                    open.startedAt(),
                    open.loadKg(),
                    open.simulated(),
                    open.repetition(),
                    open.flag().flag().jsonName(),
                    open.flag().level(),
                    open.flag().metric(),
                    open.flag().value(),
                    open.flag().limit(),
                    open.flag().unit(),
                    FlagMoment.of(open, repetitions),
                    open.flag().confidence().jsonName());
        }
    }

    /** A page is so many sets; the newest first, each with its flags. */
    @GetMapping("/api/queue")
    List<Open> queue(
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @Nullable UUID lifter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        List<Person> all = access.readAll(me, RecordKind.FORM, "queue");
        List<UUID> lifters = all.stream()
                .map(Person::id)
                .filter(id -> lifter == null || id.equals(lifter))
                .toList();
        List<OpenFlag> open = reviews.queue(lifters, known(exercise, all), part.limit(), part.offset())
                .flags();
        Map<UUID, List<StoredRepetition>> repetitions = log.repetitions(
                open.stream().map(OpenFlag::setId).collect(Collectors.toSet()),
                open.stream().map(OpenFlag::repetition).collect(Collectors.toSet()));
        return open.stream()
                .map(one -> Open.of(one, repetitions.getOrDefault(one.setId(), List.of())))
                .toList();
    }

    private @Nullable String known(@Nullable String exercise, List<Person> lifters) {
        return summaries.exerciseOrAll(
                exercise, lifters.stream().map(Person::id).toList());
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
}

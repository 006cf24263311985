package org.plumbline.server.review;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.AsRead;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.KnownExercise;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitChange;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The limits of one lifter, for programs. */
@RestController
@RequestMapping("/api/people/{id}/limits")
class LimitApi {
    private static final String WHAT = "limits";

    private final RecordAccess access;
    private final PersonalLimits limits;
    private final LimitPreviews previews;
    private final LimitAuthors authors;
    private final RuleRemarks remarks;

    LimitApi(
            RecordAccess access,
            PersonalLimits limits,
            LimitPreviews previews,
            LimitAuthors authors,
            RuleRemarks remarks) {
        this.remarks = remarks;
        this.authors = authors;
        this.access = access;
        this.limits = limits;
        this.previews = previews;
    }

    /** The levels of a rule that stand for the person; a level the rule does not have is null. */
    private record Line(
            String rule,
            String metric,
            String unit,
            @Nullable Double notice,
            @Nullable Double caution,
            @Nullable Double stop,
            String origin,
            String source) {}

    private record Personal(
            UUID id,
            @Nullable String rule,
            @Nullable String metric,
            @Nullable Double most,
            boolean off,
            String setAs,
            @Nullable String setBy,
            Instant setAt,
            @Nullable String reason) {
        private static Personal of(PersonalLimit limit, boolean plan) {
            LimitValue value = limit.value();
            return new Personal(
                    limit.id(),
                    value.rule() == null ? null : word(value.rule()),
                    value.metric() == null ? null : value.metric().jsonName(),
                    value.most(),
                    value.rule() != null && value.levels() == null,
                    limit.setAs().word(),
                    limit.setBy(),
                    limit.setAt(),
                    LimitRow.why(limit, plan));
        }
    }

    private record Standing(List<Line> limits, List<Personal> personal) {}

    @GetMapping
    ResponseEntity<Standing> standing(
            @PathVariable UUID id, @RequestParam("exercise") String said, @SignedIn Person me) {
        access.read(me, id, RecordKind.FORM, WHAT);
        return AsRead.marked(standing(me, id, KnownExercise.spelled(said)));
    }

    private Standing standing(Person me, UUID id, String exercise) {
        FormLimits now = limits.of(id, exercise).orElseGet(() -> PersonalLimits.defaults(exercise));
        List<Line> lines = new ArrayList<>();
        for (FormRule rule : FormRule.values()) {
            @Nullable FlagLevels levels = now.of(rule);
            if (levels != null) {
                lines.add(new Line(
                        word(rule),
                        rule.metric().jsonName(),
                        rule.metric().unit(),
                        level(levels.notice()),
                        level(levels.caution()),
                        level(levels.stop()),
                        levels.origin().name().toLowerCase(java.util.Locale.ROOT),
                        levels.source()));
            }
        }
        boolean plan = authors.seesPlan(me, id);
        return new Standing(
                lines,
                limits.standing(id, exercise).stream()
                        .filter(limit -> plan || limit.value().metric() == null)
                        .map(limit -> Personal.of(limit, plan))
                        .toList());
    }

    /**
     * @param rule a rule, as {@code GET} names it
     * @param as {@code therapist} where who is coach and therapist sets a therapist's limit
     * @param off whether it is switched off for the person; then the levels are not needed
     * @param limitsConfirmed what was given with what is to be read of the limit, to say that it was read; without it, and with that of
     *     another one, it is refused with what is to be read
     */
    private record Wish(
            @Nullable String exercise,
            @Nullable String rule,
            @Nullable Double notice,
            @Nullable Double caution,
            @Nullable Double stop,
            @Nullable Boolean off,
            @Nullable String reason,
            @Nullable String limitsConfirmed,
            @Nullable String as) {
        private LimitValue value(Capacity as) {
            FormRule named = TypedLimit.rule(String.valueOf(rule));
            return Boolean.TRUE.equals(off)
                    ? LimitValue.off(named)
                    : LimitValue.levels(named, notice, caution, stop, as);
        }
    }

    /** @param asRead mark of the limits of that exercise that were read; without it the last word stands */
    @PostMapping
    ResponseEntity<Personal> set(
            @PathVariable UUID id,
            @RequestBody Wish wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String asRead,
            @SignedIn Person me) {
        Person lifter = access.work(me, id, RecordKind.FORM, WHAT);
        Capacity as = LimitRow.capacity(me, lifter, wish.as());
        String exercise = KnownExercise.spelled(String.valueOf(wish.exercise()));
        LimitValue value = wish.value(as);
        limits.check(as, value, wish.reason());
        remarks.check(lifter, exercise, value, wish.limitsConfirmed());
        PersonalLimit limit = limits.set(
                me.id(),
                as,
                id,
                exercise,
                value,
                wish.reason(),
                now -> AsRead.isOf(asRead, standing(me, id, exercise)));
        access.noteChange(me, id, LimitChange.NOTED);
        return ResponseEntity.created(URI.create("/api/people/" + id + "/limits/" + limit.id()))
                .body(Personal.of(limit, true));
    }

    private record Changed(
            UUID set,
            Instant startedAt,
            @Nullable Double loadKg,
            int repetition,
            boolean flaggedBefore,
            boolean flaggedAfter,
            int levelBefore,
            int levelAfter) {}

    /**
     * @param repetitions repetitions looked at
     * @param changed those of which this limit would say something else; levels and flags (caution or more) are its own
     */
    private record Preview(int sets, int repetitions, int flaggedBefore, int flaggedAfter, List<Changed> changed) {}

    /** What the wished limits would have flagged; nothing is written. */
    @PostMapping("/preview")
    Preview preview(@PathVariable UUID id, @RequestBody Wish wish, @SignedIn Person me) {
        Person lifter = access.work(me, id, RecordKind.FORM, WHAT);
        Capacity as = LimitRow.capacity(me, lifter, wish.as());
        LimitPreviews.Preview preview =
                previews.preview(id, String.valueOf(wish.exercise()), wish.value(as), as, LimitPreviews.LAST_SETS);
        return new Preview(
                preview.sets(),
                preview.repetitions().size(),
                preview.flaggedBefore(),
                preview.flaggedAfter(),
                preview.repetitions().stream()
                        .filter(LimitPreviews.Repetition::isChanged)
                        .map(one -> new Changed(
                                one.setId(),
                                one.startedAt(),
                                one.loadKg(),
                                one.number(),
                                !one.before().isEmpty(),
                                !one.after().isEmpty(),
                                one.levelBefore(),
                                one.levelAfter()))
                        .toList());
    }

    /** Takes a limit back, so that the default holds again; of a rule switched off, so that what stood before does. */
    @DeleteMapping("/{limit}")
    ResponseEntity<Void> end(@PathVariable UUID id, @PathVariable UUID limit, @SignedIn Person me) {
        Person lifter = access.work(me, id, RecordKind.FORM, WHAT);
        boolean ended = limits.end(me.id(), LimitRow.capacity(me, lifter, null), id, limit)
                || (LimitRow.isChoice(me, lifter) && limits.end(me.id(), Capacity.THERAPIST, id, limit));
        if (!ended) {
            throw SetRepetitions.nothing();
        }
        access.noteChange(me, id, LimitChange.NOTED);
        return ResponseEntity.noContent().build();
    }

    private static String word(FormRule rule) {
        return rule.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable Double level(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** As of a limit of a plan: what is to be read, under its field, and the word that says that it was. */
    @ExceptionHandler
    ProblemDetail unread(RuleRemarks.UnreadException unread) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, unread.said());
        problem.setProperty("faults", List.of(Map.of("field", RuleRemarks.CONFIRMED, "message", unread.said())));
        problem.setProperty(RuleRemarks.CONFIRMED, RuleRemarks.answer(unread.said()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
}

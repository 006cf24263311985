package org.plumbline.server.review;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.Numbers;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The limits of one lifter: changed rule by rule, after seeing what they would have flagged. */
@Controller
class LimitController {
    /** Sets a preview looks back over. */
    static final int LAST_SETS = 8;

    /** What the lifter finds in the list of who looked at their record. */
    static final String CHANGED = "limits_changed";

    private final RecordAccess access;
    private final PersonalLimits limits;
    private final LimitPreviews previews;
    private final SetSummaries summaries;
    private final LimitAuthors authors;
    private final LimitCards cards;
    private final Moments moments;

    LimitController(
            RecordAccess access,
            PersonalLimits limits,
            LimitPreviews previews,
            SetSummaries summaries,
            LimitAuthors authors,
            LimitCards cards,
            Moments moments) {
        this.authors = authors;
        this.cards = cards;
        this.access = access;
        this.limits = limits;
        this.previews = previews;
        this.summaries = summaries;
        this.moments = moments;
    }

    /**
     * What stands in the fields, as it was typed.
     *
     * @param seen mark of the limit that stood when the form was opened
     */
    record Typed(
            @Nullable String notice,
            @Nullable String caution,
            @Nullable String stop,
            @Nullable String reason,
            @Nullable String seen) {}

    @GetMapping("/people/{id}/limits")
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String as,
            @SignedIn Person me,
            Model model) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        try {
            checkExercise(exercise);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        return page(me, lifter, LimitRow.capacity(me, lifter, as), exercise, rule, null, model);
    }

    private String page(
            Person me,
            Person lifter,
            Capacity as,
            @Nullable String exercise,
            @Nullable String rule,
            @Nullable Typed typed,
            Model model) {
        Set<String> exercises = new TreeSet<>(summaries.exercises(lifter.id()));
        ExerciseProfile.all().forEach(profile -> exercises.add(profile.name()));
        exercises.removeIf(name -> !Assessment.hasLimits(name));
        String chosen = exercise != null && exercises.contains(exercise)
                ? exercise
                : Objects.requireNonNullElse(
                        LifterPageController.chosen(
                                null,
                                summaries.exercises(lifter.id()).stream()
                                        .filter(exercises::contains)
                                        .toList()),
                        "deadlift");
        LifterPageController.add(model, me, lifter, List.copyOf(exercises), chosen);
        model.addAttribute(
                "instead",
                exercise == null || exercise.equals(chosen)
                        ? null
                        : Words.say("limits.instead", FormWords.exercise(exercise), FormWords.exercise(chosen)));
        boolean plan = authors.seesPlan(me, lifter.id());
        List<PersonalLimit> standing = limits.standing(lifter.id(), chosen);
        FormLimits now = limits.of(lifter.id(), chosen).orElseGet(() -> PersonalLimits.defaults(chosen));
        List<LimitRow> rows = LimitRow.of(chosen, now, standing, as, plan, moments);
        boolean own = me.id().equals(lifter.id());
        model.addAttribute("changes", own ? cards.read(lifter, chosen) : List.of());
        model.addAttribute("prescribed", plan ? PrescribedRow.of(standing, now, moments) : List.of());
        // to whom the plan is not shared: of a metric that no rule looks at there is no row to say it in
        model.addAttribute(
                "stricter",
                !plan
                        && !now.prescribed().isEmpty()
                        && rows.stream().allMatch(row -> row.stricter() == null)
                        && now.prescribed().keySet().stream()
                                .anyMatch(metric -> rows.stream()
                                        .noneMatch(row -> row.rule().metric() == metric)));
        model.addAttribute("plan", own ? "/plan" : "/patients/" + lifter.id());
        model.addAttribute("rows", rows);
        LimitRow editing = rows.stream()
                .filter(row -> row.rule().name().equalsIgnoreCase(rule))
                .findFirst()
                .orElse(null);
        model.addAttribute("editing", editing);
        model.addAttribute("therapist", as == Capacity.THERAPIST);
        model.addAttribute("as", as.word());
        model.addAttribute("choice", LimitRow.isChoice(me, lifter));
        if (editing != null) {
            model.addAttribute(
                    "typed",
                    typed != null
                            ? typed
                            : new Typed(
                                    number(editing.notice()),
                                    number(editing.caution()),
                                    number(editing.stop()),
                                    null,
                                    PersonalLimits.mark(standing, editing.rule(), as)));
        }
        return "limits";
    }

    /** @param action {@code preview}, {@code save} or {@code off} */
    @PostMapping("/people/{id}/limits")
    String change(
            @PathVariable UUID id,
            @RequestParam String exercise,
            @RequestParam String rule,
            @RequestParam(name = "do", defaultValue = "preview") String action,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String caution,
            @RequestParam(required = false) @Nullable String stop,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(name = "as", required = false) @Nullable String wished,
            @SignedIn Person me,
            Model model,
            RedirectAttributes redirect) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        Capacity as = LimitRow.capacity(me, lifter, wished);
        Typed typed = new Typed(notice, caution, stop, reason, seen);
        try {
            FormRule changed = rule(rule);
            boolean off = action.endsWith("off");
            LimitValue value = off
                    ? LimitValue.off(changed)
                    : LimitValue.levels(changed, parse(notice), parse(caution), parse(stop), as);
            if (action.startsWith("preview")) {
                model.addAttribute("preview", previews.preview(id, exercise, value, as, LAST_SETS));
                model.addAttribute("previewed", off ? "off" : "save");
                return page(me, lifter, as, exercise, rule, typed, model);
            }
            limits.setAsSeen(seen, me.id(), as, id, exercise, value, reason);
            access.noteChange(me, id, CHANGED);
            redirect.addFlashAttribute("noticeKey", "limits.saved");
        } catch (AsSeen.ChangedException changed) {
            model.addAttribute("problem", Words.say("limits.meanwhile"));
            String now = PersonalLimits.mark(limits.standing(id, exercise), rule(rule), as);
            return page(me, lifter, as, exercise, rule, new Typed(notice, caution, stop, reason, now), model);
        } catch (IllegalArgumentException refused) {
            model.addAttribute("problem", refused.getMessage());
            return page(me, lifter, as, exercise, rule, typed, model);
        }
        return "redirect:/people/" + id + "/limits?exercise=" + exercise + "&as=" + as.word();
    }

    /** Takes a limit back, so that the default holds again. */
    @PostMapping("/people/{id}/limits/{limit}/end")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID limit,
            @RequestParam String exercise,
            @RequestParam(name = "as", required = false) @Nullable String wished,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        Person lifter = access.work(me, id, RecordKind.FORM, "limits");
        Capacity as = LimitRow.capacity(me, lifter, wished);
        if (!limits.end(me.id(), as, id, limit)) {
            throw SetRepetitions.nothing();
        }
        access.noteChange(me, id, CHANGED);
        redirect.addFlashAttribute("noticeKey", "limits.ended");
        redirect.addAttribute("exercise", exercise);
        redirect.addAttribute("as", as.word());
        return "redirect:/people/" + id + "/limits";
    }

    /** @throws IllegalArgumentException where there is no such exercise; the message is for the person */
    static void checkExercise(@Nullable String exercise) {
        if (exercise != null && ExerciseProfile.ofName(exercise).isEmpty()) {
            throw new IllegalArgumentException(Words.say("training.exercise.unknown", exercise));
        }
    }

    static FormRule rule(String name) {
        return Choice.of(FormRule.class, "rule", name);
    }

    private static @Nullable Double parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Double number = Numbers.decimal(typed);
        if (number == null) {
            throw new IllegalArgumentException(Words.say("limits.no-number", typed));
        }
        return number;
    }

    private static @Nullable String number(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }
}

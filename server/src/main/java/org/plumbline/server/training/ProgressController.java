package org.plumbline.server.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Progress over weeks: one's own, or that of a lifter who shares it. */
@Controller
class ProgressController {
    private final Progress progress;
    private final ProgressSight sight;
    private final SetSummaries summaries;
    private final RepetitionGoals goals;
    private final RecordAccess access;
    private final FormChangesOfSets changes;
    private final Moments moments;

    ProgressController(
            Progress progress,
            ProgressSight sight,
            SetSummaries summaries,
            RepetitionGoals goals,
            RecordAccess access,
            FormChangesOfSets changes,
            Moments moments) {
        this.changes = changes;
        this.progress = progress;
        this.sight = sight;
        this.summaries = summaries;
        this.goals = goals;
        this.access = access;
        this.moments = moments;
    }

    /** An exercise to choose. */
    private record Choice(String name, String title) {}

    @GetMapping("/progress")
    String own(
            @RequestParam(name = "exercise", required = false) @Nullable String exercise,
            @SignedIn Person me,
            Model model) {
        return page(me, me, exercise, model);
    }

    @GetMapping("/people/{id}/progress")
    String ofAnother(
            @PathVariable UUID id,
            @RequestParam(name = "exercise", required = false) @Nullable String exercise,
            @SignedIn Person me,
            Model model) {
        return page(access.read(me, id, RecordKind.FORM, "progress"), me, exercise, model);
    }

    private String page(Person lifter, Person me, @Nullable String asked, Model model) {
        @Nullable String wanted = asked == null ? null : ExerciseProfile.spelled(asked);
        boolean own = lifter.id().equals(me.id());
        List<String> exercises = summaries.exercises(lifter.id());
        String exercise = exercises.contains(wanted)
                ? wanted
                : exercises.stream().findFirst().orElse(null);
        model.addAttribute("nav", "progress");
        model.addAttribute("own", own);
        model.addAttribute("lifter", lifter);
        model.addAttribute("address", own ? "/progress" : "/people/" + lifter.id() + "/progress");
        model.addAttribute(
                "exercises",
                exercises.stream()
                        .map(name -> new Choice(name, FormWords.exercise(name)))
                        .toList());
        model.addAttribute("exercise", exercise);
        if (exercise != null) {
            Progress.OfExercise found = sight.of(progress.of(lifter.id(), exercise), me, lifter.id());
            model.addAttribute("view", ProgressView.of(found, me.loadUnit(), moments));
            model.addAttribute("changed", changed(found.of(ProgressKind.DRIFT)).orElse(null));
            model.addAttribute(
                    "reason", found.hold() == null ? null : found.hold().reason());
        }
        ProgressSeries days = progress.series(lifter.id(), null, ProgressKind.FREQUENCY);
        model.addAttribute(
                "days",
                days.points().isEmpty()
                        ? null
                        : (int) days.points().get(days.points().size() - 1).value());
        return "progress";
    }

    /** What changed in the last set, where more did than can be told from noise. */
    private Optional<String> changed(ProgressSeries drift) {
        List<ProgressPoint> points = drift.points();
        if (points.isEmpty() || !points.get(points.size() - 1).beyondUsual()) {
            return Optional.empty();
        }
        return Optional.ofNullable(points.get(points.size() - 1).setId()).flatMap(changes::largest);
    }

    @PostMapping("/progress/goal")
    String goal(
            @RequestParam("exercise") String exercise,
            @RequestParam("repetitions") String typed,
            @SignedIn Person me,
            Model model,
            RedirectAttributes redirect) {
        try {
            goals.put(
                    me.id(),
                    KnownExercise.spelled(exercise),
                    typed.isBlank() ? null : Integer.valueOf(Numbers.whole("Reps", typed)));
        } catch (IllegalArgumentException refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("typedGoal", typed);
            return page(me, me, exercise, model);
        }
        redirect.addAttribute("exercise", exercise);
        redirect.addFlashAttribute("noticeKey", "progress.goal.saved");
        return "redirect:/progress";
    }
}

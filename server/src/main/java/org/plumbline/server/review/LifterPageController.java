package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.training.StoppedSets;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.training.TrainingLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One lifter, for whoever they share with: last sets, where it goes, and sets of one load side by side. */
@Controller
class LifterPageController {
    private static final int LAST_SETS = 20;

    private final RecordAccess access;
    private final SetSummaries summaries;
    private final PersonCharts charts;
    private final ChartHealth health;
    private final StoppedSets stopped;
    private final TrainingLog log;
    private final Moments moments;

    LifterPageController(
            RecordAccess access,
            SetSummaries summaries,
            PersonCharts charts,
            ChartHealth health,
            StoppedSets stopped,
            TrainingLog log,
            Moments moments) {
        this.stopped = stopped;
        this.log = log;
        this.access = access;
        this.summaries = summaries;
        this.charts = charts;
        this.health = health;
        this.moments = moments;
    }

    @GetMapping("/people/{id}")
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String exercise,
            @SignedIn Person me,
            Model model) {
        Person lifter = access.read(me, id, RecordKind.FORM, "progress");
        List<String> exercises = summaries.exercises(id);
        @Nullable String chosen = chosen(exercise, exercises);
        add(model, me, lifter, exercises, chosen);
        model.addAttribute(
                "rows",
                rows(
                        me,
                        id,
                        summaries.newest(
                                id, SummaryFilter.ALL.to(access.mayRead(me, id, RecordKind.REHAB)), LAST_SETS, 0)));
        model.addAttribute("uncertainty", Uncertainty.ofSets());
        model.addAttribute("mayReadPain", access.mayRead(me, id, RecordKind.PAIN));
        model.addAttribute("hasLimits", chosen != null && Assessment.hasLimits(chosen));
        List<ChartPicture> pictures = new ArrayList<>();
        if (chosen != null && health.trouble() == null) {
            pictures.add(progress(id, chosen, ProgressKind.LOAD, me));
            pictures.add(progress(id, chosen, ProgressKind.FLEXION, me));
            pictures.add(ChartPicture.of(
                    "/people/" + id + "/charts/load-drift",
                    "&exercise=" + chosen,
                    charts.loadAndDrift(id, chosen, me.loadUnit(), ChartTheme.LIGHT, ChartSize.WIDE)));
        }
        model.addAttribute("pictures", pictures);
        return "lifter";
    }

    private List<SummaryRow> rows(Person me, UUID id, List<SetSummary> sets) {
        List<UUID> ids = sets.stream().map(SetSummary::setId).toList();
        Set<UUID> stops = stopped.shown(me, id, ids);
        Set<UUID> motionTests = log.ofRehab(ids);
        return sets.stream()
                .map(set -> SummaryRow.of(
                        set, stops.contains(set.setId()), motionTests.contains(set.setId()), me.loadUnit(), moments))
                .toList();
    }

    private ChartPicture progress(UUID id, String exercise, ProgressKind kind, Person me) {
        return ChartPicture.of(
                "/people/" + id + "/charts/progress",
                "&exercise=" + exercise + "&what=" + kind.word(),
                charts.progress(id, exercise, kind, me.loadUnit(), ChartTheme.LIGHT, ChartSize.WIDE));
    }

    /**
     * Sets side by side.
     *
     * @param load kg; all loads where not said
     * @param simulated whether it is the simulated sets, which count nowhere, and no others
     */
    @GetMapping("/people/{id}/compare")
    String compare(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @Nullable Double load,
            @RequestParam(defaultValue = "false") boolean simulated,
            @SignedIn Person me,
            Model model) {
        Person lifter = access.read(me, id, RecordKind.FORM, "progress");
        List<String> exercises = summaries.exercises(id);
        @Nullable String chosen = chosen(exercise, exercises);
        add(model, me, lifter, exercises, chosen);
        // of a sample person everything is simulated, and all of it counts
        boolean apart = simulated && !lifter.sample();
        model.addAttribute("simulated", apart);
        model.addAttribute("load", load);
        model.addAttribute("loadWords", load == null ? null : me.loadUnit().format(load));
        if (chosen == null) {
            model.addAttribute("loads", List.of());
            model.addAttribute("rows", List.of());
            return "compare";
        }
        model.addAttribute("uncertainty", Uncertainty.ofSets());
        Comparison comparison = new Comparison(id, chosen, load, apart);
        model.addAttribute(
                "loads",
                charts.newest(comparison.atAllLoads()).stream()
                        .map(SetSummary::loadKg)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(kg -> new LoadChoice(kg, me.loadUnit().format(kg)))
                        .toList());
        List<SetSummary> same = charts.newest(comparison);
        model.addAttribute("rows", rows(me, id, same.stream().limit(LAST_SETS).toList()));
        if (!same.isEmpty() && health.trouble() == null) {
            String path = "/people/" + id + "/charts/compare-";
            ChartTheme light = ChartTheme.LIGHT;
            model.addAttribute(
                    "courses",
                    ChartPicture.of(
                            path + "courses", comparison.query(), charts.courses(comparison, light, ChartSize.WIDE)));
            model.addAttribute(
                    "peaks",
                    ChartPicture.of(
                            path + "peaks", comparison.query(), charts.peaks(comparison, light, ChartSize.WIDE)));
        }
        return "compare";
    }

    /** A load to choose. */
    record LoadChoice(double kg, String words) {}

    static @Nullable String chosen(@Nullable String asked, List<String> exercises) {
        if (asked != null && exercises.contains(ExerciseProfile.spelled(asked))) {
            return ExerciseProfile.spelled(asked);
        }
        return exercises.isEmpty() ? null : exercises.get(0);
    }

    static void add(Model model, Person me, Person lifter, List<String> exercises, @Nullable String chosen) {
        boolean own = me.id().equals(lifter.id());
        model.addAttribute("nav", own ? "progress" : "roster");
        model.addAttribute("own", own);
        model.addAttribute("mayWork", own || me.is(Role.COACH) || me.is(Role.THERAPIST));
        model.addAttribute("lifter", lifter);
        model.addAttribute(
                "exercises",
                exercises.stream()
                        .map(name -> new RosterController.Choice(name, FormWords.exercise(name)))
                        .toList());
        model.addAttribute("exercise", chosen);
        model.addAttribute("exerciseWords", chosen == null ? null : FormWords.exercise(chosen));
    }
}

package org.plumbline.server.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.review.chart.SetFinding;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Correction;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.NotAssessed;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetCorrections;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.SetStory;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one set: what it comes down to, its chart, its repetitions, and what they rest on. */
@Controller
class SetPageController {
    private final TrainingLog log;
    private final SetAccess access;
    private final Moments moments;
    private final ChartHealth charts;
    private final SetCorrections corrections;

    SetPageController(
            TrainingLog log, SetAccess access, Moments moments, ChartHealth charts, SetCorrections corrections) {
        this.log = log;
        this.access = access;
        this.moments = moments;
        this.charts = charts;
        this.corrections = corrections;
    }

    @GetMapping("/sets/{id}")
    String set(@PathVariable UUID id, @SignedIn Person me, Model model) {
        TrainingSet set = access.read(me, id);
        List<StoredRepetition> repetitions = log.repetitions(id);
        SetFinding finding = SetFinding.of(repetitions, set.exercise());
        ChartedSet charted = ChartedSet.of(
                set.exercise(), repetitions, List.of(), org.plumbline.core.form.FormLimits.NONE);
        Optional<AnalysisResult> analysis = log.analysis(id);
        List<Correction> corrected = corrections.of(id);
        LoadUnit unit = me.loadUnit();
        List<RepetitionRow> rows = repetitions.stream()
                .map(repetition -> RepetitionRow.of(repetition, set.exercise(), corrected))
                .toList();
        model.addAttribute("nav", "sets");
        model.addAttribute("set", set);
        model.addAttribute("when", moments.say(set.startedAt()));
        model.addAttribute("exercise", FormWords.exercise(set.exercise()));
        model.addAttribute("load", set.loadKg() == null ? null : unit.format(set.loadKg()));
        model.addAttribute("state", set.state().word());
        model.addAttribute("finding", finding);
        model.addAttribute("rows", rows);
        model.addAttribute("twoSensors", analysis.map(SetStory::isTwoSensor).orElse(false));
        model.addAttribute("story", analysis.map(SetStory::of).orElse(List.of()));
        model.addAttribute("notAssessed", analysis.map(NotAssessed::of).orElse(List.of()));
        model.addAttribute("doubts", ofAll(rows));
        model.addAttribute("severalSets", rows.stream().anyMatch(row -> row.set() > 1));
        model.addAttribute("setAside", setAside(analysis, corrected, repetitions));
        model.addAttribute("correctable", set.state() != SetState.RUNNING && analysis.isPresent());
        model.addAttribute("hasLimits", Assessment.hasLimits(set.exercise()));
        model.addAttribute("flexionAssessed", rows.stream().anyMatch(row -> row.peak() != null));
        model.addAttribute("alternative", RepetitionChart.alternative(charted));
        model.addAttribute("drawable", charted.isDrawable());
        model.addAttribute("chartTrouble", charts.trouble());
        model.addAttribute("messages", messages(id, analysis));
        model.addAttribute("analysis", analysis.orElse(null));
        model.addAttribute("setFlags", analysis.map(SetPageController::setFlags).orElse(List.of()));
        return "set";
    }

    private static List<SetAsideRow> setAside(
            Optional<AnalysisResult> analysis, List<Correction> corrected, List<StoredRepetition> repetitions) {
        return SetAsideRow.of(analysis.map(AnalysisResult::setAside).orElse(List.of()), corrected, repetitions);
    }

    private static List<RepetitionRow.Evidence> setFlags(AnalysisResult analysis) {
        return analysis.set().flags().stream().map(RepetitionRow.Evidence::of).toList();
    }

    /** Said while it ran or found afterwards, each once. */
    private Set<String> messages(UUID id, Optional<AnalysisResult> analysis) {
        Set<String> messages = new LinkedHashSet<>();
        log.messages(id).forEach(message -> messages.add(message.text()));
        analysis.ifPresent(result -> {
            messages.addAll(result.calibration().messages());
            messages.addAll(result.quality().messages());
            messages.removeAll(said(result.calibration()));
        });
        return messages;
    }

    /** What is doubted of every repetition, which is said once. */
    private static Set<String> ofAll(List<RepetitionRow> rows) {
        Set<String> doubts = new LinkedHashSet<>();
        rows.stream().findFirst().ifPresent(first -> doubts.addAll(first.doubts()));
        rows.forEach(row -> doubts.retainAll(row.doubts()));
        return doubts;
    }

    /** What stands beside the grades already. */
    private static Set<String> said(AnalysisResult.CalibrationSummary calibration) {
        return Stream.of(calibration.neutral(), calibration.axis(), calibration.maximum())
                .filter(Objects::nonNull)
                .map(AnalysisResult.Graded::reason)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

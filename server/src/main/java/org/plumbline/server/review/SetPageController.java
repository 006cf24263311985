package org.plumbline.server.review;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.Silence;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.Correction;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.NotAssessed;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.Reanalysis;
import org.plumbline.server.training.SensorTrouble;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetCorrections;
import org.plumbline.server.training.SetEfforts;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.SetStory;
import org.plumbline.server.training.StoppedSets;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.training.UnfinishedWords;
import org.plumbline.server.training.WithdrawnFlags;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one set: what it comes down to, its chart, its repetitions, and what they rest on. */
@Controller
class SetPageController {
    /** So many of the gravest repetitions of a set that is shown in parts are named. */
    private static final int MOST_GRAVEST = 24;

    private final TrainingLog log;
    private final SetParts parts;
    private final SetAccess access;
    private final People people;
    private final Moments moments;
    private final ChartHealth charts;
    private final ChartedSets charted;
    private final SetCorrections corrections;
    private final RepetitionRemarks remarks;
    private final Baselines baselines;
    private final LimitAuthors limitAuthors;
    private final PlannedSets planned;
    private final Reanalysis reanalysis;
    private final SetEfforts efforts;
    private final StoppedSets stops;
    private final SetNotices notices;

    SetPageController(
            TrainingLog log,
            SetParts parts,
            SetAccess access,
            People people,
            Moments moments,
            ChartHealth charts,
            ChartedSets charted,
            SetCorrections corrections,
            RepetitionRemarks remarks,
            Baselines baselines,
            LimitAuthors limitAuthors,
            PlannedSets planned,
            Reanalysis reanalysis,
            SetEfforts efforts,
            StoppedSets stops,
            SetNotices notices) {
        this.stops = stops;
        this.efforts = efforts;
        this.notices = notices;
        this.planned = planned;
        this.reanalysis = reanalysis;
        this.limitAuthors = limitAuthors;
        this.log = log;
        this.parts = parts;
        this.access = access;
        this.people = people;
        this.moments = moments;
        this.charts = charts;
        this.charted = charted;
        this.corrections = corrections;
        this.remarks = remarks;
        this.baselines = baselines;
    }

    /** @param from number of the first repetition that is shown: of a very long set only a part is */
    @GetMapping("/sets/{id}")
    String set(@PathVariable UUID id, @RequestParam(defaultValue = "1") int from, @SignedIn Person me, Model model) {
        TrainingSet set = access.read(me, id);
        SetPart part = parts.from(id, from);
        List<StoredRepetition> repetitions = part.repetitions();
        LimitNames names = limitAuthors.of(set, me);
        ChartedSet drawn = charted.of(set, part, names.limits(), me);
        Optional<AnalysisResult> analysis = log.overall(id).map(overall -> overall.with(results(repetitions)));
        List<Correction> corrected = corrections.of(id);
        LoadUnit unit = me.loadUnit();
        List<RepetitionRow> rows = repetitions.stream()
                .map(repetition -> RepetitionRow.of(
                        repetition, set.exercise(), corrected, names, drawn.holdTargetS(), drawn.changes()))
                .toList();
        boolean own = me.id().equals(set.lifterId());
        model.addAttribute("nav", own ? "sets" : "roster");
        model.addAttribute("own", own);
        model.addAttribute("mayWork", own || me.is(Role.COACH) || me.is(Role.THERAPIST));
        model.addAttribute("lifter", own ? me : people.find(set.lifterId()).orElse(null));
        model.addAttribute("set", set);
        model.addAttribute("when", moments.say(set.startedAt()));
        model.addAttribute("exercise", FormWords.exercise(set.exercise()));
        model.addAttribute("load", set.loadKg() == null ? null : unit.format(set.loadKg()));
        model.addAttribute("effort", efforts.of(id).effort());
        @Nullable String abovePlan = abovePlan(me, set);
        model.addAttribute("abovePlan", abovePlan);
        model.addAttribute("state", set.state().word());
        boolean stopped = stops.shown(me, set.lifterId(), List.of(id)).contains(id);
        boolean motionTest = !log.ofRehab(List.of(id)).isEmpty();
        model.addAttribute("motionTest", motionTest);
        model.addAttribute("headline", stopped ? stopped(drawn) : headline(drawn, motionTest, abovePlan != null));
        model.addAttribute("rows", rows);
        // while the set runs, what was seen of it
        model.addAttribute(
                "twoSensors",
                analysis.map(SetStory::isTwoSensor).orElseGet(() -> rows.isEmpty() || drawn.hasFlexion()));
        model.addAttribute("notices", notices.of(set, me));
        model.addAttribute(
                "stopped",
                analysis.map(found -> UnfinishedWords.sentence(found, drawn.holdTargetS()))
                        .orElse(null));
        model.addAttribute(
                "stoppedForSure",
                analysis.filter(found -> !UnfinishedWords.isDoubtful(found)).isPresent());
        model.addAttribute("stoppedKnown", analysis.map(UnfinishedWords::known).orElse(List.of()));
        model.addAttribute("story", analysis.map(SetStory::withoutStop).orElse(List.of()));
        model.addAttribute("troubles", analysis.map(SensorTrouble::of).orElse(List.of()));
        model.addAttribute("notAssessed", analysis.map(NotAssessed::of).orElse(List.of()));
        model.addAttribute("doubts", ofAll(rows));
        model.addAttribute(
                "notJudged",
                NotJudged.sentences(set.exercise(), names.limits(), limitAuthors.switchedOff(set), drawn.hasFlexion()));
        model.addAttribute("severalSets", rows.stream().anyMatch(row -> row.set() > 1));
        List<SetAsideRow> setAside = setAside(analysis, corrected, part);
        model.addAttribute(
                "setAside", setAside.stream().limit(TrainingLog.MOST_AT_ONCE).toList());
        model.addAttribute("setAsideAll", setAside.size());
        model.addAttribute("correctable", set.state() != SetState.RUNNING && analysis.isPresent());
        model.addAttribute("hasLimits", Assessment.hasLimits(set.exercise()));
        ExerciseProfile profile = ExerciseProfile.ofAnyName(set.exercise());
        model.addAttribute("hold", profile.isHold());
        model.addAttribute("figure", Metric.ofExercise(profile).jsonName());
        model.addAttribute("figureAssessed", rows.stream().anyMatch(row -> row.figure() != null));
        model.addAttribute("flexionAssessed", drawn.hasFlexion());
        model.addAttribute("uncertainty", rows.isEmpty() ? null : Uncertainty.ofSet(profile, drawn.hasFlexion()));
        model.addAttribute("chartTrouble", charts.trouble());
        SetCharts.addTo(model, drawn, "/sets/" + id, part.before() == null ? "" : "&from=" + from);
        model.addAttribute("part", part);
        model.addAttribute("gravest", part.isWhole() ? List.of() : log.gravest(id, MOST_GRAVEST));
        model.addAttribute("remarks", remarks.of(set, repetitions, me));
        model.addAttribute("approved", baselines.numbersOf(id));
        Set<String> messages = messages(id, analysis, own);
        List<String> withdrawn =
                messages.stream().filter(WithdrawnFlags::isSentence).toList();
        withdrawn.forEach(messages::remove);
        List<String> silences = messages.stream().filter(Silence::isMessage).toList();
        silences.forEach(messages::remove);
        model.addAttribute("silences", silences);
        model.addAttribute("withdrawn", withdrawn);
        model.addAttribute("messages", messages);
        model.addAttribute("analysis", analysis.orElse(null));
        model.addAttribute(
                "earlier",
                reanalysis.earlier(id).stream()
                        .map(one -> EarlierRow.of(one, moments))
                        .toList());
        model.addAttribute(
                "setFlags", analysis.map(found -> setFlags(found, names, drawn)).orElse(List.of()));
        return "set";
    }

    private static String stopped(ChartedSet set) {
        return HoldWords.say(set.isHold(), "set_finding.stopped", set.all());
    }

    /** A test is headed by what it is; what is flagged, and a load above the plan, heads it all the same. */
    private static String headline(ChartedSet set, boolean motionTest, boolean abovePlan) {
        String found = motionTest && set.finding().strongest() == null
                ? Words.say("set.motion.title", set.all())
                : set.finding().sentence();
        return abovePlan ? Words.say("set.above-plan", found) : found;
    }

    /** A prescription is for whoever may read the plan. */
    private @Nullable String abovePlan(Person me, TrainingSet set) {
        return limitAuthors.seesPlan(me, set.lifterId())
                ? planned.above(set.lifterId(), set.exercise(), set.startedAt(), set.loadKg(), me.loadUnit())
                : null;
    }

    private static List<AnalysisResult.Repetition> results(List<StoredRepetition> repetitions) {
        return repetitions.stream().map(StoredRepetition::result).toList();
    }

    private static List<SetAsideRow> setAside(
            Optional<AnalysisResult> analysis, List<Correction> corrected, SetPart part) {
        return SetAsideRow.of(
                analysis.map(AnalysisResult::setAside).orElse(List.of()).stream()
                        .filter(movement -> part.holds(movement.startS()))
                        .toList(),
                corrected.stream()
                        .filter(correction -> part.holds(correction.momentS()))
                        .toList(),
                part.repetitions());
    }

    private static List<Evidence> setFlags(AnalysisResult analysis, LimitNames names, ChartedSet drawn) {
        return analysis.set().flags().stream()
                .map(flag -> Evidence.of(flag, names, drawn.changes()))
                .toList();
    }

    /** Said while it ran or found afterwards, each once. */
    private Set<String> messages(UUID id, Optional<AnalysisResult> analysis, boolean own) {
        Set<String> messages = new LinkedHashSet<>();
        log.messages(id).forEach(message -> messages.add(message.to(!own)));
        analysis.ifPresent(result -> {
            messages.addAll(result.calibration().messages());
            messages.addAll(result.quality().messages());
            messages.removeAll(said(result.calibration()));
        });
        return messages;
    }

    /** What is doubted of every repetition, which is said once. */
    private static Set<SignalDoubt> ofAll(List<RepetitionRow> rows) {
        Set<SignalDoubt> doubts = EnumSet.noneOf(SignalDoubt.class);
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

package org.plumbline.server.live;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.PlannedWork;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.station.SensorState;
import org.plumbline.server.wearable.station.SensorStation;
import org.plumbline.server.web.EmergencyNumber;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The live screen, and what can be pressed on it. */
@Controller
class LivePageController {
    private static final String DEADLIFT = ExerciseProfile.DEADLIFT.name();

    /** Sets to choose from for a replay. */
    private static final int REPLAYABLE = 50;

    private final LiveSets liveSets;
    private final LiveEncoder encoder;
    private final LiveStarter starter;
    private final DemoMode demo;
    private final TrainingLog log;
    private final Moments moments;
    private final SensorStation station;
    private final SetSummaries summaries;
    private final EmergencyNumber number;
    private final RecordAccess access;
    private final PlannedSets planned;
    private final SetQuestions setQuestions;
    private final Clock clock;

    LivePageController(
            LiveSets liveSets,
            LiveEncoder encoder,
            LiveStarter starter,
            DemoMode demo,
            TrainingLog log,
            Moments moments,
            SensorStation station,
            SetSummaries summaries,
            EmergencyNumber number,
            RecordAccess access,
            PlannedSets planned,
            SetQuestions setQuestions,
            Clock clock) {
        this.planned = planned;
        this.setQuestions = setQuestions;
        this.clock = clock;
        this.liveSets = liveSets;
        this.encoder = encoder;
        this.starter = starter;
        this.demo = demo;
        this.log = log;
        this.moments = moments;
        this.station = station;
        this.summaries = summaries;
        this.number = number;
        this.access = access;
    }

    private static final List<Choice> EXERCISES = ExerciseProfile.all().stream()
            .map(profile -> new Choice(profile.name(), profile.title()))
            .toList();

    /** What the script says: the ends of the keys of its messages. */
    private static final List<String> SAYINGS = ResourceBundle.getBundle("messages.live", Locale.ROOT).keySet().stream()
            .filter(key -> key.startsWith("live.say."))
            .map(key -> key.substring("live.say.".length()))
            .sorted()
            .toList();

    /** An exercise to choose. */
    private record Choice(String name, String title) {}

    /** What the sensors page calls the places. */
    private static final Map<String, String> PLACES =
            Map.of("pelvis", "pelvis", "lumbar", "lower back", "thorax", "lowest ribs", "upper_thorax", "upper back");

    /** A sensor that is worn. */
    private record Worn(String name, String placement, boolean streaming) {}

    /** A set to choose for a replay. */
    private record Replayable(UUID id, String name) {}

    @GetMapping("/live")
    String live(@RequestParam(name = "set", required = false) @Nullable UUID set, @SignedIn Person me, Model model) {
        Optional<LiveSet> shown = set == null ? liveSets.newestOf(me.id()) : Optional.of(watched(me, set));
        boolean own =
                shown.map(LiveSet::lifter).map(Person::id).map(me.id()::equals).orElse(true);
        model.addAttribute("nav", own ? "live" : "board");
        model.addAttribute("watched", own ? null : shown.orElseThrow());
        model.addAttribute(
                "snapshot", shown.map(one -> encoder.snapshot(one.snapshot())).orElse(null));
        model.addAttribute(
                "abovePlan", own ? shown.map(one -> abovePlan(me, one)).orElse(null) : null);
        // the lifter alone: pain is shared on its own
        model.addAttribute("told", own ? setQuestions.told(me.id()) : null);
        model.addAttribute("shownSet", shown.map(LiveSet::id).orElse(null));
        model.addAttribute("number", number.emergencyNumber());
        model.addAttribute("sayings", SAYINGS);
        model.addAttribute("detectableChangeDeg", Math.round(Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange()));
        return "live";
    }

    /** The lifter alone is told: the plan is shared on its own. */
    private @Nullable String abovePlan(Person me, LiveSet set) {
        return planned.above(
                me.id(),
                set.plan().exercise(),
                set.snapshot().startedAt(),
                set.plan().loadKg(),
                me.loadUnit());
    }

    /** A set of somebody who shares it. */
    private LiveSet watched(Person me, UUID id) {
        LiveSet set = liveSets.find(id).orElseThrow(LivePageController::notLive);
        access.read(me, set.lifter().id(), RecordKind.FORM, "live_set");
        return set;
    }

    private static ResponseStatusException notLive() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such set is live.");
    }

    @GetMapping("/start")
    String choose(
            @RequestParam(name = "replay", required = false) @Nullable UUID replay,
            @RequestParam(name = "exercise", required = false) @Nullable String exercise,
            @SignedIn Person me,
            Model model) {
        fillInFromLastTime(exercise, me, model);
        model.addAttribute("told", setQuestions.told(me.id()));
        model.addAttribute("nav", "start");
        model.addAttribute("unit", me.loadUnit().symbol());
        model.addAttribute("replay", replay);
        model.addAttribute("exercises", EXERCISES);
        model.addAttribute("worn", worn(me));
        model.addAttribute("paired", !station.status(me.id()).sensors().isEmpty());
        model.addAttribute("simulatedSensors", station.isSimulated());
        model.addAttribute(
                "recordings",
                log.newest(me.id(), REPLAYABLE, 0).stream()
                        .map(SetListing::set)
                        .filter(set -> set.state() != SetState.RUNNING)
                        .map(set -> new Replayable(set.id(), name(set)))
                        .toList());
        return "start";
    }

    /** A line of the plan, to begin a set with. */
    private record PlanLine(String exercise, String words) {}

    /** The exercise asked for or done last, as it is planned, else with the load of its last set. */
    private void fillInFromLastTime(@Nullable String exercise, Person me, Model model) {
        Optional<SetSummary> newest = ExerciseProfile.ofName(String.valueOf(exercise))
                        .isPresent()
                ? summaries.last(me.id(), String.valueOf(exercise))
                : summaries.newest(me.id(), SummaryFilter.ALL, 1, 0).stream().findFirst();
        String chosen = newest.map(SetSummary::exercise).orElse(exercise == null ? DEADLIFT : exercise);
        List<PlannedWork.Planned> plan = planned.on(me.id(), clock.instant());
        Optional<PlannedWork.Planned> told =
                plan.stream().filter(one -> one.exercise().equals(chosen)).findFirst();
        Double lastKg = newest.map(SetSummary::loadKg).orElse(null);
        Double capKg = told.map(PlannedWork.Planned::loadCapKg).orElse(null);
        Double loadKg = lastKg == null || PlannedWork.isAbove(lastKg, capKg) ? capKg : lastKg;
        model.addAttribute("exercise", chosen);
        model.addAttribute(
                "repetitions", told.map(PlannedWork.Planned::repetitions).orElse(null));
        // to the half, as loads are shown
        model.addAttribute(
                "load", loadKg == null ? null : Math.round(2 * me.loadUnit().fromKg(loadKg)) / 2.0);
        model.addAttribute("cap", capKg == null ? null : me.loadUnit().format(capKg));
        model.addAttribute(
                "plan",
                plan.stream()
                        .map(one -> new PlanLine(one.exercise(), words(one, me)))
                        .toList());
        model.addAttribute(
                "lastTime",
                newest.map(set -> Words.say(
                                "start.last",
                                FormWords.exercise(set.exercise()),
                                lastKg == null ? "–" : me.loadUnit().format(lastKg),
                                set.repetitions(),
                                moments.say(set.startedAt())))
                        .orElse(null));
        model.addAttribute(
                "lastAbove",
                lastKg != null && capKg != null && PlannedWork.isAbove(lastKg, capKg)
                        ? Words.say("start.last.above", me.loadUnit().format(capKg))
                        : null);
    }

    private static String words(PlannedWork.Planned planned, Person me) {
        String name = FormWords.exercise(planned.exercise());
        @Nullable Double capKg = planned.loadCapKg();
        return capKg == null
                ? Words.say("start.plan.line", name, planned.dose())
                : Words.say(
                        "start.plan.line.cap",
                        name,
                        planned.dose(),
                        me.loadUnit().format(capKg));
    }

    /** The sensors that are placed, and whether each streams. */
    private List<Worn> worn(Person me) {
        return station.worn(me.id()).stream()
                .map(sensor -> new Worn(
                        sensor.name(),
                        PLACES.getOrDefault(sensor.placement(), "trunk"),
                        sensor.state() == SensorState.STREAMING))
                .toList();
    }

    private String name(TrainingSet set) {
        String what = set.title() == null ? FormWords.exercise(set.exercise()) : set.title();
        return what + ", " + moments.say(set.startedAt()) + (set.simulated() ? " (simulated)" : "");
    }

    @PostMapping("/start")
    String start(
            @SignedIn Person me,
            @ModelAttribute StartRequest request,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        try {
            starter.start(me, request);
            return "redirect:/live";
        } catch (UnansweredException first) {
            typed.keySet().retainAll(StartRequest.FIELDS);
            model.addAttribute("nav", "start");
            model.addAttribute("questions", first.questions());
            model.addAttribute("typed", typed);
            return "before-set";
        } catch (AlreadyLiftingException busy) {
            redirect.addFlashAttribute("notice", busy.getMessage());
            return "redirect:/live";
        } catch (IllegalArgumentException | LinkException | ServerFullException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
            return "redirect:/start";
        }
    }

    @PostMapping("/live/{id}/begin")
    String begin(@PathVariable UUID id, @SignedIn Person me) {
        own(me, id).begin();
        return "redirect:/live";
    }

    @PostMapping("/live/{id}/stop")
    String stop(@PathVariable UUID id, @SignedIn Person me) {
        liveSets.end(own(me, id));
        return "redirect:/sets/" + id;
    }

    /** Nobody but the lifter presses their buttons. */
    private LiveSet own(Person me, UUID id) {
        return liveSets.find(id)
                .filter(set -> set.lifter().id().equals(me.id()))
                .orElseThrow(LivePageController::notLive);
    }

    @PostMapping("/demo/resume")
    String resumeDemo(@SignedIn Person me) {
        if (me.sample()) {
            demo.start();
        }
        return "redirect:/live";
    }
}

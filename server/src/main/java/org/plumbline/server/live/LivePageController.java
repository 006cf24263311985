package org.plumbline.server.live;

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
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.station.SensorState;
import org.plumbline.server.wearable.station.SensorStation;
import org.plumbline.server.web.EmergencyNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The live screen, and what can be pressed on it. */
@Controller
class LivePageController {
    /** Sets to choose from for a replay. */
    private static final int REPLAYABLE = 50;

    private final LiveSets liveSets;
    private final LiveEncoder encoder;
    private final LiveStarter starter;
    private final DemoMode demo;
    private final TrainingLog log;
    private final Moments moments;
    private final SensorStation station;
    private final EmergencyNumber number;

    LivePageController(
            LiveSets liveSets,
            LiveEncoder encoder,
            LiveStarter starter,
            DemoMode demo,
            TrainingLog log,
            Moments moments,
            SensorStation station,
            EmergencyNumber number) {
        this.liveSets = liveSets;
        this.encoder = encoder;
        this.starter = starter;
        this.demo = demo;
        this.log = log;
        this.moments = moments;
        this.station = station;
        this.number = number;
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
    String live(@SignedIn Person me, Model model) {
        model.addAttribute("nav", "live");
        model.addAttribute(
                "snapshot",
                liveSets.newestOf(me.id())
                        .map(set -> encoder.snapshot(set.snapshot()))
                        .orElse(null));
        model.addAttribute("number", number.emergencyNumber());
        model.addAttribute("sayings", SAYINGS);
        model.addAttribute("detectableChangeDeg", Math.round(Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange()));
        return "live";
    }

    @GetMapping("/start")
    String choose(
            @RequestParam(name = "replay", required = false) @Nullable UUID replay, @SignedIn Person me, Model model) {
        model.addAttribute("nav", "start");
        model.addAttribute("unit", me.loadUnit().symbol());
        model.addAttribute("replay", replay);
        model.addAttribute("exercises", EXERCISES);
        model.addAttribute("worn", worn());
        model.addAttribute("paired", !station.status().sensors().isEmpty());
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

    /** The sensors that are placed, and whether each streams. */
    private List<Worn> worn() {
        return station.status().sensors().stream()
                .filter(sensor -> sensor.placement() != null && sensor.state() != SensorState.OFF)
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
    String start(@SignedIn Person me, @ModelAttribute StartRequest request, RedirectAttributes redirect) {
        try {
            starter.start(me, request);
            return "redirect:/live";
        } catch (AlreadyLiftingException busy) {
            redirect.addFlashAttribute("notice", busy.getMessage());
            return "redirect:/live";
        } catch (IllegalArgumentException | LinkException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
            return "redirect:/start";
        }
    }

    @PostMapping("/live/{id}/begin")
    String begin(@PathVariable UUID id, @SignedIn Person me) {
        own(me, id).ifPresent(LiveSet::begin);
        return "redirect:/live";
    }

    @PostMapping("/live/{id}/stop")
    String stop(@PathVariable UUID id, @SignedIn Person me) {
        own(me, id).ifPresent(liveSets::end);
        return "redirect:/sets/" + id;
    }

    /** Nobody but the lifter presses their buttons. */
    private Optional<LiveSet> own(Person me, UUID id) {
        return liveSets.find(id).filter(set -> set.lifter().id().equals(me.id()));
    }

    @PostMapping("/demo/resume")
    String resumeDemo(@SignedIn Person me) {
        if (me.sample()) {
            demo.start();
        }
        return "redirect:/live";
    }
}

package org.plumbline.server.live;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.wearable.simulated.SimulatedLink;
import org.plumbline.server.wearable.station.SensorState;
import org.plumbline.server.wearable.station.SensorStation;
import org.plumbline.server.wearable.station.StationLink;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing what to lift, and what is to be read before it. */
@Controller
class StartController {
    /** Sets to choose from for a replay. */
    private static final int REPLAYABLE = 50;

    private static final String TYPED = TypedStart.class.getName();

    private static final List<ExerciseProfile> SIMULATED = ExerciseProfile.all().stream()
            .filter(profile -> SimulationRequest.EXERCISES.contains(profile.name()))
            .toList();

    private final LiveStarter starter;
    private final StartChoices choices;
    private final TrainingLog log;
    private final Moments moments;
    private final SensorStation station;

    StartController(
            LiveStarter starter, StartChoices choices, TrainingLog log, Moments moments, SensorStation station) {
        this.starter = starter;
        this.choices = choices;
        this.log = log;
        this.moments = moments;
        this.station = station;
    }

    /** A sensor that is worn. */
    private record Worn(String name, String placement, boolean streaming) {}

    /** A set to choose for a replay. */
    private record Replayable(UUID id, String name) {}

    @GetMapping("/start")
    String choose(
            @RequestParam(name = "replay", required = false) @Nullable UUID replay,
            @RequestParam(name = "exercise", required = false) @Nullable String exercise,
            @RequestParam(name = "back", required = false) @Nullable String back,
            @SignedIn Person me,
            HttpSession session,
            Model model) {
        @Nullable TypedStart typed = back == null ? null : (TypedStart) session.getAttribute(TYPED);
        if (typed == null) {
            session.removeAttribute(TYPED);
        }
        StartChoices.Offer offer = choices.offer(
                me,
                exercise,
                typed == null ? null : typed.exercise(StationLink.KIND),
                typed == null ? null : typed.exercise(SimulatedLink.KIND),
                station.isSimulated());
        model.addAttribute("nav", "start");
        model.addAttribute("offer", offer);
        model.addAttribute("endsDemoSet", starter.endsDemoSet(me));
        model.addAttribute("typedSensors", typed == null ? Map.of() : typed.into(StationLink.KIND, me));
        model.addAttribute("typedSimulated", typed == null ? Map.of() : typed.into(SimulatedLink.KIND, me));
        model.addAttribute("unit", me.loadUnit().symbol());
        model.addAttribute("replay", replay);
        model.addAttribute("exercises", ExerciseProfile.all());
        model.addAttribute("simulatedExercises", SIMULATED);
        model.addAttribute("worn", worn(me));
        model.addAttribute("calibrationKept", starter.keepsCalibration(me));
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

    /** The sensors that are placed, and whether each streams. */
    private List<Worn> worn(Person me) {
        return station.worn(me.id()).stream()
                .map(sensor -> new Worn(
                        sensor.name(),
                        Words.say("place.region." + sensor.placement()),
                        sensor.state() == SensorState.STREAMING))
                .toList();
    }

    private String name(TrainingSet set) {
        String what = set.title() == null ? FormWords.exercise(set.exercise()) : set.title();
        String when = moments.say(set.startedAt());
        return Words.say(set.simulated() ? "start.replay.one.simulated" : "start.replay.one", what, when);
    }

    @PostMapping("/start")
    String start(
            @SignedIn Person me,
            @ModelAttribute StartRequest request,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            Model model,
            RedirectAttributes redirect) {
        try {
            boolean endsDemoSet = starter.endsDemoSet(me);
            starter.start(me, request, question -> true);
            session.removeAttribute(TYPED);
            if (endsDemoSet) {
                redirect.addFlashAttribute("noticeKey", "start.demo.ended");
            }
            return "redirect:/live";
        } catch (UnansweredException first) {
            Map<String, String> typed = new LinkedHashMap<>(fields);
            typed.keySet().retainAll(StartRequest.FIELDS);
            session.setAttribute(TYPED, TypedStart.of(request, fields, me));
            model.addAttribute("nav", "start");
            model.addAttribute("questions", first.questions());
            model.addAttribute("again", first.questions().stream().allMatch(SetQuestion::again));
            model.addAttribute("typed", typed);
            return "before-set";
        } catch (AlreadyLiftingException busy) {
            redirect.addFlashAttribute("notice", busy.getMessage());
            return "redirect:/live";
        } catch (IllegalArgumentException | SensorsInUseException | LinkException | ServerFullException refused) {
            session.setAttribute(TYPED, TypedStart.of(request, fields, me));
            redirect.addFlashAttribute("notice", refused.getMessage());
            return "redirect:/start?back";
        }
    }
}

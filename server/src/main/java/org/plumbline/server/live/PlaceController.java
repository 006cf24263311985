package org.plumbline.server.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.wearable.station.NoSuchSensorException;
import org.plumbline.server.wearable.station.SensorState;
import org.plumbline.server.wearable.station.SensorStation;
import org.plumbline.server.wearable.station.SensorStatus;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting the sensors on and calibrating, step by step; and changing two over that sit in each other's place. */
@Controller
class PlaceController {
    private final SensorStation station;
    private final LiveSets liveSets;
    private final LiveStarter starter;
    private final TrainingLog log;

    PlaceController(SensorStation station, LiveSets liveSets, LiveStarter starter, TrainingLog log) {
        this.station = station;
        this.liveSets = liveSets;
        this.starter = starter;
        this.log = log;
    }

    /** A sensor with a place. */
    public record Placed(String name, String placement, boolean streaming) {}

    @GetMapping("/place")
    String steps(@SignedIn Person me, Model model) {
        List<Placed> placed = station.worn(me.id()).stream()
                .map(sensor -> new Placed(
                        sensor.name(), String.valueOf(sensor.placement()), sensor.state() == SensorState.STREAMING))
                .toList();
        model.addAttribute("nav", "start");
        model.addAttribute("placed", placed);
        model.addAttribute("simulatedSensors", station.isSimulated());
        model.addAttribute("unit", me.loadUnit().symbol());
        model.addAttribute("exercises", ExerciseProfile.all());
        return "place";
    }

    @PostMapping("/place/change-over")
    String changeOver(@SignedIn Person me, RedirectAttributes redirect) {
        try {
            changeOver(me);
            redirect.addFlashAttribute("noticeKey", "place.changed");
        } catch (IllegalArgumentException | NoSuchSensorException | SensorsInUseException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
        }
        return "redirect:/place";
    }

    /** Ends the set of swapped sensors, gives each the other's place, and begins anew with the bows. */
    @PostMapping("/live/{id}/change-over")
    String changeOverAndBowAgain(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        Optional<LiveSet> swapped = liveSets.find(id)
                .filter(set -> set.lifter().id().equals(me.id()))
                .filter(set -> set.plan().source() == SetSource.SENSORS);
        if (swapped.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("live.nothing.such"));
        }
        LiveSet set = swapped.get();
        liveSets.end(set);
        try {
            changeOver(me);
            // without, it is nothing but bows of sensors in the wrong place
            boolean stays = !set.snapshot().repetitions().isEmpty();
            starter.startAnew(me, again(me, set), id, stays);
            if (!stays) {
                log.delete(id);
            }
        } catch (IllegalArgumentException
                | NoSuchSensorException
                | SensorsInUseException
                | AlreadyLiftingException
                | LinkException
                | ServerFullException refused) {
            redirect.addFlashAttribute("notice", refused.getMessage());
        }
        return "redirect:/live";
    }

    private static StartRequest again(Person me, LiveSet set) {
        Double loadKg = set.plan().loadKg();
        return new StartRequest(
                "sensors",
                set.plan().exercise(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                loadKg == null ? null : me.loadUnit().fromKg(loadKg),
                null,
                null,
                null);
    }

    private void changeOver(Person me) {
        List<SensorStatus> placed = station.worn(me.id());
        if (placed.size() != 2) {
            throw new IllegalArgumentException(Words.say("place.change.two"));
        }
        SensorStatus one = placed.get(0);
        SensorStatus other = placed.get(1);
        SensorPlacement oneHad = placement(one);
        SensorPlacement otherHad = placement(other);
        station.place(me.id(), one.address(), otherHad);
        station.place(me.id(), other.address(), oneHad);
    }

    private static SensorPlacement placement(SensorStatus sensor) {
        return SensorPlacement.ofFileName(String.valueOf(sensor.placement())).orElseThrow();
    }
}

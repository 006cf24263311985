package org.plumbline.server.wearable.station;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sensors for programs, and for the sensors page. Every answer is the whole status as the person who asks may see it. */
@RestController
@RequestMapping("/api/sensors")
class SensorsApi {
    private static final String NOWHERE = "";
    private static final String ON_THE_TRUNK = Stream.of(SensorPlacement.values())
            .filter(SensorPlacement::isTrunk)
            .map(SensorPlacement::fileName)
            .collect(Collectors.joining(", "));

    private final SensorStation station;
    private final Clock clock;

    SensorsApi(SensorStation station, Clock clock) {
        this.station = station;
        this.clock = clock;
    }

    /**
     * What to change of a sensor; what is left out stays.
     *
     * @param placement name of the placement, empty for nowhere
     * @param wanted whether it is to be connected
     * @param mine true to make a sensor of the house one's own, false to give it back
     */
    record Change(
            @Nullable String placement,
            @Nullable Boolean wanted,
            @Nullable Boolean mine) {}

    @GetMapping
    StationStatus status(@SignedIn Person me) {
        return station.status(me.id());
    }

    @PostMapping("/find")
    StationStatus find(@SignedIn Person me) {
        station.find();
        return station.status(me.id());
    }

    @DeleteMapping("/find")
    StationStatus stopFinding(@SignedIn Person me) {
        station.stopFinding();
        return station.status(me.id());
    }

    @PostMapping("/{address}")
    StationStatus pair(@PathVariable String address, @SignedIn Person me) {
        station.pair(me.id(), address);
        return station.status(me.id());
    }

    @DeleteMapping("/{address}")
    StationStatus forget(@PathVariable String address, @SignedIn Person me) {
        station.forget(me.id(), address);
        return station.status(me.id());
    }

    @PutMapping("/{address}")
    StationStatus change(@PathVariable String address, @RequestBody Change change, @SignedIn Person me) {
        // read before anything is changed: what is refused changes nothing
        Optional<SensorPlacement> placement =
                change.placement() == null ? Optional.empty() : placement(change.placement());
        if (change.mine() != null) {
            station.claim(me.id(), address, change.mine());
        }
        if (change.placement() != null) {
            station.place(me.id(), address, placement.orElse(null));
            station.stopPlacing(me.id());
        }
        if (change.wanted() != null) {
            station.want(me.id(), address, change.wanted());
        }
        return station.status(me.id());
    }

    @PostMapping("/{address}/blink")
    StationStatus blink(@PathVariable String address, @SignedIn Person me) throws LinkException, InterruptedException {
        station.blink(me.id(), address);
        return station.status(me.id());
    }

    /** Waits for a tap on the upper sensor. */
    @PostMapping("/placing")
    StationStatus placeByTapping(@SignedIn Person me) {
        station.placeByTapping(me.id());
        return station.status(me.id());
    }

    @DeleteMapping("/placing")
    StationStatus stopPlacing(@SignedIn Person me) {
        station.stopPlacing(me.id());
        return station.status(me.id());
    }

    /** Goes over to simulated sensors, for everybody in the house. */
    @PostMapping("/simulate")
    StationStatus simulate(@SignedIn Person me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, Words.say("sensors.simulate.refused"));
        }
        station.simulate(SimulatedGym.standing(SimulationScript.demo(clock.millis())));
        return station.status(me.id());
    }

    /** Taps a simulated sensor: a real one is tapped with a finger. */
    @PostMapping("/{address}/tap")
    StationStatus tap(@PathVariable String address, @SignedIn Person me) {
        station.tap(me.id(), address);
        return station.status(me.id());
    }

    private static Optional<SensorPlacement> placement(String name) {
        if (name.equals(NOWHERE)) {
            return Optional.empty();
        }
        return Optional.of(SensorPlacement.ofFileName(name.toLowerCase(Locale.ROOT))
                .filter(SensorPlacement::isTrunk)
                .orElseThrow(() -> new IllegalArgumentException(Words.say("sensors.placement.refused", ON_THE_TRUNK))));
    }

    @ExceptionHandler({SensorsInUseException.class, SensorStateException.class})
    ProblemDetail notNow(RuntimeException notNow) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, notNow.getMessage());
    }

    @ExceptionHandler
    ProblemDetail nothing(NoSuchSensorException nothing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, nothing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreachable(LinkException unreachable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unreachable.getMessage());
    }
}

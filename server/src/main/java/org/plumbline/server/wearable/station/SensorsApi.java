package org.plumbline.server.wearable.station;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
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

/** The sensors for programs, and for the sensors page. Every answer is the whole status. */
@RestController
@RequestMapping("/api/sensors")
class SensorsApi {
    private static final String NOWHERE = "";

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
     */
    record Change(@Nullable String placement, @Nullable Boolean wanted) {}

    @GetMapping
    StationStatus status() {
        return station.status();
    }

    @PostMapping("/find")
    StationStatus find() {
        station.find();
        return station.status();
    }

    @DeleteMapping("/find")
    StationStatus stopFinding() {
        station.stopFinding();
        return station.status();
    }

    @PostMapping("/{address}")
    StationStatus pair(@PathVariable String address) {
        station.pair(address);
        return station.status();
    }

    @DeleteMapping("/{address}")
    StationStatus forget(@PathVariable String address) {
        station.forget(address);
        return station.status();
    }

    @PutMapping("/{address}")
    StationStatus change(@PathVariable String address, @RequestBody Change change) {
        if (change.placement() != null) {
            station.place(address, placement(change.placement()).orElse(null));
            station.stopPlacing();
        }
        if (change.wanted() != null) {
            station.want(address, change.wanted());
        }
        return station.status();
    }

    @PostMapping("/{address}/blink")
    StationStatus blink(@PathVariable String address) throws LinkException, InterruptedException {
        station.blink(address);
        return station.status();
    }

    /** Waits for a tap on the upper sensor. */
    @PostMapping("/placing")
    StationStatus placeByTapping() {
        station.placeByTapping();
        return station.status();
    }

    @DeleteMapping("/placing")
    StationStatus stopPlacing() {
        station.stopPlacing();
        return station.status();
    }

    /** Goes over to simulated sensors. */
    @PostMapping("/simulate")
    StationStatus simulate() {
        station.simulate(SimulatedGym.standing(SimulationScript.demo(clock.millis())));
        return station.status();
    }

    /** Taps a simulated sensor: a real one is tapped with a finger. */
    @PostMapping("/{address}/tap")
    StationStatus tap(@PathVariable String address) {
        station.gym()
                .orElseThrow(() -> new IllegalArgumentException("Tap it with a finger: it is not simulated."))
                .tap(address);
        return station.status();
    }

    private static Optional<SensorPlacement> placement(String name) {
        if (name.equals(NOWHERE)) {
            return Optional.empty();
        }
        return Optional.of(SensorPlacement.ofFileName(name)
                .filter(SensorPlacement::isTrunk)
                .orElseThrow(() -> new IllegalArgumentException(
                        "placement must be pelvis, lumbar, thorax or upper_thorax, it was \"" + name + "\".")));
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

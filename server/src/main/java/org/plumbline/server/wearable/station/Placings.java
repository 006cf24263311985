package org.plumbline.server.wearable.station;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.plumbline.server.wearable.SensorsInUseException;

/** Who places their sensors by tapping now, each for themselves. Any thread. */
final class Placings {
    /** Says that the first sensor of a person sits above the second. */
    @FunctionalInterface
    interface Places {
        /**
         * @throws NoSuchSensorException where one of them was forgotten
         * @throws SensorsInUseException where a set runs with them
         */
        void place(UUID person, WantedSensor upper, WantedSensor lower);
    }

    private final Executor executor;
    private final Places places;
    private final Map<UUID, Placing> byPerson = new ConcurrentHashMap<>();

    Placings(Executor executor, Places places) {
        this.executor = executor;
        this.places = places;
    }

    void begin(UUID person, List<WantedSensor> streaming) {
        byPerson.computeIfAbsent(
                        person, who -> new Placing(executor, (upper, lower) -> places.place(who, upper, lower)))
                .begin(streaming);
    }

    void stop(UUID person) {
        Placing stopped = byPerson.remove(person);
        if (stopped != null) {
            stopped.stop();
        }
    }

    void stopAll() {
        byPerson.keySet().forEach(this::stop);
    }

    PlacingStatus status(UUID person) {
        Placing placing = byPerson.get(person);
        return placing == null ? PlacingStatus.NONE : placing.status();
    }

    void lookAfter(long nowNanos) {
        byPerson.values().forEach(placing -> placing.lookAfter(nowNanos));
    }
}

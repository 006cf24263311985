package org.plumbline.server.wearable.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.web.Words;

/** The streams that sets take samples from now: many at a time, but each sensor feeds one. Any thread. */
final class RunningStreams {
    private final Set<RunningStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, RunningStream> byAddress = new ConcurrentHashMap<>();

    /** @throws SensorsInUseException where one of its sensors feeds another set */
    synchronized void add(RunningStream stream) {
        for (String address : stream.addresses()) {
            if (byAddress.containsKey(address)) {
                throw new SensorsInUseException(Words.say("sensors.in.use"));
            }
        }
        stream.addresses().forEach(address -> byAddress.put(address, stream));
        streams.add(stream);
    }

    synchronized void remove(RunningStream stream) {
        stream.addresses().forEach(address -> byAddress.remove(address, stream));
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** @throws SensorsInUseException where this sensor feeds a set, which may be anybody's */
    void refuseIfUsed(String address) {
        if (byAddress.containsKey(address)) {
            throw new SensorsInUseException(Words.say("sensors.in.a.set"));
        }
    }

    /**
     * Nobody moves what they lift with.
     *
     * @param owner whose sensors, or empty for the house's
     * @throws SensorsInUseException where one of them feeds a set
     */
    void refuseIfAnyUsed(List<WantedSensor> sensors, Optional<UUID> owner) {
        boolean worn = sensors.stream()
                .filter(wanted -> wanted.sensor.owner().equals(owner))
                .anyMatch(wanted -> byAddress.containsKey(wanted.sensor.address()));
        if (worn) {
            throw new SensorsInUseException(Words.say("sensors.set.places"));
        }
    }

    /** The state of a sensor has changed: the set that it feeds is told. */
    void changed(String address, SensorState state, String reason) {
        RunningStream stream = byAddress.get(address);
        if (stream != null) {
            stream.changed(address, state, reason);
        }
    }

    void lookAfter(long nowNanos) {
        streams.forEach(stream -> stream.lookAfter(nowNanos));
    }
}

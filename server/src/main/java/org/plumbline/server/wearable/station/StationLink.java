package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.WearableLink;
import org.plumbline.server.web.Words;

/** The sensors a person wears, for a set: their own, or those of the house where they have none. */
public final class StationLink implements WearableLink {
    /** Kind of this link, in the log and the API. */
    public static final String KIND = "sensors";

    private final SensorStation station;
    private final UUID wearer;

    /** @param wearer who wears them */
    public StationLink(SensorStation station, UUID wearer) {
        this.station = station;
        this.wearer = wearer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LinkAvailability probe() {
        return LinkAvailability.usable("the sensors of this server");
    }

    /** The placed sensors; every one of them streams, or it is said which does not and why. */
    @Override
    public List<DiscoveredSensor> discover(Duration patience) throws LinkException {
        return streaming().stream().map(PlacedSensor::discovered).toList();
    }

    /** The placed sensors, whether each streams or not. */
    public List<DiscoveredSensor> placed() {
        return station.placed(wearer).stream().map(PlacedSensor::discovered).toList();
    }

    private List<PlacedSensor> streaming() throws LinkException {
        List<PlacedSensor> placed = station.placed(wearer);
        if (placed.isEmpty()) {
            throw new LinkException(Words.say("sensors.none.placed"));
        }
        for (PlacedSensor sensor : placed) {
            if (sensor.loop().state() != SensorState.STREAMING) {
                String why = sensor.loop().reason();
                throw new LinkException(Words.say(
                        why.isEmpty() ? "sensors.not.streaming" : "sensors.not.streaming.because",
                        sensor.placement().fileName(),
                        sensor.sensor().name(),
                        why));
            }
        }
        return placed;
    }

    @Override
    public LinkConnection connect(List<DiscoveredSensor> sensors, SampleFrameSink sink) throws LinkException {
        List<PlacedSensor> placed = streaming();
        if (!placed.stream().map(PlacedSensor::discovered).toList().equals(sensors)) {
            throw new LinkException(Words.say("sensors.changed"));
        }
        RunningStream stream = new RunningStream(station, placed, sink);
        station.run(stream);
        stream.begin();
        return stream;
    }
}

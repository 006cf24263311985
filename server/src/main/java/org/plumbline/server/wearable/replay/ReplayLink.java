package org.plumbline.server.wearable.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.PacedPlayer;
import org.plumbline.server.wearable.Pacing;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.SampleSource;
import org.plumbline.server.wearable.WearableLink;

/** Streams a stored recording as if its sensors were there, at its own pace or faster. */
public final class ReplayLink implements WearableLink {
    /** Kind of this link. */
    public static final String KIND = "replay";

    private final List<SensorDescription> sensors;
    private final Supplier<SampleSource> samples;
    private final double speed;

    /**
     * @param sensors sensors of the recording, in the order of its sensor indexes
     * @param samples opens the recording from its start
     * @param speed stream seconds a second; infinite for as fast as it can be analysed
     */
    public ReplayLink(List<SensorDescription> sensors, Supplier<SampleSource> samples, double speed) {
        this.sensors = List.copyOf(sensors);
        this.samples = samples;
        this.speed = speed;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LinkAvailability probe() {
        return sensors.isEmpty()
                ? LinkAvailability.unusable("the recording names no sensor")
                : LinkAvailability.usable("the recording is stored here");
    }

    @Override
    public List<DiscoveredSensor> discover(Duration patience) {
        List<DiscoveredSensor> found = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            String placement = sensors.get(i).placement().fileName();
            found.add(new DiscoveredSensor("recording-" + i, "Recorded " + placement, sensors.get(i)));
        }
        return List.copyOf(found);
    }

    @Override
    public LinkConnection connect(List<DiscoveredSensor> chosen, SampleFrameSink sink) {
        return PacedPlayer.start("replay-link", samples.get(), sink, Pacing.atSpeed(speed));
    }
}

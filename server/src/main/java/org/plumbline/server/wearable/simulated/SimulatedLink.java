package org.plumbline.server.wearable.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.PacedPlayer;
import org.plumbline.server.wearable.Pacing;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.WearableLink;

/** Two simulated sensors on a simulated lifter. What it streams is always shown as simulated. */
public final class SimulatedLink implements WearableLink {
    /** Kind of this link. */
    public static final String KIND = "simulated";

    private final SimulationScript script;
    private final double speed;
    private final boolean fastToSet;

    /**
     * @param script what the lifter does
     * @param speed stream seconds a second
     * @param fastToSet whether standing still and bowing are played without waiting, for a viewer who wants to see lifting
     */
    public SimulatedLink(SimulationScript script, double speed, boolean fastToSet) {
        this.script = script;
        this.speed = speed;
        this.fastToSet = fastToSet;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LinkAvailability probe() {
        return LinkAvailability.usable("needs no hardware");
    }

    @Override
    public List<DiscoveredSensor> discover(Duration patience) {
        List<DiscoveredSensor> found = new ArrayList<>();
        for (SensorDescription sensor : new SimulatedWearable(script).sensors()) {
            String placement = sensor.placement().fileName();
            found.add(new DiscoveredSensor(
                    "simulated-" + script.seed() + "-" + placement, "Simulated " + placement, sensor));
        }
        return List.copyOf(found);
    }

    @Override
    public LinkConnection connect(List<DiscoveredSensor> sensors, SampleFrameSink sink) {
        SimulatedWearable wearable = new SimulatedWearable(script);
        Pacing pacing = new Pacing(speed, fastToSet ? setStartS(wearable) : 0);
        return PacedPlayer.start("simulated-link", wearable::next, sink, pacing);
    }

    /** A breath before the set, so that the viewer sees the lifter stand before the first repetition. */
    private static double setStartS(SimulatedWearable wearable) {
        for (RecordingMark mark : wearable.truth().marks()) {
            if (mark.name().equals(RecordingMark.SET)) {
                return Math.max(0, mark.startS() - 1);
            }
        }
        return 0;
    }
}

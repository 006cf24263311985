package org.plumbline.server.wearable;

import java.time.Duration;
import java.util.List;

/** A way to reach sensors: a radio, a simulated lifter, a recording. No type of a vendor passes through it. */
public interface WearableLink {
    /** Short name of the kind of link, for example {@code simulated}. */
    String kind();

    /** Whether the link can be used here, and why. Never throws. */
    LinkAvailability probe();

    /** The sensors that answered within {@code patience}. */
    List<DiscoveredSensor> discover(Duration patience) throws LinkException;

    /**
     * Begins to stream. Frames reach {@code sink} on a thread of the link, sensor indexes in the order of
     * {@code sensors}, until the connection is closed or the link says that the stream has ended.
     */
    LinkConnection connect(List<DiscoveredSensor> sensors, SampleFrameSink sink) throws LinkException;
}

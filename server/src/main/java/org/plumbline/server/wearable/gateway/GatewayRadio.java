package org.plumbline.server.wearable.gateway;

import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;

/**
 * The radio of another process, on this machine or another. Its session outlives the gateway: while none is there every
 * device is disconnected and the radio lost, and it is ready again when one is back.
 */
public final class GatewayRadio implements Radio {
    /** Kind of this radio. */
    public static final String KIND = "gateway";

    private final GatewayHub hub;
    private final GatewayOrigin origin;
    private final int queueCapacity;

    GatewayRadio(GatewayHub hub, GatewayOrigin origin) {
        this(hub, origin, ListenerQueue.USUAL_CAPACITY);
    }

    GatewayRadio(GatewayHub hub, GatewayOrigin origin, int queueCapacity) {
        this.hub = hub;
        this.origin = origin;
        this.queueCapacity = queueCapacity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * What is known now, without waiting and without starting anything. A gateway that starts when it is needed and has not been
     * needed yet counts as usable: only opening it shows more.
     */
    @Override
    public LinkAvailability probe() {
        return hub.availability(origin.absence());
    }

    /** Starts the gateway where it is not there yet, and waits for its radio: seconds, on a slow machine half a minute. */
    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        origin.need();
        return hub.open(listener, queueCapacity, origin);
    }
}

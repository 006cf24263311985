package org.plumbline.server.wearable.radio.dbus;

import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;

/** BlueZ, spoken to over D-Bus in plain Java: Linux on any processor, a 64-bit Raspberry Pi included. */
public final class BluezDbusRadio implements Radio {
    /** Kind of this radio. */
    public static final String KIND = "dbus";

    private final String busAddress;
    private final int queueCapacity;

    /** On the system bus of this machine. */
    public BluezDbusRadio() {
        this(BluezPresence.systemBus(), ListenerQueue.USUAL_CAPACITY);
    }

    /**
     * @param busAddress D-Bus address of the bus on which BlueZ is
     * @param queueCapacity notifications of one device that may wait for the listener
     */
    public BluezDbusRadio(String busAddress, int queueCapacity) {
        this.busAddress = busAddress;
        this.queueCapacity = queueCapacity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LinkAvailability probe() {
        return BluezPresence.on(busAddress);
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        LinkAvailability availability = probe();
        if (!availability.usable()) {
            throw new LinkException(availability.reason());
        }
        return BluezDbusSession.open(busAddress, new ListenerQueue(listener, queueCapacity));
    }
}

package org.plumbline.server.wearable.radio.tinyb;

import java.util.concurrent.atomic.AtomicBoolean;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.dbus.BluezPresence;

/**
 * BlueZ by way of TinyB: Linux on x86 and 32-bit ARM. Runs in a process of its own: a fault in the natives, and the death of
 * the system bus, end the process. One session in the life of a process.
 */
public final class TinyBRadio implements Radio {
    /** Kind of this radio. */
    public static final String KIND = "tinyb";

    /** TinyB's manager is one for the process and cannot be let go. */
    private static final AtomicBoolean OPENED = new AtomicBoolean();

    private final int queueCapacity;

    public TinyBRadio() {
        this(ListenerQueue.USUAL_CAPACITY);
    }

    /** @param queueCapacity notifications of one device that may wait for the listener */
    public TinyBRadio(int queueCapacity) {
        this.queueCapacity = queueCapacity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks the bus before TinyB does: each vain attempt of TinyB costs a native thread. */
    @Override
    public LinkAvailability probe() {
        try {
            String reason = TinyBNatives.load();
            return reason == null ? BluezPresence.on(BluezPresence.systemBus()) : LinkAvailability.unusable(reason);
        } catch (RuntimeException | LinkageError unforeseen) {
            return LinkAvailability.unusable("TinyB cannot be used here: " + unforeseen);
        }
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        LinkAvailability availability = probe();
        if (!availability.usable()) {
            throw new LinkException(availability.reason());
        }
        if (!OPENED.compareAndSet(false, true)) {
            throw new LinkException("TinyB was opened in this process before; start another process");
        }
        return TinyBSession.open(new ListenerQueue(listener, queueCapacity));
    }
}

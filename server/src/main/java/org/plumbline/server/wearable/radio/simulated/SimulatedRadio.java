package org.plumbline.server.wearable.radio.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;

/**
 * A radio in memory, on any system, with simulated devices in its reach; the switches make happen what happens in a gym. What
 * comes of it is always to be shown as simulated.
 */
public final class SimulatedRadio implements Radio {
    /** Kind of this radio. */
    public static final String KIND = "simulated";

    private static final Duration USUAL_CONNECT = Duration.ofMillis(300);

    private final List<Peripheral> devices;
    private final int queueCapacity;
    private final Map<String, Duration> connectTimes = new ConcurrentHashMap<>();
    private final Set<String> outOfReach = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String lostReason;
    private volatile @Nullable SimulatedSession session;

    public SimulatedRadio(List<? extends Peripheral> devices) {
        this(devices, ListenerQueue.USUAL_CAPACITY);
    }

    /** @param queueCapacity notifications of one device that may wait for the listener */
    public SimulatedRadio(List<? extends Peripheral> devices, int queueCapacity) {
        this.devices = List.copyOf(devices);
        this.queueCapacity = queueCapacity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public LinkAvailability probe() {
        String reason = lostReason;
        return reason == null
                ? LinkAvailability.usable("needs no hardware: its devices are simulated")
                : LinkAvailability.unusable(reason);
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        String reason = lostReason;
        if (reason != null) {
            throw new LinkException(reason);
        }
        SimulatedSession opened = new SimulatedSession(this, new ListenerQueue(listener, queueCapacity));
        session = opened;
        return opened;
    }

    /** The link to a device breaks; it stays in reach. */
    public void dropConnection(String address) {
        withSession(open -> open.drop(address, "the device went out of reach or was switched off"));
    }

    /** A device is carried away: its link breaks, and connecting waits in vain until {@link #comeBack}. */
    public void carryAway(String address) {
        outOfReach.add(address);
        dropConnection(address);
    }

    /** A device is switched off for long: its link breaks, and the radio forgets it. */
    public void vanish(String address) {
        outOfReach.add(address);
        withSession(open -> open.forget(address));
    }

    /** A device that was away is there again. */
    public void comeBack(String address) {
        outOfReach.remove(address);
        withSession(open -> open.hearSoon(address));
    }

    /** Connecting to a device takes so long from now on. */
    public void connectsSlowly(String address, Duration delay) {
        connectTimes.put(address, delay);
    }

    /** The radio is pulled out, with all that was connected. */
    public void lose(String reason) {
        lostReason = reason;
        withSession(open -> open.lose(reason));
    }

    /** The radio is there again and knows no device. */
    public void recover() {
        lostReason = null;
        withSession(SimulatedSession::recover);
    }

    private void withSession(java.util.function.Consumer<SimulatedSession> action) {
        SimulatedSession open = session;
        if (open != null) {
            action.accept(open);
        }
    }

    List<Peripheral> devices() {
        return devices;
    }

    @Nullable
    Peripheral device(String address) {
        for (Peripheral device : devices) {
            if (device.address().equals(address)) {
                return device;
            }
        }
        return null;
    }

    boolean reaches(String address) {
        return !outOfReach.contains(address);
    }

    Duration connectTime(String address) {
        return connectTimes.getOrDefault(address, USUAL_CONNECT);
    }
}

package org.plumbline.server.wearable.radio.simulated;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.RadioListener;

/** A connection to a simulated device, or the attempt at one. */
final class SimulatedConnection implements Peripheral.Notifications {
    final Peripheral device;
    private final RadioListener listener;
    private final Map<UUID, List<String>> flags = new HashMap<>();
    private final Set<UUID> subscribed = ConcurrentHashMap.newKeySet();
    private boolean open;

    SimulatedConnection(Peripheral device, RadioListener listener) {
        this.device = device;
        this.listener = listener;
        device.services().values().forEach(flags::putAll);
    }

    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
        device.connected(this);
    }

    /** Nothing is told of the device once this has returned. */
    void close() {
        if (open) {
            open = false;
            device.disconnected();
        }
    }

    Set<UUID> identifiers() {
        Set<UUID> all = new HashSet<>(device.services().keySet());
        all.addAll(flags.keySet());
        return all;
    }

    byte[] read(UUID characteristic) throws LinkException {
        need(characteristic, "read");
        return device.read(characteristic);
    }

    void write(UUID characteristic, byte[] value) throws LinkException {
        need(characteristic, "write");
        device.write(characteristic, value);
    }

    void subscribe(UUID characteristic) throws LinkException {
        need(characteristic, "notify");
        if (subscribed.add(characteristic)) {
            device.subscribed(characteristic);
        }
    }

    private void need(UUID characteristic, String what) throws LinkException {
        List<String> can = flags.get(characteristic);
        if (can == null) {
            throw new LinkException("the device has no characteristic " + characteristic);
        }
        if (can.stream().noneMatch(flag -> flag.startsWith(what))) {
            throw new LinkException("the characteristic " + characteristic + " does not " + what);
        }
    }

    @Override
    public boolean send(UUID characteristic, byte[] value) {
        boolean wanted = subscribed.contains(characteristic);
        if (wanted) {
            listener.notification(device.address(), characteristic, value.clone(), System.nanoTime());
        }
        return wanted;
    }
}

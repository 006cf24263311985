package org.plumbline.server.wearable.radio.simulated;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;

/** A session of the simulated radio. */
final class SimulatedSession implements RadioSession {
    private static final Duration BETWEEN_ADVERTISEMENTS = Duration.ofMillis(200);
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final SimulatedRadio radio;
    private final ListenerQueue listener;
    private final ControlThread control = new ControlThread("simulated-radio");
    private final Set<String> known = new HashSet<>();
    private final Map<String, SimulatedConnection> connections = new HashMap<>();
    private boolean lost;

    /** Number of the scan under way, 0 between scans. */
    private int scan;

    private int scans;

    SimulatedSession(SimulatedRadio radio, ListenerQueue listener) {
        this.radio = radio;
        this.listener = listener;
        listener.radioState(RadioState.READY, "");
    }

    @Override
    public void startScan() {
        control.run(() -> {
            if (lost || scan != 0) {
                return;
            }
            scan = ++scans;
            Duration wait = BETWEEN_ADVERTISEMENTS;
            for (Peripheral device : radio.devices()) {
                hearAfter(wait, device);
                wait = wait.plus(BETWEEN_ADVERTISEMENTS);
            }
        });
    }

    @Override
    public void stopScan() {
        control.run(() -> scan = 0);
    }

    /** If a scan is under way a device is heard in a moment. */
    void hearSoon(String address) {
        control.run(() -> {
            Peripheral device = radio.device(address);
            if (scan != 0 && device != null) {
                hearAfter(BETWEEN_ADVERTISEMENTS, device);
            }
        });
    }

    private void hearAfter(Duration wait, Peripheral device) {
        int during = scan;
        control.after(wait, () -> {
            if (scan == during && radio.reaches(device.address())) {
                known.add(device.address());
                listener.discovered(new DiscoveredDevice(
                        device.address(), device.name(), device.rssiDbm(), Set.copyOf(device.advertised())));
            }
        });
    }

    @Override
    public void connect(String address) {
        control.run(() -> {
            scan = 0;
            if (connections.containsKey(address)) {
                return;
            }
            listener.state(address, ConnectionState.CONNECTING, "");
            Peripheral device = known.contains(address) ? radio.device(address) : null;
            if (lost) {
                listener.state(address, ConnectionState.DISCONNECTED, "the radio is not there");
            } else if (device == null) {
                listener.state(address, ConnectionState.DISCONNECTED, "the radio does not know it: scan first");
            } else {
                SimulatedConnection connection = new SimulatedConnection(device, listener);
                connections.put(address, connection);
                control.after(radio.connectTime(address), () -> answer(connection, CONNECTION_PATIENCE));
            }
        });
    }

    private void answer(SimulatedConnection connection, Duration patience) {
        String address = connection.device.address();
        if (connections.get(address) != connection) {
            return;
        }
        if (radio.reaches(address)) {
            listener.state(address, ConnectionState.CONNECTED, "");
            connection.open();
        } else if (patience.isNegative()) {
            end(address, "connecting failed: the device did not answer");
        } else {
            control.after(BETWEEN_LOOKS, () -> answer(connection, patience.minus(BETWEEN_LOOKS)));
        }
    }

    @Override
    public void disconnect(String address) {
        control.run(() -> end(address, "as asked"));
    }

    /** The device ends a connection. */
    void drop(String address, String reason) {
        control.run(() -> {
            SimulatedConnection connection = connections.get(address);
            if (connection != null && connection.isOpen()) {
                end(address, reason);
            }
        });
    }

    private void end(String address, String reason) {
        SimulatedConnection connection = connections.remove(address);
        if (connection != null) {
            connection.close();
            listener.state(address, ConnectionState.DISCONNECTED, reason);
        }
    }

    private void endAll(String reason) {
        List.copyOf(connections.keySet()).forEach(address -> end(address, reason));
    }

    void forget(String address) {
        control.run(() -> {
            end(address, "the device went out of reach");
            if (known.remove(address)) {
                listener.state(
                        address, ConnectionState.VANISHED, "the radio no longer knows it: switch it on and scan");
            }
        });
    }

    void lose(String reason) {
        control.run(() -> {
            if (!lost) {
                lost = true;
                scan = 0;
                endAll(reason);
                known.clear();
                listener.radioState(RadioState.LOST, reason);
            }
        });
    }

    void recover() {
        control.run(() -> {
            if (lost) {
                lost = false;
                listener.radioState(RadioState.READY, "");
            }
        });
    }

    @Override
    public CompletableFuture<Set<UUID>> identifiers(String address) {
        return control.call(() -> connected(address).identifiers());
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        return control.call(() -> connected(address).read(characteristic));
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        byte[] copy = value.clone();
        return control.call(() -> {
            connected(address).write(characteristic, copy);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
        return control.call(() -> {
            connected(address).subscribe(characteristic);
            return null;
        });
    }

    private SimulatedConnection connected(String address) throws LinkException {
        SimulatedConnection connection = connections.get(address);
        if (connection == null || !connection.isOpen()) {
            throw new LinkException("not connected");
        }
        return connection;
    }

    @Override
    public long droppedNotifications(String address) {
        return listener.dropped(address);
    }

    @Override
    public void close() {
        control.run(() -> {
            scan = 0;
            endAll("the radio was closed");
        });
        control.close();
        listener.close();
    }
}

package org.plumbline.server.wearable.radio.recorded;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

/** A recording being played. */
final class ReplaySession implements RadioSession {
    private static final Duration BETWEEN_ADVERTISEMENTS = Duration.ofMillis(100);
    private static final long AFTER_LAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ListenerQueue listener;
    private final ControlThread control = new ControlThread("replay-radio");
    private final List<RecordedEvent> events;
    private final Map<String, ReplayedDevice> devices = new LinkedHashMap<>();
    private final Map<String, ReplayedConnection> connections = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<ReplayedDevice.Episode> begun = new HashSet<>();
    private final ReplayClock clock = new ReplayClock();
    private final long endNanos;
    private int scan;
    private int plays;

    ReplaySession(List<RecordedEvent> events, ListenerQueue listener) {
        this.events = events;
        this.listener = listener;
        endNanos = events.stream().mapToLong(RecordedEvent::nanos).max().orElse(0) + AFTER_LAST_NANOS;
        for (RecordedEvent event : events) {
            String address = event.address();
            if (!address.isEmpty() && !devices.containsKey(address)) {
                devices.put(address, new ReplayedDevice(address, events, endNanos));
            }
        }
        listener.radioState(RadioState.READY, "");
    }

    @Override
    public void startScan() {
        control.run(() -> {
            if (clock.isRunning() && connections.isEmpty() && clock.recordedNow() > endNanos) {
                clock.stop();
                begun.clear();
                plays++;
            }
            int mine = ++scan;
            Duration wait = BETWEEN_ADVERTISEMENTS;
            for (ReplayedDevice device : devices.values()) {
                control.after(wait, () -> {
                    if (scan == mine) {
                        known.add(device.advertised.address());
                        listener.discovered(device.advertised);
                    }
                });
                wait = wait.plus(BETWEEN_ADVERTISEMENTS);
            }
        });
    }

    @Override
    public void stopScan() {
        control.run(() -> scan++);
    }

    @Override
    public void connect(String address) {
        control.run(() -> {
            scan++;
            if (connections.containsKey(address)) {
                return;
            }
            listener.state(address, ConnectionState.CONNECTING, "");
            ReplayedDevice device = known.contains(address) ? devices.get(address) : null;
            if (device == null) {
                listener.state(address, ConnectionState.DISCONNECTED, "the radio does not know it: scan first");
                return;
            }
            ReplayedDevice.Episode episode = next(device);
            if (episode == null) {
                listener.state(address, ConnectionState.DISCONNECTED, "the recording has no further connection to it");
                return;
            }
            if (!clock.isRunning()) {
                clock.start(episode.fromNanos());
                playRadioStates();
            }
            begin(device, episode);
        });
    }

    /** The connection that was there at this moment of the recording, or comes next; null where there is none. */
    private ReplayedDevice.@Nullable Episode next(ReplayedDevice device) {
        for (ReplayedDevice.Episode episode : device.episodes) {
            if (!clock.isRunning() || episode.toNanos() > clock.recordedNow()) {
                return episode;
            }
        }
        return null;
    }

    private void begin(ReplayedDevice device, ReplayedDevice.Episode episode) {
        String address = device.advertised.address();
        ReplayedConnection connection =
                new ReplayedConnection(device, episode, clock, control, listener, () -> over(device, episode));
        connections.put(address, connection);
        if (!begun.add(episode)) {
            connection.resume();
        }
        connection.play();
    }

    private void over(ReplayedDevice device, ReplayedDevice.Episode episode) {
        String address = device.advertised.address();
        ReplayedConnection connection = connections.get(address);
        if (connection == null) {
            return;
        }
        end(address, connection.reason());
        int after = episode.to() + 1;
        if (after < device.course.size() && device.course.get(after).isState(ConnectionState.VANISHED)) {
            known.remove(address);
            listener.state(
                    address, ConnectionState.VANISHED, device.course.get(after).reason());
        }
    }

    private void playRadioStates() {
        int play = plays;
        for (RecordedEvent event : events) {
            long wait = clock.hostNanos(event.nanos()) - System.nanoTime();
            if (event.kind() == Kind.RADIO && wait > 0) {
                control.after(Duration.ofNanos(wait), () -> {
                    if (play == plays) {
                        listener.radioState(RadioState.valueOf(event.text()), event.reason());
                    }
                });
            }
        }
    }

    @Override
    public void disconnect(String address) {
        control.run(() -> end(address, "as asked"));
    }

    private void end(String address, String reason) {
        ReplayedConnection connection = connections.remove(address);
        if (connection != null) {
            connection.end();
            listener.state(address, ConnectionState.DISCONNECTED, reason);
        }
    }

    private ReplayedConnection connected(String address) throws LinkException {
        ReplayedConnection connection = connections.get(address);
        if (connection == null || !connection.isConnected()) {
            throw new LinkException("not connected");
        }
        return connection;
    }

    @Override
    public CompletableFuture<Set<UUID>> identifiers(String address) {
        return control.call(() -> connected(address).device().identifiers());
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        return control.call(() -> connected(address).device().read(characteristic));
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        return control.call(() -> {
            connected(address).written();
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

    @Override
    public long droppedNotifications(String address) {
        return listener.dropped(address);
    }

    @Override
    public void close() {
        control.run(() -> {
            scan++;
            plays++;
            List.copyOf(connections.keySet()).forEach(address -> end(address, "the radio was closed"));
        });
        control.close();
        listener.close();
    }
}

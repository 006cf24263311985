package org.plumbline.server.wearable.radio.recorded;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

/**
 * Plays one recorded connection. What was notified waits for whoever connects to subscribe and to have written as often as had
 * been written by then, a while at most; it is stamped with the moment at which it was due. On the control thread.
 */
final class ReplayedConnection {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final long ROUNDING_NANOS = TimeUnit.MILLISECONDS.toNanos(1) - 1;

    private final ReplayedDevice device;
    private final ReplayedDevice.Episode episode;
    private final ReplayClock clock;
    private final ControlThread control;
    private final RadioListener listener;
    private final Runnable over;
    private final Set<UUID> subscribed = new HashSet<>();
    private final Set<UUID> notAwaited = new HashSet<>();
    private int at;
    private int writes;
    private int recordedWrites;
    private boolean writesAwaited = true;
    private boolean connected;
    private boolean ended;
    private boolean held;
    private long heldSinceNanos;
    private int turn;

    /** @param over called when the recorded connection is over */
    ReplayedConnection(
            ReplayedDevice device,
            ReplayedDevice.Episode episode,
            ReplayClock clock,
            ControlThread control,
            RadioListener listener,
            Runnable over) {
        this.device = device;
        this.episode = episode;
        this.clock = clock;
        this.control = control;
        this.listener = listener;
        this.over = over;
        at = episode.from();
    }

    /** Takes up a connection that was made before: what came in between is lost. */
    void resume() {
        long now = clock.recordedNow();
        while (at < episode.to() && device.course.get(at).nanos() < now) {
            at++;
        }
        writesAwaited = false;
        connect();
    }

    boolean isConnected() {
        return connected;
    }

    ReplayedDevice device() {
        return device;
    }

    String reason() {
        return episode.to() < device.course.size()
                ? device.course.get(episode.to()).reason()
                : "the recording is over";
    }

    void subscribe(UUID characteristic) {
        subscribed.add(characteristic);
        play();
    }

    void written() {
        writes++;
        play();
    }

    void end() {
        ended = true;
    }

    private void connect() {
        connected = true;
        listener.state(device.advertised.address(), ConnectionState.CONNECTED, "");
    }

    /** Plays what is due and waits for the next. */
    void play() {
        turn++;
        while (!ended) {
            boolean last = at >= episode.to();
            long due = clock.hostNanos(
                    last ? episode.toNanos() : device.course.get(at).nanos());
            long wait = due - System.nanoTime();
            if (wait > 0) {
                playAfter(Duration.ofNanos(wait + ROUNDING_NANOS));
                return;
            }
            if (last) {
                over.run();
                return;
            }
            if (!take(device.course.get(at), due)) {
                playAfter(BETWEEN_LOOKS);
                return;
            }
            at++;
        }
    }

    private void playAfter(Duration wait) {
        int mine = turn;
        control.after(wait, () -> {
            if (mine == turn) {
                play();
            }
        });
    }

    /** False where it must wait. */
    private boolean take(RecordedEvent event, long due) {
        if (event.isState(ConnectionState.CONNECTED) && !connected) {
            connect();
        } else if (event.kind() == Kind.WRITE) {
            recordedWrites++;
        } else if (event.kind() == Kind.NOTIFICATION) {
            return notify(event, due);
        }
        return true;
    }

    private boolean notify(RecordedEvent event, long due) {
        UUID characteristic = event.of();
        boolean wanted = subscribed.contains(characteristic);
        boolean early = writesAwaited && writes < recordedWrites;
        if ((!wanted && !notAwaited.contains(characteristic)) || (wanted && early)) {
            if (!held) {
                held = true;
                heldSinceNanos = System.nanoTime();
            }
            if (System.nanoTime() - heldSinceNanos < PATIENCE_NANOS) {
                return false;
            }
            if (wanted) {
                writesAwaited = false;
            } else {
                notAwaited.add(characteristic);
            }
        }
        held = false;
        if (wanted) {
            listener.notification(
                    device.advertised.address(), characteristic, event.bytes().clone(), due);
        }
        return true;
    }
}

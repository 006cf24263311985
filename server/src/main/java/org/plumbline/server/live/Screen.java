package org.plumbline.server.live;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.CuePriority;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One browser that watches. A thread of its own sends, so that a slow one delays nobody: of poses only the newest waits,
 * of all else everything. A screen that misses many poses is told so, for the person to know why the figure jerks. A screen with
 * too much waiting is closed; it comes back and is shown the set as it stands.
 */
final class Screen {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
    static final int WAITING_EVENTS = 500;

    /** Poses in which it is seen whether a screen keeps up: two seconds. */
    private static final int SEEN = 60;

    /** Who misses every second pose sees a figure that jerks. */
    private static final int MANY = SEEN / 2;

    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final WebSocketSession session;
    private final LiveMeters meters;
    private final String slowEvent;
    private final String keepsUpEvent;
    private final Deque<String> events = new ArrayDeque<>();
    private @Nullable String pose;
    private int posesSeen;
    private int posesShed;
    private boolean slow;
    private boolean closed;
    private CloseStatus why = CloseStatus.NORMAL;

    /** @param encoder writes what it is told of itself */
    Screen(WebSocketSession session, LiveEncoder encoder, LiveMeters meters) {
        this.session = session;
        this.meters = meters;
        this.slowEvent = encoder.slow(true);
        this.keepsUpEvent = encoder.slow(false);
        Thread sender = new Thread(this::send, "screen");
        sender.setDaemon(true);
        sender.setPriority(CuePriority.OF_THREADS);
        sender.start();
    }

    /** By whom it was opened. */
    @Nullable
    Principal openedBy() {
        return session.getPrincipal();
    }

    /** Takes something that must arrive. */
    synchronized void event(String event) {
        if (closed) {
            return;
        }
        if (events.size() >= WAITING_EVENTS) {
            meters.closedScreen();
            close();
            return;
        }
        events.add(event);
        notifyAll();
    }

    /** Takes a pose; one that still waits is let go for it. */
    synchronized void pose(String frame) {
        posesSeen++;
        if (pose != null) {
            posesShed++;
            meters.shedPose();
        }
        if (posesSeen == SEEN) {
            boolean slowNow = posesShed >= MANY;
            if (slowNow != slow) {
                slow = slowNow;
                event(slow ? slowEvent : keepsUpEvent);
            }
            posesSeen = 0;
            posesShed = 0;
        }
        pose = frame;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Closes it at once: whoever looks may not any more. What waits to be sent is let go. */
    synchronized void forbid() {
        why = CloseStatus.POLICY_VIOLATION.withReason(Words.say("live.forbidden"));
        events.clear();
        pose = null;
        close();
    }

    private void send() {
        try {
            while (true) {
                String next = next();
                if (next == null) {
                    break;
                }
                session.sendMessage(next.isEmpty() ? new PingMessage() : new TextMessage(next));
            }
            session.close(why());
        } catch (IOException | IllegalStateException gone) {
            // the browser left in the middle of a message: nothing is lost, it will ask for a snapshot
            LOG.debug("A screen has gone", gone);
            closeQuietly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CloseStatus why() {
        return why;
    }

    /** The next to send, empty for a ping, null when closed. */
    private synchronized @Nullable String next() throws InterruptedException {
        long pingNanos = System.nanoTime() + PING_NANOS;
        while (!closed && events.isEmpty() && pose == null) {
            long leftNanos = pingNanos - System.nanoTime();
            if (leftNanos <= 0) {
                return "";
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
        }
        if (closed) {
            return null;
        }
        String event = events.poll();
        if (event != null) {
            return event;
        }
        String frame = pose;
        pose = null;
        return frame;
    }

    private void closeQuietly() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException alreadyGone) {
            LOG.debug("Closing a screen that has gone", alreadyGone);
        }
    }
}

package org.plumbline.server.wearable.gateway;

import java.io.IOException;
import java.time.Duration;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.plumbline.server.wearable.radio.ControlThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** One connection of a gateway. Everything is sent by one thread, so that no message meets another on its way. */
final class GatewayConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayConnection.class);

    private static final Duration ASK_CLOCK = Duration.ofSeconds(1);
    /** So long may a gateway be silent that is asked once a second. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration WATCH = Duration.ofMillis(500);
    /** A look that comes so late was on a machine that stood still, and read nothing meanwhile. */
    private static final Duration STOOD_STILL = Duration.ofSeconds(1);
    /** A closing frame has room for so much, and some. */
    private static final int LONGEST_REASON = 100;

    private final WebSocketSession socket;
    private final GatewayHub hub;
    private final ControlThread sender = new ControlThread("gateway-sender");
    private volatile boolean over;
    private volatile long heardNanos = System.nanoTime();
    private long watchedNanos = System.nanoTime();

    GatewayConnection(WebSocketSession socket, GatewayHub hub) {
        this.socket = socket;
        this.hub = hub;
    }

    void start() {
        sender.every(WATCH, () -> watch(System.nanoTime()));
    }

    /** From now on the gateway's clock is asked. */
    void askClock() {
        sender.run(this::ask);
        sender.every(ASK_CLOCK, this::ask);
    }

    private void ask() {
        sendNow(new ToGateway.AskClock(System.nanoTime()));
    }

    /** Looks whether the gateway has gone silent; only where somebody was awake to hear it. */
    void watch(long nowNanos) {
        boolean awake = nowNanos - watchedNanos <= STOOD_STILL.toNanos();
        watchedNanos = nowNanos;
        if (!awake) {
            heardNanos = nowNanos;
        } else if (nowNanos - heardNanos > SILENCE.toNanos()) {
            close(CloseStatus.SESSION_NOT_RELIABLE, "the gateway is silent");
        }
    }

    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Returns at once; messages go in the order of the calls. */
    void send(ToGateway message) {
        sender.run(() -> sendNow(message));
    }

    private void sendNow(ToGateway message) {
        try {
            socket.sendMessage(new BinaryMessage(GatewayCodec.encode(message)));
        } catch (IOException | IllegalStateException broken) {
            LOG.debug("The gateway cannot be reached", broken);
            close(CloseStatus.SESSION_NOT_RELIABLE, "sending failed");
        }
    }

    /** Closes with a reason for the log of the other side. The hub is told first: closing a dead connection takes its time. */
    void close(CloseStatus status, String reason) {
        hub.ended(this);
        try {
            socket.close(status.withReason(reason.substring(0, Math.min(LONGEST_REASON, reason.length()))));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The gateway had gone before", gone);
        }
    }

    /** Whether what still comes is to be ignored. */
    boolean isOver() {
        return over;
    }

    /** The connection is over: nothing is sent any more. */
    void ended() {
        over = true;
        // closing a thread from itself would wait for itself
        Thread closer = new Thread(sender::close, "gateway-sender-end");
        closer.setDaemon(true);
        closer.start();
    }

    @Override
    public String toString() {
        return String.valueOf(socket.getRemoteAddress());
    }
}

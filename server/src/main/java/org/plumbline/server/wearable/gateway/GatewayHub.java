package org.plumbline.server.wearable.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/** Where the one connected gateway and the one open session meet. Either may come and go without the other. */
final class GatewayHub {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayHub.class);

    private final Map<String, Long> droppedTotals = new HashMap<>();
    private @Nullable GatewayConnection connection;
    private @Nullable GatewayClock clock;
    private FromGateway.@Nullable Probe probe;
    private FromGateway.@Nullable Radio radio;
    private @Nullable GatewaySession session;

    synchronized boolean hasGateway() {
        return connection != null;
    }

    /** What the connected gateway says of its radio; {@code absence} where none is connected. */
    synchronized LinkAvailability availability(LinkAvailability absence) {
        if (connection == null) {
            return absence;
        }
        if (probe == null) {
            return LinkAvailability.unusable("The gateway is starting.");
        }
        if (probe.usable() && radio != null && radio.state() == RadioState.LOST) {
            return LinkAvailability.unusable(radio.reason());
        }
        return new LinkAvailability(probe.usable(), probe.reason());
    }

    /** Opens a session as soon as a gateway has a radio that is ready. */
    GatewaySession open(RadioListener listener, int queueCapacity, GatewayOrigin origin) throws LinkException {
        long endNanos = System.nanoTime() + origin.patience().toNanos();
        synchronized (this) {
            if (session != null) {
                throw new LinkException("the gateway's radio is in use already");
            }
            GatewayConnection ready = readyConnection();
            while (ready == null) {
                boolean refused = connection != null && probe != null && !probe.usable();
                boolean lost = connection != null && radio != null && radio.state() == RadioState.LOST;
                long waitMs = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
                if (refused || lost || waitMs <= 0) {
                    throw new LinkException(availability(origin.absence()).reason());
                }
                try {
                    wait(waitMs);
                } catch (InterruptedException impatient) {
                    Thread.currentThread().interrupt();
                    throw new LinkException("interrupted while waiting for the gateway", impatient);
                }
                ready = readyConnection();
            }
            if (session != null) {
                throw new LinkException("the gateway's radio is in use already");
            }
            GatewaySession opened = new GatewaySession(listener, queueCapacity, ready, this::sessionClosed);
            session = opened;
            return opened;
        }
    }

    private synchronized void sessionClosed() {
        session = null;
    }

    private @Nullable GatewayConnection readyConnection() {
        return radio != null && radio.state() == RadioState.READY ? connection : null;
    }

    /** A message of a gateway, on the thread of its connection. */
    void received(GatewayConnection from, FromGateway message) {
        long nowNanos = System.nanoTime();
        if (from.isOver()) {
            return;
        }
        from.heard();
        GatewaySession listening;
        GatewayClock itsClock;
        synchronized (this) {
            if (from != connection) {
                greet(from, message, nowNanos);
                return;
            }
            listening = session;
            itsClock = clock;
            if (message instanceof FromGateway.Probe news) {
                LOG.info("The gateway says: {}", news.reason());
                probe = news;
                notifyAll();
            } else if (message instanceof FromGateway.Radio news) {
                radio = news;
                notifyAll();
            } else if (message instanceof FromGateway.Dropped dropped) {
                countDrops(dropped);
            } else if (message instanceof FromGateway.Hello) {
                from.close(CloseStatus.PROTOCOL_ERROR, "a second hello");
            }
        }
        if (message instanceof FromGateway.Clock answer && itsClock != null) {
            itsClock.answered(answer.asked(), answer.nanos(), nowNanos);
        } else if (listening != null && itsClock != null) {
            pass(listening, message, itsClock, nowNanos);
        }
    }

    private static void pass(GatewaySession session, FromGateway message, GatewayClock clock, long nowNanos) {
        if (message instanceof FromGateway.Notification notification) {
            session.hear(notification, clock.here(notification.receivedNanos(), nowNanos));
        } else if (message instanceof FromGateway.State news) {
            session.hearState(news.address(), news.state(), news.reason());
        } else if (message instanceof FromGateway.Discovered discovered) {
            session.hear(discovered);
        } else if (message instanceof FromGateway.Radio news) {
            session.hearRadio(news.state(), news.reason());
        } else if (message instanceof FromGateway.Done answer) {
            session.hearAnswer(answer.request(), answer);
        } else if (message instanceof FromGateway.Value answer) {
            session.hearAnswer(answer.request(), answer);
        } else if (message instanceof FromGateway.Identifiers answer) {
            session.hearAnswer(answer.request(), answer);
        } else if (message instanceof FromGateway.Failed answer) {
            session.hearAnswer(answer.request(), answer);
        }
    }

    /** A total that is smaller than the one before is that of a gateway that has started again. */
    private void countDrops(FromGateway.Dropped dropped) {
        Long before = droppedTotals.put(dropped.address(), dropped.total());
        long more = before == null || dropped.total() < before ? dropped.total() : dropped.total() - before;
        if (session != null && more > 0) {
            session.hearDropped(dropped.address(), more);
        }
    }

    private void greet(GatewayConnection from, FromGateway message, long nowNanos) {
        if (!(message instanceof FromGateway.Hello hello)) {
            from.close(CloseStatus.PROTOCOL_ERROR, "the first message must be a hello");
        } else if (hello.version() != GatewayCodec.VERSION) {
            LOG.warn(
                    "A gateway at {} speaks version {} of the protocol, this server version {}",
                    from,
                    hello.version(),
                    GatewayCodec.VERSION);
            from.close(
                    CloseStatus.PROTOCOL_ERROR,
                    "this server speaks version " + GatewayCodec.VERSION + " of the protocol, not " + hello.version());
        } else if (connection != null) {
            from.close(CloseStatus.POLICY_VIOLATION, "another gateway is connected");
        } else {
            connection = from;
            clock = new GatewayClock(hello, nowNanos);
            probe = null;
            radio = null;
            LOG.info("Gateway {} at {} is connected", hello.program(), from);
            if (session != null) {
                session.attached(from);
            }
            from.askClock();
            notifyAll();
        }
    }

    /** A connection is over. */
    void ended(GatewayConnection gone) {
        gone.ended();
        synchronized (this) {
            if (gone != connection) {
                return;
            }
            LOG.info("The gateway at {} is gone", gone);
            connection = null;
            clock = null;
            probe = null;
            radio = null;
            if (session != null) {
                session.lost("the connection to the gateway broke");
            }
            notifyAll();
        }
    }
}

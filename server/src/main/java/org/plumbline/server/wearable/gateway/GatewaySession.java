package org.plumbline.server.wearable.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The radio of whichever gateway is connected; outlives the connection and the gateway's process. */
final class GatewaySession implements RadioSession {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySession.class);

    /** Longer than any radio takes to give up. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final long LET_GO_SECONDS = 5;
    private static final String CLOSED = "the radio is closed";

    private final ListenerQueue queue;
    private final Runnable whenClosed;
    /** Completes futures, so that what hangs on them never holds up the connection. */
    private final ControlThread answers = new ControlThread("gateway-session");

    private final Map<Integer, CompletableFuture<FromGateway>> pending = new HashMap<>();
    private final Set<String> active = new HashSet<>();
    private final Map<String, Long> droppedByGateway = new ConcurrentHashMap<>();
    private @Nullable GatewayConnection way;
    private String whyNoWay = "no gateway is connected";
    private RadioState told = RadioState.READY;
    private int lastRequest;
    private boolean closed;

    /** @param way the gateway, whose radio is ready */
    GatewaySession(RadioListener listener, int queueCapacity, GatewayConnection way, Runnable whenClosed) {
        this.queue = new ListenerQueue(listener, queueCapacity);
        this.way = way;
        this.whenClosed = whenClosed;
    }

    /** A gateway is connected; whether its radio is ready it says next. */
    synchronized void attached(GatewayConnection gateway) {
        way = gateway;
    }

    /** The gateway is gone, and every connection with it. */
    synchronized void lost(String reason) {
        way = null;
        whyNoWay = reason;
        fail(reason);
        for (String address : Set.copyOf(active)) {
            hearState(address, ConnectionState.DISCONNECTED, reason);
        }
        hearRadio(RadioState.LOST, reason);
    }

    synchronized void hearRadio(RadioState state, String reason) {
        if (state != told && !closed) {
            told = state;
            queue.radioState(state, reason);
        }
    }

    synchronized void hearState(String address, ConnectionState state, String reason) {
        boolean over = state == ConnectionState.DISCONNECTED || state == ConnectionState.VANISHED;
        boolean wasActive = over ? active.remove(address) : !active.add(address);
        // what a gateway lets go of by itself after the connection broke has been told before
        if (!closed && (wasActive || state != ConnectionState.DISCONNECTED)) {
            queue.state(address, state, reason);
        }
    }

    /** @param receivedNanos on this process's clock */
    void hear(FromGateway.Notification notification, long receivedNanos) {
        queue.notification(notification.address(), notification.characteristic(), notification.value(), receivedNanos);
    }

    void hear(FromGateway.Discovered discovered) {
        queue.discovered(discovered.device());
    }

    void hearDropped(String address, long more) {
        droppedByGateway.merge(address, more, Long::sum);
    }

    /** An answer of the gateway; one that comes too late is nobody's. */
    synchronized void hearAnswer(int request, FromGateway answer) {
        CompletableFuture<FromGateway> asked = pending.remove(request);
        if (asked != null) {
            answers.run(() -> asked.complete(answer));
        }
    }

    private void fail(String reason) {
        for (CompletableFuture<FromGateway> asked : pending.values()) {
            answers.run(() -> asked.completeExceptionally(new LinkException(reason)));
        }
        pending.clear();
    }

    private synchronized void send(ToGateway command) {
        if (way != null && !closed) {
            way.send(command);
        }
    }

    private synchronized <T> CompletableFuture<T> ask(
            IntFunction<ToGateway.Request> command, Function<FromGateway, @Nullable T> meaning) {
        CompletableFuture<T> result = new CompletableFuture<>();
        GatewayConnection gateway = way;
        if (closed || gateway == null) {
            result.completeExceptionally(new LinkException(closed ? CLOSED : whyNoWay));
            return result;
        }
        int number = ++lastRequest;
        CompletableFuture<FromGateway> asked = new CompletableFuture<>();
        CompletableFuture<FromGateway> unused = asked.whenComplete((answer, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else if (answer instanceof FromGateway.Failed failed) {
                result.completeExceptionally(new LinkException(failed.reason()));
            } else {
                try {
                    result.complete(meaning.apply(answer));
                } catch (ClassCastException otherAnswer) {
                    result.completeExceptionally(new LinkException("the gateway gave the answer to another question"));
                }
            }
        });
        pending.put(number, asked);
        answers.after(ANSWER, () -> giveUp(number));
        gateway.send(command.apply(number));
        return result;
    }

    private synchronized void giveUp(int request) {
        CompletableFuture<FromGateway> asked = pending.remove(request);
        if (asked != null) {
            answers.run(() -> asked.completeExceptionally(new LinkException("the gateway did not answer")));
        }
    }

    @Override
    public void startScan() {
        send(new ToGateway.Scan());
    }

    @Override
    public void stopScan() {
        send(new ToGateway.StopScan());
    }

    @Override
    public synchronized void connect(String address) {
        if (closed) {
            return;
        }
        if (way == null) {
            queue.state(address, ConnectionState.DISCONNECTED, whyNoWay);
        } else {
            active.add(address);
            way.send(new ToGateway.Connect(address));
        }
    }

    @Override
    public void disconnect(String address) {
        send(new ToGateway.Disconnect(address));
    }

    @Override
    public CompletableFuture<Set<UUID>> identifiers(String address) {
        return ask(
                number -> new ToGateway.AskIdentifiers(number, address),
                answer -> ((FromGateway.Identifiers) answer).identifiers());
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        return ask(
                number -> new ToGateway.Read(number, address, characteristic),
                answer -> ((FromGateway.Value) answer).value());
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        if (value.length > GatewayCodec.MOST_VALUE_BYTES) {
            return CompletableFuture.failedFuture(new LinkException(
                    "a characteristic takes " + GatewayCodec.MOST_VALUE_BYTES + " bytes, not " + value.length));
        }
        byte[] copy = value.clone();
        return ask(number -> new ToGateway.Write(number, address, characteristic, copy), GatewaySession::done);
    }

    @Override
    public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
        return ask(number -> new ToGateway.Subscribe(number, address, characteristic), GatewaySession::done);
    }

    private static @Nullable Void done(FromGateway answer) {
        if (!(answer instanceof FromGateway.Done)) {
            throw new ClassCastException("expected done, found " + answer);
        }
        return null;
    }

    @Override
    public long droppedNotifications(String address) {
        return queue.dropped(address) + droppedByGateway.getOrDefault(address, 0L);
    }

    @Override
    public void close() {
        CompletableFuture<Void> letGo;
        synchronized (this) {
            if (closed) {
                return;
            }
            fail(CLOSED);
            letGo = ask(ToGateway.Release::new, GatewaySession::done);
            closed = true;
        }
        queue.close();
        try {
            letGo.get(LET_GO_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("The gateway did not let go of its devices", gone);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        whenClosed.run();
        // a thread of its own: who closes may be one whom an answer woke
        Thread closer = new Thread(answers::close, "gateway-session-end");
        closer.setDaemon(true);
        closer.start();
    }
}

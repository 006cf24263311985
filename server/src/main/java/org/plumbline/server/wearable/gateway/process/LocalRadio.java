package org.plumbline.server.wearable.gateway.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The radio of this machine: the first of those given that can be used. It is opened once for the life of the process; while
 * none can be used it looks again every few seconds, without opening anything.
 */
final class LocalRadio implements RadioListener {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRadio.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final Duration COUNT_DROPS = Duration.ofMillis(500);
    private static final Duration LET_GO_STEP = Duration.ofMillis(50);
    /** How long the server waits for devices to be let go. */
    private static final int LET_GO_STEPS = 80;

    private final List<Radio> candidates;
    private final Consumer<FromGateway> out;
    private final Runnable hopeless;
    /** Probing and opening, which may hang with the bus. */
    private final ControlThread control = new ControlThread("gateway-radio");
    /** Answering, so that neither the radio nor the server's thread waits for the way to the server. */
    private final ControlThread answers = new ControlThread("gateway-answers");

    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> dropped = new ConcurrentHashMap<>();
    private final Object telling = new Object();
    private FromGateway.@Nullable Probe probe;
    private FromGateway.@Nullable Radio state;
    private volatile @Nullable RadioSession session;

    /** @param hopeless called where no radio can be opened in this process any more */
    LocalRadio(List<Radio> candidates, Consumer<FromGateway> out, Runnable hopeless) {
        this.candidates = new ArrayList<>(candidates);
        this.out = out;
        this.hopeless = hopeless;
    }

    void start() {
        control.run(this::look);
        answers.every(COUNT_DROPS, this::tellDrops);
    }

    private void look() {
        if (session != null) {
            return;
        }
        List<String> passedOver = new ArrayList<>();
        for (Radio radio : List.copyOf(candidates)) {
            LinkAvailability availability = radio.probe();
            if (availability.usable()) {
                tellProbe(new FromGateway.Probe(true, radio.kind(), found(radio, availability, passedOver)));
                if (open(radio)) {
                    return;
                }
                passedOver.add(radio.kind() + ": it could not be opened");
            } else {
                passedOver.add(radio.kind() + ": " + availability.reason());
            }
        }
        if (candidates.isEmpty()) {
            hopeless.run();
            return;
        }
        tellProbe(new FromGateway.Probe(false, "", notFound(passedOver)));
        control.after(LOOK_AGAIN, this::look);
    }

    private static String found(Radio radio, LinkAvailability availability, List<String> passedOver) {
        String chosen = radio.kind() + ": " + availability.reason();
        return passedOver.isEmpty() ? chosen : chosen + " (passed over " + String.join("; ", passedOver) + ")";
    }

    /** Where all kinds give one reason, it is told once. */
    private static String notFound(List<String> passedOver) {
        List<String> reasons = passedOver.stream()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .distinct()
                .toList();
        return reasons.size() == 1 ? reasons.get(0) : String.join("; ", passedOver);
    }

    /** A kind that fails on opening may be opened only once in a process: it is not tried again. */
    private boolean open(Radio radio) {
        try {
            RadioSession opened = radio.open(this);
            synchronized (telling) {
                session = opened;
                if (state == null) {
                    state = new FromGateway.Radio(RadioState.READY, "");
                }
                tell(state);
            }
            return true;
        } catch (LinkException refused) {
            LOG.warn("{} could not be opened: {}", radio.kind(), refused.getMessage());
            candidates.remove(radio);
            return false;
        }
    }

    private void tellProbe(FromGateway.Probe found) {
        synchronized (telling) {
            if (!found.equals(probe)) {
                LOG.info("{}", found.reason());
                probe = found;
                tell(found);
            }
        }
    }

    /** What a server that has just been reached needs to know. */
    void introduce(FromGateway.Hello hello) {
        synchronized (telling) {
            tell(hello);
            if (probe != null) {
                tell(probe);
            }
            if (state != null && session != null) {
                tell(state);
            }
            dropped.forEach((address, total) -> tell(new FromGateway.Dropped(address, total)));
        }
    }

    private void tell(FromGateway message) {
        out.accept(message);
    }

    private void tellDrops() {
        RadioSession radio = session;
        if (radio == null) {
            return;
        }
        for (String address : dropped.keySet()) {
            long total = radio.droppedNotifications(address);
            if (!Long.valueOf(total).equals(dropped.put(address, total))) {
                tell(new FromGateway.Dropped(address, total));
            }
        }
    }

    /** Carries out a command of the server. */
    void hear(ToGateway command) {
        if (command instanceof ToGateway.AskClock ask) {
            answers.run(() -> tell(new FromGateway.Clock(ask.asked(), System.nanoTime())));
            return;
        }
        if (command instanceof ToGateway.Release release) {
            letGo();
            answers.run(() -> tellLetGo(release.request(), LET_GO_STEPS));
            return;
        }
        RadioSession radio = session;
        if (radio == null) {
            refuse(command);
        } else if (command instanceof ToGateway.Request request) {
            answer(radio, request);
        } else if (command instanceof ToGateway.Scan) {
            radio.startScan();
        } else if (command instanceof ToGateway.StopScan) {
            radio.stopScan();
        } else if (command instanceof ToGateway.Connect connect) {
            active.add(connect.address());
            dropped.putIfAbsent(connect.address(), 0L);
            radio.connect(connect.address());
        } else if (command instanceof ToGateway.Disconnect disconnect) {
            radio.disconnect(disconnect.address());
        }
    }

    private void refuse(ToGateway command) {
        String reason = "the gateway's radio is not open";
        if (command instanceof ToGateway.Request request) {
            answers.run(() -> tell(new FromGateway.Failed(request.request(), reason)));
        } else if (command instanceof ToGateway.Connect connect) {
            answers.run(() -> tell(new FromGateway.State(connect.address(), ConnectionState.DISCONNECTED, reason)));
        }
    }

    private void answer(RadioSession radio, ToGateway.Request request) {
        int number = request.request();
        if (request instanceof ToGateway.Read read) {
            answer(number, radio.read(read.address(), read.characteristic()), v -> new FromGateway.Value(number, v));
        } else if (request instanceof ToGateway.Write write) {
            answer(
                    number,
                    radio.write(write.address(), write.characteristic(), write.value()),
                    nothing -> new FromGateway.Done(number));
        } else if (request instanceof ToGateway.Subscribe subscribe) {
            answer(
                    number,
                    radio.subscribe(subscribe.address(), subscribe.characteristic()),
                    nothing -> new FromGateway.Done(number));
        } else if (request instanceof ToGateway.AskIdentifiers ask) {
            answer(number, radio.identifiers(ask.address()), found -> new FromGateway.Identifiers(number, found));
        }
    }

    private <T> void answer(int number, CompletableFuture<T> result, Function<T, FromGateway> done) {
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> answers.run(() -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                String reason = cause instanceof LinkException ? String.valueOf(cause.getMessage()) : cause.toString();
                tell(new FromGateway.Failed(number, reason));
                return;
            }
            try {
                tell(done.apply(value));
            } catch (IllegalArgumentException tooLong) {
                tell(new FromGateway.Failed(number, String.valueOf(tooLong.getMessage())));
            }
        }));
    }

    /** Nobody needs the devices now: the scan and every connection end. */
    void letGo() {
        RadioSession radio = session;
        if (radio != null) {
            radio.stopScan();
            active.forEach(radio::disconnect);
        }
    }

    private void tellLetGo(int request, int stepsLeft) {
        if (active.isEmpty() || session == null || stepsLeft == 0) {
            tell(new FromGateway.Done(request));
        } else {
            answers.after(LET_GO_STEP, () -> tellLetGo(request, stepsLeft - 1));
        }
    }

    @Override
    public void discovered(DiscoveredDevice device) {
        tell(new FromGateway.Discovered(device));
    }

    @Override
    public void state(String address, ConnectionState connection, String reason) {
        if (connection == ConnectionState.CONNECTING || connection == ConnectionState.CONNECTED) {
            active.add(address);
        } else {
            active.remove(address);
        }
        tell(new FromGateway.State(address, connection, reason));
    }

    @Override
    public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
        tell(new FromGateway.Notification(address, characteristic, receivedNanos, value));
    }

    @Override
    public void radioState(RadioState radio, String reason) {
        synchronized (telling) {
            state = new FromGateway.Radio(radio, reason);
            // before it can carry out a command nobody is told that it is ready
            if (session != null) {
                tell(state);
            }
        }
    }

    void close() {
        control.close();
        answers.close();
        RadioSession radio = session;
        if (radio != null) {
            radio.close();
        }
    }
}

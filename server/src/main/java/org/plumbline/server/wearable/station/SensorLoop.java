package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.core.packet.DeviceSuitability.Verdict;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.device.SensorRefusedException;
import org.plumbline.server.wearable.device.SensorTalk;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.RadioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one sensor streaming, on a thread of its own: search, connect, look at what it really is, set it up, watch it, and when it
 * is lost begin again after a pause that grows. Ends when it is stopped, or when the sensor turns out to be of no use.
 */
final class SensorLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SensorLoop.class);

    /** BlueZ gives up connecting after about 25 s; finding services takes a few more. */
    private static final Duration CONNECT = Duration.ofSeconds(50);

    private static final Duration DISCONNECT = Duration.ofSeconds(3);

    /** Who streams for so long is no sensor that is lost again and again. */
    private static final Duration STEADY = Duration.ofSeconds(5);

    /** A full gym has a thousand sensors: each is looked after no more often than it must be. */
    private static final Duration TENDING = Duration.ofSeconds(1);

    /** Who wakes so much later than they wanted was on a machine that stood still, and heard nothing meanwhile. */
    private static final Duration OVERSLEPT = Duration.ofMillis(250);

    private static final long[] PAUSES_MILLIS = {500, 1000, 2000};
    private static final long LONG_PAUSE_MILLIS = 5000;

    /** About a minute of trying in vain. */
    private static final int PATIENT_FAILURES = 20;

    private final String address;
    private final String name;
    private final DeviceFamily family;
    private final StationRadio radio;
    private final SensorStream stream;
    private final BiConsumer<SensorState, String> changed;
    private final Thread thread;
    private final ConnectionNews link = new ConnectionNews();
    private volatile SensorState state = SensorState.SEARCHING;
    private volatile String reason = "";
    private volatile @Nullable SensorTalk talk;

    /** @param changed hears, on the loop's thread, every new state and why */
    SensorLoop(KnownSensor sensor, StationRadio radio, SensorStream stream, BiConsumer<SensorState, String> changed) {
        this.address = sensor.address();
        this.name = sensor.name();
        this.family = sensor.family();
        this.radio = radio;
        this.stream = stream;
        this.changed = changed;
        thread = new Thread(this::run, "sensor-" + address);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    SensorState state() {
        return state;
    }

    /** Why it is in that state, in plain words; empty where nobody would ask. */
    String reason() {
        return reason;
    }

    /** The radio tells how the connection stands. */
    void told(ConnectionState now, String why) {
        link.told(now, why);
    }

    /** A notification came. */
    void heard() {
        SensorTalk talking = talk;
        if (talking != null) {
            talking.heard();
        }
    }

    /** Makes the sensor blink. */
    void blink() throws LinkException, InterruptedException {
        SensorTalk talking = talk;
        if (talking == null || state != SensorState.STREAMING) {
            throw new LinkException(name + " is not connected");
        }
        stream.protocol().blink(talking);
    }

    private void run() {
        int failures = 0;
        while (!link.isStopping()) {
            try {
                enter(SensorState.SEARCHING, radio.trouble());
                if (!radio.awaitHeard(address, link::isStopping)) {
                    continue;
                }
                connectAndSetUp();
                long begunNanos = System.nanoTime();
                try {
                    watch();
                } finally {
                    failures = System.nanoTime() - begunNanos > STEADY.toNanos() ? 0 : failures;
                }
            } catch (SensorRefusedException useless) {
                letGo();
                enter(SensorState.REFUSED, useless.getMessage());
                return;
            } catch (LinkException lost) {
                failures++;
                tryAgainLater(lost.getMessage(), failures);
            } catch (InterruptedException nobodyInterruptsIt) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unforeseen) {
                LOG.error("The connection to sensor {} failed", name, unforeseen);
                failures++;
                tryAgainLater("something went wrong on our side", failures);
            }
        }
        sayGoodbye();
        enter(SensorState.OFF, "");
    }

    private void tryAgainLater(@Nullable String why, int failures) {
        stream.disconnected();
        enter(SensorState.LOST, why);
        letGo();
        pause(failures);
    }

    private void connectAndSetUp() throws LinkException, InterruptedException {
        enter(SensorState.CONNECTING, "");
        try (StationRadio.Turn turn = radio.turn()) {
            RadioSession session = turn.session();
            told(ConnectionState.CONNECTING, "");
            session.connect(address);
            if (!link.await(CONNECT, now -> now != ConnectionState.CONNECTING) || !link.isConnected()) {
                radio.forget(address);
                throw new LinkException(link.reason("it could not be connected"));
            }
            enter(SensorState.CONFIGURING, "");
            SensorTalk talking = new SensorTalk(session, address);
            DeviceSuitability found = DeviceSuitability.ofServices(name, talking.identifiers());
            if (found.verdict() == Verdict.UNSUITABLE
                    || found.family().filter(family::equals).isEmpty()) {
                throw new SensorRefusedException(found.reason());
            }
            talk = talking;
            stream.protocol().begin(talking);
        }
    }

    /** Until it is lost. */
    private void watch() throws LinkException, InterruptedException {
        SensorTalk talking = talk;
        if (talking == null) {
            return;
        }
        SilenceLimit silence = new SilenceLimit(stream, radio.hearing());
        enter(SensorState.STREAMING, "");
        long tendedNanos = System.nanoTime();
        while (!link.isStopping()) {
            Duration look = silence.untilTooLong(TENDING);
            long wakeNanos = System.nanoTime() + look.toNanos();
            boolean unused = link.await(look, now -> now != ConnectionState.CONNECTED);
            if (System.nanoTime() - wakeNanos > OVERSLEPT.toNanos()) {
                silence.beginsNow();
            }
            if (link.isStopping()) {
                return;
            }
            if (!link.isConnected()) {
                throw new LinkException(link.reason("the connection broke"));
            }
            if (silence.isTooLong()) {
                throw new LinkException("it fell silent");
            }
            if (System.nanoTime() - tendedNanos >= TENDING.toNanos()) {
                tendedNanos = System.nanoTime();
                stream.protocol().tend(talking);
            }
        }
    }

    private void sayGoodbye() {
        SensorTalk talking = talk;
        if (talking != null && link.isConnected()) {
            try {
                stream.protocol().end(talking);
            } catch (LinkException gone) {
                LOG.debug("{} did not hear that it should stop", name, gone);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        stream.disconnected();
        letGo();
    }

    /** Ends what is left of a connection, so that the next one begins from nothing. */
    private void letGo() {
        talk = null;
        RadioSession session = radio.session();
        try {
            if (session != null) {
                session.disconnect(address);
                boolean over = link.await(
                        DISCONNECT, now -> now == ConnectionState.DISCONNECTED || now == ConnectionState.VANISHED);
                if (!over) {
                    LOG.info("Sensor {} is still being disconnected", name);
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int failures) {
        long millis = failures <= PAUSES_MILLIS.length
                ? PAUSES_MILLIS[failures - 1]
                : failures <= PATIENT_FAILURES ? PAUSES_MILLIS[PAUSES_MILLIS.length - 1] : LONG_PAUSE_MILLIS;
        try {
            link.pause(Duration.ofMillis(millis));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(SensorState next, @Nullable String why) {
        state = next;
        reason = why == null ? "" : why;
        changed.accept(next, reason);
    }

    /** Has it stop streaming and disconnects it; waits a while for that. */
    @Override
    public void close() {
        link.stop();
        radio.wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(8));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}

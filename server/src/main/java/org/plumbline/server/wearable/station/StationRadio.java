package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one radio all sensors share: opened when it is needed, scanning while somebody looks for something, and one connection made at
 * a time. Any thread.
 */
final class StationRadio {
    /** Connecting to one that has just gone away takes long: another one does not wait for it any longer. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(6);

    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(StationRadio.class);

    private final Radio radio;
    private final RadioHearing hearing = new RadioHearing();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final HeardDevices heard = new HeardDevices(lock);
    private final RadioScan scan = new RadioScan();
    private volatile boolean needed;
    private @Nullable RadioSession session;
    private boolean ready = true;
    private boolean opening;
    private boolean closed;
    private String trouble = "";
    private volatile String how = "";
    private int turns;

    StationRadio(Radio radio) {
        this.radio = radio;
    }

    String kind() {
        return radio.kind();
    }

    RadioHearing hearing() {
        return hearing;
    }

    /** Opens the radio unless it is open: on a thread of its own, for a gateway may take half a minute to start. */
    void open(RadioListener listener) {
        needed = true;
        lock.lock();
        try {
            if (session != null || opening || closed) {
                return;
            }
            opening = true;
        } finally {
            lock.unlock();
        }
        Thread opener = new Thread(() -> openNow(listener), "radio-open");
        opener.setDaemon(true);
        opener.start();
    }

    private void openNow(RadioListener listener) {
        RadioSession opened = null;
        String why = "";
        try {
            opened = radio.open(listener);
            how = radio.probe().reason();
        } catch (LinkException unusable) {
            why = String.valueOf(unusable.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("The radio could not be opened", unforeseen);
            why = Words.say("sensors.radio.failed");
        }
        boolean late;
        lock.lock();
        try {
            opening = false;
            late = closed;
            if (!late) {
                session = opened;
                trouble = why;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
        if (late && opened != null) {
            opened.close();
        }
        scanAsWanted();
    }

    /** Whether anybody has asked for it to be opened. */
    boolean isNeeded() {
        return needed;
    }

    /** Why the radio does not work, empty where it does. */
    String trouble() {
        lock.lock();
        try {
            return isStarting() ? Words.say("sensors.radio.starting") : trouble;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is opened for the first time; while it is tried again after a failure, that failure stands. */
    boolean isStarting() {
        lock.lock();
        try {
            return session == null && opening && trouble.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why it does not work where it should, and what to do; or how it works, once it is open. */
    String reason(boolean working) {
        String why = trouble();
        if (working || !needed) {
            return how;
        }
        return why.isEmpty() ? radio.probe().reason() : why;
    }

    boolean isReady() {
        lock.lock();
        try {
            return session != null && ready;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    RadioSession session() {
        lock.lock();
        try {
            return session;
        } finally {
            lock.unlock();
        }
    }

    void radioState(RadioState state, String reason) {
        lock.lock();
        try {
            ready = state == RadioState.READY;
            trouble = ready ? "" : reason;
            if (!ready) {
                // whatever it was doing it does no more, and what it knew it may have forgotten
                scan.ended();
                heard.forgetAll();
            }
            news.signalAll();
            heard.wakeAll();
        } finally {
            lock.unlock();
        }
    }

    void discovered(DiscoveredDevice device) {
        heard.take(device);
    }

    /** The radio has forgotten a device, or could not connect it: it must be heard again first, and is not waited for in vain. */
    void forget(String address) {
        heard.forget(address);
    }

    List<DiscoveredDevice> heard() {
        return heard.all();
    }

    Optional<DiscoveredDevice> heard(String address) {
        return heard.find(address);
    }

    /** Looks for whatever is in reach for so long; what was found before is heard anew. */
    void find(Duration time) {
        lock.lock();
        try {
            heard.forgetAll();
            scan.find(time);
            // a scan tells each device once: this one wants to hear them all
            scan.end(session);
        } finally {
            lock.unlock();
        }
        scanAsWanted();
    }

    void stopFinding() {
        lock.lock();
        try {
            scan.stopFinding();
        } finally {
            lock.unlock();
        }
        scanAsWanted();
    }

    boolean isFinding() {
        lock.lock();
        try {
            return scan.isFinding();
        } finally {
            lock.unlock();
        }
    }

    /** Begins or ends the scan as it is wanted now. While somebody connects it rests: controllers do both at once badly. */
    void scanAsWanted() {
        lock.lock();
        try {
            RadioSession on = session;
            if (on != null && ready && turns == 0) {
                scan.asWanted(on);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the radio works and has heard the device; false where the caller gives up. */
    boolean awaitHeard(String address, BooleanSupplier givesUp) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            scan.search();
            while (!givesUp.getAsBoolean()) {
                if (session != null && ready && heard.has(address)) {
                    return true;
                }
                scanAsWanted();
                boolean unused = heard.newsOf(address).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            return false;
        } finally {
            scan.stopSearching();
            heard.awaitNoLonger(address);
            scanAsWanted();
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            news.signalAll();
            heard.wakeAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the turn to connect. */
    Turn turn() throws LinkException, InterruptedException {
        long leftNanos = LONGEST_TURN.toNanos();
        lock.lockInterruptibly();
        try {
            while (turns > 0 && leftNanos > 0) {
                leftNanos = news.awaitNanos(leftNanos);
            }
            RadioSession on = session;
            if (on == null || !ready) {
                throw new LinkException(trouble.isEmpty() ? "the radio is closed" : trouble);
            }
            turns++;
            // connecting ends a scan
            scan.ended();
            return new Turn(on);
        } finally {
            lock.unlock();
        }
    }

    /** The turn to connect. */
    final class Turn implements AutoCloseable {
        private final RadioSession on;

        private Turn(RadioSession on) {
            this.on = on;
        }

        RadioSession session() {
            return on;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                turns--;
                news.signalAll();
            } finally {
                lock.unlock();
            }
            scanAsWanted();
        }
    }

    void close() {
        RadioSession open;
        lock.lock();
        try {
            open = session;
            session = null;
            closed = true;
            scan.ended();
            heard.forgetAll();
            news.signalAll();
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
    }
}

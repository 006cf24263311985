package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
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

    /** A scan tells each device once, and one that was forgotten meanwhile must be heard again. */
    private static final Duration LONGEST_SCAN = Duration.ofSeconds(10);

    /** More than any room holds: phones change their addresses, and a scan may go on for days. */
    static final int MOST_HEARD = 5000;

    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(StationRadio.class);

    private final Radio radio;
    private final RadioHearing hearing = new RadioHearing();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, Condition> awaited = new HashMap<>();
    private final Map<String, DiscoveredDevice> heard = new ConcurrentHashMap<>();
    private @Nullable RadioSession session;
    private boolean ready = true;
    private boolean opening;
    private boolean closed;
    private String trouble = "";
    private volatile String how = "";
    private boolean scanning;
    private long scanBegunNanos;
    private int searching;
    private long findUntilNanos = System.nanoTime();
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

    LinkAvailability probe() {
        return radio.probe();
    }

    /** Opens the radio unless it is open: on a thread of its own, for a gateway may take half a minute to start. */
    void open(RadioListener listener) {
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

    /** How it works, once it is open. */
    String how() {
        return how;
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
                scanning = false;
                heard.clear();
            }
            news.signalAll();
            awaited.values().forEach(Condition::signalAll);
        } finally {
            lock.unlock();
        }
    }

    void discovered(DiscoveredDevice device) {
        if (heard.size() >= MOST_HEARD && !heard.containsKey(device.address())) {
            heard.clear();
        }
        if (heard.put(device.address(), device) == null) {
            wake(device.address());
        }
    }

    /** Wakes who waits for this device alone: a scan of a full gym tells a thousand of them. */
    private void wake(String address) {
        lock.lock();
        try {
            Condition itsNews = awaited.get(address);
            if (itsNews != null) {
                itsNews.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The radio has forgotten a device, or could not connect it: it must be heard again first, and is not waited for in vain. */
    void forget(String address) {
        heard.remove(address);
    }

    Map<String, DiscoveredDevice> heard() {
        return Map.copyOf(heard);
    }

    Optional<DiscoveredDevice> heard(String address) {
        return Optional.ofNullable(heard.get(address));
    }

    /** Looks for whatever is in reach for so long; what was found before is heard anew. */
    void find(Duration time) {
        lock.lock();
        try {
            heard.clear();
            findUntilNanos = System.nanoTime() + time.toNanos();
            // a scan tells each device once: this one wants to hear them all
            endScan();
        } finally {
            lock.unlock();
        }
        scanAsWanted();
    }

    void stopFinding() {
        lock.lock();
        try {
            findUntilNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
        scanAsWanted();
    }

    boolean isFinding() {
        lock.lock();
        try {
            return findUntilNanos - System.nanoTime() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Begins or ends the scan as it is wanted now. While somebody connects it rests: controllers do both at once badly. */
    void scanAsWanted() {
        lock.lock();
        try {
            RadioSession on = session;
            if (on == null || !ready || turns > 0) {
                return;
            }
            boolean wanted = searching > 0 || findUntilNanos - System.nanoTime() > 0;
            if (!wanted || System.nanoTime() - scanBegunNanos > LONGEST_SCAN.toNanos()) {
                endScan();
            }
            if (wanted && !scanning) {
                scanning = true;
                scanBegunNanos = System.nanoTime();
                on.startScan();
            }
        } finally {
            lock.unlock();
        }
    }

    private void endScan() {
        RadioSession on = session;
        if (scanning && on != null) {
            scanning = false;
            on.stopScan();
        }
    }

    /** Waits until the radio works and has heard the device; false where the caller gives up. */
    boolean awaitHeard(String address, BooleanSupplier givesUp) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            searching++;
            while (!givesUp.getAsBoolean()) {
                if (session != null && ready && heard.containsKey(address)) {
                    return true;
                }
                scanAsWanted();
                boolean unused = awaited.computeIfAbsent(address, unseen -> lock.newCondition())
                        .await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            return false;
        } finally {
            searching--;
            awaited.remove(address);
            scanAsWanted();
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            news.signalAll();
            awaited.values().forEach(Condition::signalAll);
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
            scanning = false;
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
            scanning = false;
            heard.clear();
            news.signalAll();
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
    }
}

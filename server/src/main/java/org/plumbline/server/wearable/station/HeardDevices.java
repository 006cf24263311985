package org.plumbline.server.wearable.station;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.server.wearable.radio.DiscoveredDevice;

/** The devices a radio has heard, and who waits to hear one. Any thread; whoever waits, or wakes all, holds the lock of the radio. */
final class HeardDevices {
    /** More than any room holds: phones change their addresses, and a scan may go on for days. */
    private static final int MOST = 5000;

    private final ReentrantLock lock;
    private final Map<String, DiscoveredDevice> heard = new ConcurrentHashMap<>();
    private final Map<String, Condition> awaited = new HashMap<>();

    HeardDevices(ReentrantLock lock) {
        this.lock = lock;
    }

    void take(DiscoveredDevice device) {
        if (heard.size() >= MOST && !heard.containsKey(device.address())) {
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

    void wakeAll() {
        awaited.values().forEach(Condition::signalAll);
    }

    /** What whoever waits for that device waits for. */
    Condition newsOf(String address) {
        return awaited.computeIfAbsent(address, unseen -> lock.newCondition());
    }

    /** Nobody waits for that device any longer. */
    void awaitNoLonger(String address) {
        awaited.remove(address);
    }

    boolean has(String address) {
        return heard.containsKey(address);
    }

    Optional<DiscoveredDevice> find(String address) {
        return Optional.ofNullable(heard.get(address));
    }

    List<DiscoveredDevice> all() {
        return List.copyOf(heard.values());
    }

    void forget(String address) {
        heard.remove(address);
    }

    void forgetAll() {
        heard.clear();
    }
}

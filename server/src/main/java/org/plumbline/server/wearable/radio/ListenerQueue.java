package org.plumbline.server.wearable.radio;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.server.wearable.CuePriority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the callbacks of a radio and its listener: takes everything at once from any thread and tells it in order on a
 * thread of its own. Of each device so many notifications may wait; more are dropped and counted. Of discoveries {@value
 * #MOST_DISCOVERIES} may wait: one that is dropped is heard again in the next scan. States always wait: a device has few. What a
 * listener throws is logged and goes no further.
 */
public final class ListenerQueue implements RadioListener, AutoCloseable {
    /** Ten seconds of a fast sensor that sends every sample by itself. */
    public static final int USUAL_CAPACITY = 1024;

    /** Twice what a full gym wears. */
    static final int MOST_DISCOVERIES = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);

    private final RadioListener listener;
    private final int capacity;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final AtomicInteger discoveries = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;

    /** @param capacity notifications of one device that may wait */
    public ListenerQueue(RadioListener listener, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, but is " + capacity);
        }
        this.listener = listener;
        this.capacity = capacity;
        this.thread = new Thread(this::tell, "radio-listener");
        this.thread.setDaemon(true);
        this.thread.setPriority(CuePriority.OF_THREADS);
        this.thread.start();
    }

    @Override
    public void discovered(DiscoveredDevice device) {
        if (discoveries.incrementAndGet() > MOST_DISCOVERIES) {
            discoveries.decrementAndGet();
            return;
        }
        events.add(() -> {
            discoveries.decrementAndGet();
            listener.discovered(device);
        });
    }

    @Override
    public void state(String address, ConnectionState state, String reason) {
        events.add(() -> listener.state(address, state, reason));
    }

    @Override
    public void radioState(RadioState state, String reason) {
        events.add(() -> listener.radioState(state, reason));
    }

    @Override
    public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
        Waiting device = waiting.computeIfAbsent(address, unseen -> new Waiting());
        if (device.notifications.incrementAndGet() > capacity) {
            device.notifications.decrementAndGet();
            if (device.dropped.getAndIncrement() == 0) {
                LOG.warn("The listener is too slow for {}: {} notifications wait, more are dropped", address, capacity);
            }
            return;
        }
        events.add(() -> {
            device.notifications.decrementAndGet();
            listener.notification(address, characteristic, value, receivedNanos);
        });
    }

    /** Notifications of a device that were dropped so far. */
    public long dropped(String address) {
        Waiting device = waiting.get(address);
        return device == null ? 0 : device.dropped.get();
    }

    private void tell() {
        while (!closed) {
            try {
                events.take().run();
            } catch (InterruptedException nobodyInterruptsIt) {
                LOG.warn("Interrupted; goes on", nobodyInterruptsIt);
            } catch (Throwable ofTheListener) {
                LOG.error("The listener of the radio failed", ofTheListener);
            }
        }
    }

    /** Tells no more; waits for a call of the listener that is under way, unless it is that call which closes. */
    @Override
    public void close() {
        closed = true;
        events.add(() -> {});
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Waiting {
        final AtomicInteger notifications = new AtomicInteger();
        final AtomicLong dropped = new AtomicLong();
    }
}

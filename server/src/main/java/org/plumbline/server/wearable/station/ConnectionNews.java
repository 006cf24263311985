package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.plumbline.server.wearable.radio.ConnectionState;

/** How the connection to one sensor stands: the radio tells it, the loop of the sensor waits for it. Any thread. */
final class ConnectionNews {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private ConnectionState state = ConnectionState.DISCONNECTED;
    private String reason = "";
    private boolean stopping;

    void told(ConnectionState now, String why) {
        lock.lock();
        try {
            state = now;
            reason = why;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody wants the connection any longer: whoever waits waits no more. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    boolean isConnected() {
        lock.lock();
        try {
            return state == ConnectionState.CONNECTED;
        } finally {
            lock.unlock();
        }
    }

    /** Why it stands so, as the radio told it, or else what was seen. */
    String reason(String seen) {
        lock.lock();
        try {
            return reason.isEmpty() ? seen : reason;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the connection stands so, for so long at the most or until nobody wants it; whether it does. */
    boolean await(Duration patience, Predicate<ConnectionState> isSo) throws InterruptedException {
        long leftNanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!isSo.test(state) && !stopping) {
                if (leftNanos <= 0) {
                    return false;
                }
                leftNanos = news.awaitNanos(leftNanos);
            }
            return isSo.test(state);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, or until nobody wants the connection. */
    void pause(Duration time) throws InterruptedException {
        boolean unused = await(time, any -> false);
    }
}

package org.plumbline.server.wearable.device;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.RadioSession;

/** Speaks to one connected sensor and waits for what it answers. One thread at a time; {@link #heard} from any. */
public final class SensorTalk {
    /** A write is answered within one connection event; a device that is busy with its flash takes longer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final RadioSession radio;
    private final String address;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();

    public SensorTalk(RadioSession radio, String address) {
        this.radio = radio;
        this.address = address;
    }

    /** What the sensor has: identifiers of its services and characteristics. */
    public Set<UUID> identifiers() throws LinkException, InterruptedException {
        return answer(radio.identifiers(address));
    }

    public byte[] read(UUID characteristic) throws LinkException, InterruptedException {
        return answer(radio.read(address, characteristic));
    }

    public void write(UUID characteristic, byte[] value) throws LinkException, InterruptedException {
        answer(radio.write(address, characteristic, value));
    }

    public void subscribe(UUID characteristic) throws LinkException, InterruptedException {
        answer(radio.subscribe(address, characteristic));
    }

    /** Waits until something that notifications bring is so; false where it is not after {@code patience}. */
    public boolean await(Duration patience, BooleanSupplier isSo) throws InterruptedException {
        long leftNanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!isSo.getAsBoolean()) {
                if (leftNanos <= 0) {
                    return false;
                }
                leftNanos = heard.awaitNanos(leftNanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the device time between two commands. */
    public void pause(Duration pause) throws InterruptedException {
        boolean unused = await(pause, () -> false);
    }

    /** A notification has come: whoever waits looks again. */
    public void heard() {
        lock.lock();
        try {
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static <T> T answer(CompletableFuture<T> asked) throws LinkException, InterruptedException {
        try {
            return asked.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new LinkException("it did not answer within " + ANSWER.toSeconds() + " s", silent);
        } catch (ExecutionException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw cause instanceof LinkException said
                    ? said
                    : new LinkException("it could not be asked: " + cause.getMessage(), cause);
        }
    }
}

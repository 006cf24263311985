package org.plumbline.server.wearable.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.plumbline.server.wearable.gateway.protocol.BootIdentity;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;

/**
 * From a gateway's monotonic clock to this process's {@link System#nanoTime}. On one system they are one clock. From another
 * box the offset is taken from the quickest of the last questions and answers, and is off by half of what it took at most;
 * clocks of computers drift apart by some 50 µs a second, so older answers are forgotten.
 */
final class GatewayClock {
    private static final int ANSWERS_KEPT = 16;
    /** With one identity but clocks so far apart, one of the two lives in a time namespace of its own. */
    private static final long SAME_CLOCK_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final boolean shared;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private volatile long offsetNanos;

    /** @param nowNanos this process's clock when the gateway's greeting came */
    GatewayClock(FromGateway.Hello hello, String bootId, long nowNanos) {
        long apartNanos = nowNanos - hello.nanos();
        shared = !bootId.isEmpty() && bootId.equals(hello.bootId()) && Math.abs(apartNanos) < SAME_CLOCK_NANOS;
        offsetNanos = shared ? 0 : apartNanos;
    }

    GatewayClock(FromGateway.Hello hello, long nowNanos) {
        this(hello, BootIdentity.here(), nowNanos);
    }

    boolean isShared() {
        return shared;
    }

    /** The gateway answered a question that was asked at {@code askedNanos}. */
    void answered(long askedNanos, long gatewayNanos, long nowNanos) {
        long tookNanos = nowNanos - askedNanos;
        if (shared || tookNanos < 0) {
            return;
        }
        answers.addLast(new Answer(tookNanos, askedNanos + tookNanos / 2 - gatewayNanos));
        if (answers.size() > ANSWERS_KEPT) {
            answers.removeFirst();
        }
        Answer quickest = answers.getFirst();
        for (Answer answer : answers) {
            quickest = answer.tookNanos() < quickest.tookNanos() ? answer : quickest;
        }
        offsetNanos = quickest.offsetNanos();
    }

    /** A time of the gateway on this process's clock; never later than now. */
    long here(long gatewayNanos, long nowNanos) {
        long mapped = gatewayNanos + offsetNanos;
        return mapped - nowNanos > 0 ? nowNanos : mapped;
    }

    private record Answer(long tookNanos, long offsetNanos) {}
}

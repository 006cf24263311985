package org.plumbline.server.training;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells a database that does not come back from one that has nowhere to write yet. One thread. */
final class Standstill {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private boolean counting;
    private long sinceNanos;

    /**
     * Takes in how it is now.
     *
     * @param still whether the database takes nothing
     * @param diskTakes whether the disk takes bytes; asked only where the database does not
     * @return whether the database took nothing for {@link #PATIENCE_NANOS} in which the disk took everything
     */
    boolean isFinal(long nowNanos, boolean still, BooleanSupplier diskTakes) {
        if (!still || !diskTakes.getAsBoolean()) {
            counting = false;
            return false;
        }
        if (!counting) {
            counting = true;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos >= PATIENCE_NANOS;
    }
}

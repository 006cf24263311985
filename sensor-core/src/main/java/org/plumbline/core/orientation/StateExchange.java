package org.plumbline.core.orientation;

import java.nio.ByteBuffer;

/**
 * One walk over a state that either writes it or reads it back, so that what is saved and what is restored cannot differ:
 * every method takes the present value and returns the value to go on with.
 */
final class StateExchange {
    private final ByteBuffer bytes;
    private final boolean writing;

    private StateExchange(ByteBuffer bytes, boolean writing) {
        this.bytes = bytes;
        this.writing = writing;
    }

    static StateExchange writing(ByteBuffer into) {
        return new StateExchange(into, true);
    }

    static StateExchange reading(ByteBuffer from) {
        return new StateExchange(from, false);
    }

    double value(double present) {
        if (writing) {
            bytes.putDouble(present);
            return present;
        }
        return bytes.getDouble();
    }

    long value(long present) {
        if (writing) {
            bytes.putLong(present);
            return present;
        }
        return bytes.getLong();
    }

    boolean flag(boolean present) {
        if (writing) {
            bytes.put((byte) (present ? 1 : 0));
            return present;
        }
        return bytes.get() != 0;
    }

    void values(double[] present) {
        for (int i = 0; i < present.length; i++) {
            present[i] = value(present[i]);
        }
    }
}

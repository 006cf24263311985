package org.plumbline.core.packet;

/** The two streams of a Polar sensor that are needed. */
public enum PolarMeasurement {
    /** Specific force, range in g. */
    ACCELERATION(2, 8),
    /** Angular rate, range in °/s. */
    ANGULAR_RATE(5, 2000);

    private final int code;
    private final int range;

    PolarMeasurement(int code, int range) {
        this.code = code;
        this.range = range;
    }

    int code() {
        return code;
    }

    int range() {
        return range;
    }
}

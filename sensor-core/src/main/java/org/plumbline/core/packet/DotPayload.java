package org.plumbline.core.packet;

/**
 * The payloads of a Movella (Xsens) DOT, by the number its measurement characteristic is written with (document
 * XD0506P). Every one begins with the time, u32 µs; the rest are floats and, in some, a status.
 *
 * <p>Only those with specific force and angular rate can be decoded to samples. The packed ones (1, 17, 25) can be read
 * by the vendor's library alone; those with free acceleration have gravity taken out by the device's own filter.
 */
public enum DotPayload {
    /** Orientation and free acceleration, with status. */
    EXTENDED_QUATERNION(2, 40, -1, -1),
    /** Free acceleration. */
    FREE_ACCELERATION(6, 20, -1, -1),
    /** Specific force, angular rate and magnetic field. */
    RATE_QUANTITIES_WITH_MAGNETIC_FIELD(20, 40, 4, 16),
    /** Specific force and angular rate: the one to ask for. */
    RATE_QUANTITIES(21, 40, 4, 16),
    /** Orientation, specific force and angular rate; needs a connection that allows 66 bytes. */
    CUSTOM_5(26, 63, 20, 32);

    private final int mode;
    private final int bytes;
    private final int specificForceAt;
    private final int angularRateAt;

    DotPayload(int mode, int bytes, int specificForceAt, int angularRateAt) {
        this.mode = mode;
        this.bytes = bytes;
        this.specificForceAt = specificForceAt;
        this.angularRateAt = angularRateAt;
    }

    /** The number the device knows it by. */
    public int mode() {
        return mode;
    }

    /** Whether it holds what a sample needs. */
    public boolean hasSamples() {
        return specificForceAt >= 0;
    }

    int bytes() {
        return bytes;
    }

    int specificForceAt() {
        return specificForceAt;
    }

    int angularRateAt() {
        return angularRateAt;
    }

    /** Where the fields end; what follows is padding and is zero. */
    int fieldsEnd() {
        return this == RATE_QUANTITIES_WITH_MAGNETIC_FIELD ? 34 : angularRateAt + 12;
    }
}

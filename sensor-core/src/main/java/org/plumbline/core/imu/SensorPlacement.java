package org.plumbline.core.imu;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a sensor sits, by the names of the recording file.
 *
 * <p>Only the trunk placements take part in the spine analysis; the others can be read and oriented.
 */
public enum SensorPlacement {
    /** Sacrum, S1/S2. */
    PELVIS(true),
    /** Lower back, about L5. */
    LUMBAR(true),
    /** T12/L1, or the chest at that height. */
    THORAX(true),
    /** C7 to T4. */
    UPPER_THORAX(true),
    /** A board in a laboratory. */
    LAB(false),
    /** The barbell. */
    BAR(false),
    /** The wrist. */
    WRIST(false);

    private final boolean trunk;

    SensorPlacement(boolean trunk) {
        this.trunk = trunk;
    }

    /** Whether the sensor sits on the trunk. */
    public boolean isTrunk() {
        return trunk;
    }

    /** The name used in recording files and JSON, for example {@code upper_thorax}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The placement of that file name, or empty where there is none such. */
    public static Optional<SensorPlacement> ofFileName(String fileName) {
        for (SensorPlacement placement : values()) {
            if (placement.fileName().equals(fileName)) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }
}

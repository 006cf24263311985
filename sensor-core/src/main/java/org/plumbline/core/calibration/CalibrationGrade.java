package org.plumbline.core.calibration;

import java.util.Locale;

/** How good a part of the calibration is. */
public enum CalibrationGrade {
    /** As intended: values may be read to the noise of the sensors. */
    GOOD,
    /** Usable, with a few degrees of doubt. */
    FAIR,
    /** Made from what there was: changes may be read, absolute angles may not. */
    POOR,
    /** Not there. */
    NONE;

    /** The word in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lesser of the two. */
    public CalibrationGrade orWorse(CalibrationGrade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

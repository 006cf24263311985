package org.plumbline.core.form;

import java.util.Locale;

/** The flags the product knows, by the names of the analysis result. Numbers F1–F16 and F22 are those of the metric catalogue. */
public enum FlagName {
    ROUNDING_UNDER_LOAD,
    DEEP_FLEXION,
    FLEXION_DRIFT,
    BASELINE_DEVIATION,
    NEUTRAL_LOST,
    TWIST_UNDER_LOAD,
    SIDE_BEND,
    FLEXION_WITH_TWIST,
    MOMENTUM,
    TEMPO,
    SPEED_LOSS,
    FORM_BREAKDOWN,
    RANGE_LOSS,
    LOCKOUT_EXTENSION,
    HIP_SHOOT,
    REHAB_LIMIT,
    QUALITY,
    /** One sensor only: the trunk's inclination departs from the approved template (catalogue, one-sensor mode). */
    TRUNK_DEVIATION,
    /** Pelvis sensor only: the pelvis tips backwards at the bottom more than usual (catalogue, one-sensor mode). */
    PELVIC_TUCK;

    /** The name in JSON, the database and the interface between pages and server, for example {@code speed_loss}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

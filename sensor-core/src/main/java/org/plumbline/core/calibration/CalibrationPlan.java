package org.plumbline.core.calibration;

/**
 * What is known beforehand about where in the stream the calibration lies. Times in microseconds on the common clock.
 *
 * @param neutralFromMicros start of the marked standing pause, or {@link #UNKNOWN}
 * @param neutralToMicros end of the marked standing pause
 * @param bendFromMicros start of the marked bows, or {@link #UNKNOWN}
 * @param bendToMicros end of the marked bows
 * @param setFromMicros start of the marked set, or {@link #UNKNOWN}
 * @param setToMicros end of the marked set, {@link Long#MAX_VALUE} where open
 */
public record CalibrationPlan(
        long neutralFromMicros,
        long neutralToMicros,
        long bendFromMicros,
        long bendToMicros,
        long setFromMicros,
        long setToMicros) {
    /** Time of a stretch that nobody marked. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Nothing is marked: stillness and bows are found in the data. */
    public static CalibrationPlan unmarked() {
        return new CalibrationPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Long.MAX_VALUE);
    }

    /** The same with a set that begins at that time, without bows. */
    CalibrationPlan beginningSetAt(long timeMicros) {
        return new CalibrationPlan(neutralFromMicros, neutralToMicros, UNKNOWN, UNKNOWN, timeMicros, setToMicros);
    }

    boolean neutralMarked() {
        return neutralFromMicros != UNKNOWN;
    }

    boolean bendMarked() {
        return bendFromMicros != UNKNOWN;
    }

    boolean setMarked() {
        return setFromMicros != UNKNOWN;
    }
}

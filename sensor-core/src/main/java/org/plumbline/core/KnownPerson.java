package org.plumbline.core;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.core.repetition.RepetitionCorrections;

/**
 * What is known of the person and the set before the first sample; everything is optional.
 *
 * @param limits limits for this person and exercise, or null for the defaults
 * @param baseline the person's approved repetitions of this exercise, or null
 * @param tempo durations the repetitions are meant to have, or null
 * @param loadKg load, kg; NaN where not known
 * @param calibration an earlier calibration of the same sensors as they sit now, or null
 * @param corrections what a person said about the count afterwards
 */
public record KnownPerson(
        @Nullable FormLimits limits,
        @Nullable FormBaseline baseline,
        @Nullable TempoTarget tempo,
        double loadKg,
        @Nullable StoredCalibration calibration,
        RepetitionCorrections corrections) {
    /** Nothing is known. */
    public static final KnownPerson UNKNOWN =
            new KnownPerson(null, null, null, Double.NaN, null, RepetitionCorrections.NONE);

    /** The same with that load, where none was known. */
    KnownPerson lifting(@Nullable Double headerLoadKg) {
        return !Double.isNaN(loadKg) || headerLoadKg == null
                ? this
                : new KnownPerson(limits, baseline, tempo, headerLoadKg, calibration, corrections);
    }
}

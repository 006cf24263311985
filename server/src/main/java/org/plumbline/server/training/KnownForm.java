package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.TempoTarget;

/**
 * What is known of a person's form in an exercise before a set. The set keeps it, so that it gives the same when it is analysed
 * again.
 *
 * @param limits limits for this person and exercise, or null where the defaults hold
 * @param baseline what the person's approved repetitions look like, or null
 * @param tempo durations the repetitions are meant to have, or null
 * @param outdated whether what changes by the day could not be brought up to the set: what stood before holds
 */
public record KnownForm(
        @Nullable FormLimits limits,
        @Nullable FormBaseline baseline,
        @Nullable TempoTarget tempo,
        boolean outdated) {
    /** Nothing is known. */
    public static final KnownForm NOTHING = new KnownForm(null, null, null, false);
}

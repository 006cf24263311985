package org.plumbline.server.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * A flag with what it rests on.
 *
 * @param level 1 notice, 2 caution, 3 stop suggested
 * @param title name of the flag
 * @param finding what the repetition did
 * @param metric what was measured
 * @param value how much
 * @param limit the limit passed
 * @param time when in the set
 * @param confidence how far it can be trusted
 * @param change what can be told from noise, in words
 * @param action one thing to do
 * @param measured whether value and limit are of something a person can picture; a weak signal has neither
 * @param changed of a change of form what changed, or null
 */
record Evidence(
        int level,
        String title,
        String finding,
        String metric,
        String value,
        String limit,
        String time,
        String confidence,
        String change,
        String action,
        boolean measured,
        @Nullable String changed) {
    static Evidence of(FormFlag flag, LimitNames names) {
        return of(flag, names, FormChanges.UNKNOWN);
    }

    /** A flag of a set. */
    static Evidence of(FormFlag flag, LimitNames names, FormChanges changes) {
        return of(flag, names, flag.timeS(), changes);
    }

    /** A flag of a repetition: of a peak it names the moment of the peak, and not the end at which it was judged. */
    static Evidence of(FormFlag flag, LimitNames names, StoredRepetition repetition, FormChanges changes) {
        return of(flag, names, FlagMoment.of(flag, repetition), changes);
    }

    private static Evidence of(FormFlag flag, LimitNames names, double timeS, FormChanges changes) {
        return new Evidence(
                flag.level(),
                FormWords.title(flag, names),
                changes.finding(flag, names),
                FormWords.metric(flag.metric()),
                FormWords.amount(flag, names),
                FormWords.limit(Math.abs(flag.limit()), flag.unit()),
                String.format(Locale.ROOT, "%.1f s", timeS),
                confidence(flag),
                FormWords.detectable(flag.minimalDetectableChange(), flag.unit()),
                FormWords.action(flag),
                flag.flag() != FlagName.QUALITY,
                changes.what(flag).orElse(null));
    }

    /** Ending a set is never suggested on low confidence: who reads of a caution reads that there may be more to it. */
    private static String confidence(FormFlag flag) {
        return flag.level() == 2 && flag.confidence() == Confidence.LOW
                ? Words.say("review.confidence.low-caution")
                : flag.confidence().jsonName();
    }
}

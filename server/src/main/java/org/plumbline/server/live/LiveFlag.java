package org.plumbline.server.live;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNames;

/**
 * A flag as a screen shows it: what was found, and the evidence.
 *
 * @param repetition repetition it belongs to
 * @param flag name of the flag
 * @param level 1 notice, 2 caution, 3 stop suggested
 * @param title what a person calls it
 * @param found what the repetition did, with the value, as the end of a sentence
 * @param action one thing to do
 * @param metric what was measured
 * @param value how much, with its unit
 * @param limit the limit passed, with its unit; null of a weak signal, which has none
 * @param timeS when, seconds on the set's clock
 * @param confidence how far the value can be trusted
 * @param detectable what can be told from noise in this channel, in words
 * @param logOnly whether it is a notice within the noise of its channel: it is listed, and changes no colour
 */
public record LiveFlag(
        int repetition,
        String flag,
        int level,
        String title,
        String found,
        String action,
        String metric,
        String value,
        @Nullable String limit,
        double timeS,
        String confidence,
        String detectable,
        boolean logOnly) {
    static LiveFlag of(FormFlag flag, int repetition, LimitNames names) {
        return new LiveFlag(
                repetition,
                flag.flag().jsonName(),
                flag.level(),
                FormWords.title(flag, names),
                FormWords.finding(flag, names),
                FormWords.action(flag),
                FormWords.metric(flag.metric()),
                FormWords.amount(flag, names),
                flag.flag() == FlagName.QUALITY ? null : FormWords.limit(Math.abs(flag.limit()), flag.unit()),
                Math.round(flag.timeS() * 10) / 10.0,
                flag.confidence().jsonName(),
                FormWords.detectable(flag.minimalDetectableChange(), flag.unit()),
                isLogOnly(flag));
    }

    /** A caution always shows; a notice only where it stands out of the noise. */
    static boolean isLogOnly(FormFlag flag) {
        return flag.level() < 2 && !FormWords.standsOut(flag);
    }

    boolean isSameAs(LiveFlag other) {
        return repetition == other.repetition && flag.equals(other.flag);
    }
}

package org.plumbline.server.training;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.web.Words;

/** The words for postures that are held, where those for repetitions do not fit: one place, as {@link FormWords} is for form. */
public final class HoldWords {
    /** Begin and end are found to this together, s, so that so much less than a target is no less: adherence counts the same. */
    private static final double FOUND_TO_S = Metric.HOLD_DURATION.minimalDetectableChange();

    private HoldWords() {}

    /** The text of a key, or where it is of holds the one that stands in its place there. */
    public static String say(boolean holds, String key, Object... arguments) {
        return holds
                ? Words.find(key + ".hold", arguments).orElseGet(() -> Words.say(key, arguments))
                : Words.say(key, arguments);
    }

    /**
     * For how long something was held, in whole seconds: {@code 14 s}, {@code 14 of 20 s}, {@code 22 s (target 20 s reached)}; at most
     * half a second less than a target as the target, {@code 7.5 of 7.5 s}, and never less than one that was reached.
     *
     * @param targetS for how long it was to be held, or null
     */
    public static String held(double heldS, @Nullable Double targetS) {
        return held(List.of(heldS), targetS);
    }

    /** A length as it was planned: {@code 20 s}, {@code 7.5 s}. */
    public static String seconds(double plannedS) {
        return Words.say("held.seconds", number(plannedS));
    }

    private static String number(double seconds) {
        return seconds == Math.rint(seconds)
                ? String.valueOf(Math.round(seconds))
                : String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static double said(double heldS, @Nullable Double targetS) {
        double wholeS = Math.round(heldS);
        // rounded down, a target that is no whole number would read as missed
        return targetS == null || heldS < targetS - FOUND_TO_S ? wholeS : Math.max(targetS, wholeS);
    }

    /**
     * The same of several, from the shortest to the longest: {@code 18–20 of 20 s}.
     *
     * @param heldS one at the least
     */
    public static String held(List<Double> heldS, @Nullable Double targetS) {
        double leastS = said(Collections.min(heldS), targetS);
        double mostS = said(Collections.max(heldS), targetS);
        String range = leastS == mostS ? number(leastS) : number(leastS) + "–" + number(mostS);
        if (targetS == null) {
            return Words.say("held.seconds", range);
        }
        boolean beyond = leastS >= targetS && mostS > targetS;
        return Words.say(beyond ? "held.reached" : "held.of", range, seconds(targetS));
    }
}

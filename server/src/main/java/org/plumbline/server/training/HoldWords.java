package org.plumbline.server.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/** The words for postures that are held, where those for repetitions do not fit: one place, as {@link FormWords} is for form. */
public final class HoldWords {
    private HoldWords() {}

    /** The text of a key, or where it is of holds the one that stands in its place there. */
    public static String say(boolean holds, String key, Object... arguments) {
        return holds
                ? Words.find(key + ".hold", arguments).orElseGet(() -> Words.say(key, arguments))
                : Words.say(key, arguments);
    }

    /**
     * For how long something was held: {@code 14 s}, {@code 14 of 20 s}. Begin and end are found to half a second together, so that
     * half a second less than a target is no less.
     *
     * @param targetS for how long it was to be held, or null
     */
    public static String held(double heldS, @Nullable Double targetS) {
        return held(List.of(heldS), targetS);
    }

    /** A length as it was planned: {@code 20 s}, {@code 7.5 s}. */
    public static String seconds(double plannedS) {
        return plannedS == Math.rint(plannedS)
                ? Words.say("held.seconds", String.valueOf(Math.round(plannedS)))
                : FormWords.amount(plannedS, "s");
    }

    /**
     * The same of several, from the shortest to the longest: {@code 18–20 of 20 s}.
     *
     * @param heldS one at the least
     */
    public static String held(List<Double> heldS, @Nullable Double targetS) {
        long least = heldS.stream().mapToLong(Math::round).min().orElseThrow();
        long most = heldS.stream().mapToLong(Math::round).max().orElseThrow();
        String range = least == most ? String.valueOf(least) : least + "–" + most;
        return targetS == null ? Words.say("held.seconds", range) : Words.say("held.of", range, seconds(targetS));
    }
}

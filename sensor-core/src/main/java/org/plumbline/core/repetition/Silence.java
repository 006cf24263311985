package org.plumbline.core.repetition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A while in which no sensor was heard, or not the one that shows the movement. What was done meanwhile is not known, and is never taken for nothing.
 *
 * @param fromS since when, s
 * @param toS until when, s; NaN while it goes on
 * @param phase where in a movement it began; null where the lifter was in none
 * @param holds whether the exercise is one of holds
 * @param heldS for how long a posture had been held then, s; NaN where none was
 * @param silentS for how much of it no sensor at all was heard, s; NaN while it goes on
 * @param ofAll whether that is all of it; else the one that shows the movement was lost alone, and a hold is taken to go on meanwhile
 * @param goesOn whether the movement is followed on as if nothing had been; after a longer silence it is begun anew
 */
public record Silence(
        double fromS,
        double toS,
        @Nullable RepetitionPhase phase,
        boolean holds,
        double heldS,
        double silentS,
        boolean ofAll,
        boolean goesOn) {

    /** How the sentence begins on a movement that was broken into. */
    public static final String MOVEMENT_UNDER_WAY = "A movement was under way at ";

    /** The same on a posture that was held. */
    public static final String HOLD_UNDER_WAY = "A hold was under way at ";

    /** The same where nothing was under way. */
    public static final String NOTHING_UNDER_WAY = "Nothing was seen from ";

    /** The same, now that its end is known, and that no sensor was heard in all of it. */
    Silence until(double endS) {
        return until(endS, endS - fromS);
    }

    /** The same, now that its end is known, and for how much of it no sensor was heard. */
    Silence until(double endS, double withoutAnyS) {
        return new Silence(fromS, endS, phase, holds, heldS, withoutAnyS, ofAll, goesOn);
    }

    /** Whether a posture was held as it began. */
    boolean isOfHold() {
        return !Double.isNaN(heldS);
    }

    /** Whether what a set has to say of its signals is the {@link #message} of a silence. */
    public static boolean isMessage(String said) {
        return said.startsWith(MOVEMENT_UNDER_WAY)
                || said.startsWith(HOLD_UNDER_WAY)
                || said.startsWith(NOTHING_UNDER_WAY);
    }

    /** What a person should know of it. */
    public String message() {
        if (phase == null) {
            return NOTHING_UNDER_WAY + seconds(fromS) + " to " + seconds(toS)
                    + (ofAll ? " as the sensors were silent" : " as the sensor that shows this exercise was silent")
                    + ": what was done then is not counted.";
        }
        String until =
                (ofAll ? " when the sensors went silent, until " : " when the sensor that shows it went silent, until ")
                        + seconds(toS);
        if (isOfHold()) {
            return HOLD_UNDER_WAY
                    + seconds(fromS)
                    + until
                    + (goesOn
                            ? ": the " + seconds(toS - fromS) + " in between " + countedAsHeld()
                            : ": not assessed and not counted. It had been held for " + seconds(heldS) + " then.");
        }
        String what = holds ? "holds" : "repetitions";
        return MOVEMENT_UNDER_WAY
                + seconds(fromS)
                + until
                + (goesOn
                        ? ": what was done in between is not assessed, and the number of " + what
                                + " may be wrong by it."
                        : ": not assessed and not counted.");
    }

    /** What becomes of the seconds of a hold: those in which another sensor was heard are measured as held. */
    private String countedAsHeld() {
        if (ofAll) {
            return "do not count as held.";
        }
        return silentS == 0
                ? "were not seen and count as held."
                : "were not seen, and " + seconds(toS - fromS - silentS) + " of them count as held.";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}

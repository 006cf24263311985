package org.plumbline.server.training;

import java.util.Locale;
import org.plumbline.server.web.Choice;

/** How much is said to a lifter while they lift. */
public enum CueMode {
    /** Nothing until the set is over: the log has it. */
    SILENT,
    /** Only where a limit is passed. */
    BANDWIDTH,
    /** Less from set to set, so that nobody comes to depend on it: every cue, then every second, then after the set. */
    FADING;

    /** The word that is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static CueMode ofWord(String word) {
        return Choice.of(CueMode.class, "mode", word);
    }

    /**
     * The share of repetitions whose cue is given in a set.
     *
     * @param setOfDay the how manieth set of that exercise today it is, from 1
     * @return 1 every one, 0.5 every second, 0 none until the set is over
     */
    public double share(int setOfDay) {
        return switch (this) {
            case SILENT -> 0;
            case BANDWIDTH -> 1;
            case FADING -> setOfDay <= EVERY_CUE ? 1 : setOfDay <= EVERY_SECOND ? HALF : 0;
        };
    }

    /** Sets of an exercise a day with every cue. */
    private static final int EVERY_CUE = 2;

    /** And up to this one with every second. */
    private static final int EVERY_SECOND = 4;

    private static final double HALF = 0.5;
}

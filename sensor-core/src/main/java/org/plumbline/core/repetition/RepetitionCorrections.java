package org.plumbline.core.repetition;

import java.util.List;

/**
 * What a person said about the count afterwards, by time on the recording's clock: the samples stay as they are, and the set
 * is analysed again with it.
 *
 * @param notRepetitionsMicros moments within movements that were counted and are no repetitions
 * @param repetitionsMicros moments within movements that were set aside and are repetitions
 */
public record RepetitionCorrections(List<Long> notRepetitionsMicros, List<Long> repetitionsMicros) {
    /** Nobody has corrected anything. */
    public static final RepetitionCorrections NONE = new RepetitionCorrections(List.of(), List.of());

    /** Times are shown to a hundredth of a second. */
    private static final double SHOWN_TO_S = 0.01;

    /** Whether a moment lies within a movement, its ends as they are shown to people included, s. */
    public static boolean isWithin(double timeS, double startS, double endS) {
        return timeS >= startS - SHOWN_TO_S && timeS <= endS + SHOWN_TO_S;
    }
}

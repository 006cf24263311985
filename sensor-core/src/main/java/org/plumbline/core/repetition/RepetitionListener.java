package org.plumbline.core.repetition;

/** Hears what the {@link RepetitionDetector} sees. */
public interface RepetitionListener {
    /** A phase has begun at that position; {@code number} is the number the repetition will have if it counts. */
    void onPhase(RepetitionPhase phase, int number, long position);

    /** A repetition is complete. */
    void onRepetition(RepetitionTimes repetition);
}

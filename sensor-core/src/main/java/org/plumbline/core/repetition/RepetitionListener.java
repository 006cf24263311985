package org.plumbline.core.repetition;

/** Hears what the {@link RepetitionDetector} sees. */
public interface RepetitionListener {
    /**
     * A phase has begun at that position; {@code number} is the number the repetition will have if it counts, and what waits for
     * a second one like it as well.
     */
    void onPhase(RepetitionPhase phase, int number, long position);

    /** From that position on the repetition that is done or comes next will have another number; it may go back. */
    default void onNext(int number, long position) {}

    /** A posture has been held since that position; {@code number} as in {@link #onPhase}. */
    default void onHold(int number, long position) {}

    /** The posture held since {@code from} was left at {@code to}. */
    default void onHoldEnd(int number, long from, long to) {}

    /** The movement is seen again after a while in which it was not. */
    default void onSilence(Silence silence) {}

    /** A repetition is complete and counts. It may be one or more behind: see {@link SetRhythm}. */
    void onRepetition(RepetitionTimes repetition);

    /** A set with repetitions is over: nobody has lifted for a while, or the lifter has walked away. */
    default void onSetEnd(int setNumber, double timeS, SetEndReason reason) {}
}

package org.plumbline.core;

import org.plumbline.core.form.FormFlag;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.repetition.SetEndReason;
import org.plumbline.core.spine.SpinePose;

/**
 * Hears what a {@link FormMonitor} finds, on the thread that feeds it, in the order of the samples.
 *
 * <p>Only {@link #onPose} is called per sample and must be quick; the others are rare.
 */
public interface FormListener {
    /**
     * A pose on the 100 Hz grid.
     *
     * @param pose the carrier is reused, copy what you keep
     * @param heldSagDeg how far the posture that is held now is from that of its first second, degrees: what a side plank is judged by;
     *     NaN where none is held, or it is not seen
     */
    default void onPose(SpinePose pose, double heldSagDeg) {}

    /** What the lifter is asked to do has changed. */
    default void onStage(SetStage stage, double timeS) {}

    /**
     * A phase of a repetition has begun; {@code repetitionNumber} is the number the repetition will have if it counts, and what
     * waits for a second one like it as well.
     */
    default void onPhase(RepetitionPhase phase, int repetitionNumber, double timeS) {}

    /**
     * A posture has been held since {@code sinceS}, which is told once it has lasted a second; {@code repetitionNumber} as in
     * {@link #onPhase}.
     */
    default void onHold(int repetitionNumber, double sinceS) {}

    /** The posture held since {@code sinceS} was left at {@code untilS}. Whether it counts comes with {@link #onRepetition}. */
    default void onHoldEnd(int repetitionNumber, double sinceS, double untilS) {}

    /** The repetition that is done or comes next will have another number; where a movement turns out to be none it goes back. */
    default void onNext(int repetitionNumber, double timeS) {}

    /** A limit was passed, as it happens. The same flag may come again in the repetition with a higher level. */
    default void onFlag(FormFlag flag, int repetitionNumber) {}

    /**
     * The movement is seen again after a while in which it was not: what was done then is not known. By default a
     * {@linkplain #onMessage message} like any other.
     */
    default void onSilence(String message, double timeS) {
        onMessage(message, timeS);
    }

    /** Something to say to the lifter now: at most one a repetition. */
    default void onCue(Cue cue) {}

    /** A repetition is complete, with all its flags. */
    default void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {}

    /**
     * A set with repetitions is over by itself: nobody has lifted for half a minute (longer where it is held), or the lifter has walked away. The
     * stream may go on with the next set.
     */
    default void onSetEnd(int setNumber, double timeS, SetEndReason reason) {}

    /** Something a person should know about the data or the calibration, in plain words. Said once each. */
    default void onMessage(String message, double timeS) {}
}

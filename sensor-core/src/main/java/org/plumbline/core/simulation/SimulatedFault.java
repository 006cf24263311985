package org.plumbline.core.simulation;

/** A scripted departure from the lifter's clean form. */
public sealed interface SimulatedFault {
    /** A departure in one repetition only. */
    sealed interface InRepetition extends SimulatedFault {
        /** Repetition, from 1. */
        int repetition();
    }

    /**
     * The lumbar spine flexes further after bar break.
     *
     * @param repetition repetition, from 1
     * @param gainDeg extra flexion after bar break, degrees
     */
    record Rounding(int repetition, double gainDeg) implements InRepetition {}

    /**
     * The thorax turns against the pelvis while the bar moves.
     *
     * @param repetition repetition, from 1
     * @param rotationDeg peak axial rotation, to the left positive, degrees
     */
    record Twist(int repetition, double rotationDeg) implements InRepetition {}

    /**
     * The thorax bends to one side against the pelvis while the bar moves.
     *
     * @param repetition repetition, from 1
     * @param bendDeg peak lateral bend, to the right positive, degrees
     */
    record SideBend(int repetition, double bendDeg) implements InRepetition {}

    /**
     * The pelvis tucks under at the bottom of a squat: the lumbar spine flexes over the last three tenths of the way down,
     * and comes back as the way up begins.
     *
     * @param repetition repetition, from 1
     * @param tuckDeg flexion from 70 % of the way down to the bottom, degrees
     */
    record Tuck(int repetition, double tuckDeg) implements InRepetition {}

    /**
     * The hips rise first: the trunk pitches forward in the first third of the way up.
     *
     * @param repetition repetition, from 1
     * @param pitchDeg how far the trunk pitches, degrees
     */
    record HipShoot(int repetition, double pitchDeg) implements InRepetition {}

    /**
     * The lumbar spine goes beyond neutral at the top.
     *
     * @param repetition repetition, from 1
     * @param extensionDeg extension beyond neutral, degrees
     */
    record HyperExtension(int repetition, double extensionDeg) implements InRepetition {}

    /**
     * The repetition does not go as far as the others.
     *
     * @param repetition repetition, from 1
     * @param lossPercent share of the range that is missing, percent
     */
    record DepthLoss(int repetition, double lossPercent) implements InRepetition {}

    /**
     * The first fifth of the way up is jerked.
     *
     * @param repetition repetition, from 1
     * @param timesUsual peak angular acceleration of the trunk there against a clean repetition, about
     */
    record Yank(int repetition, double timesUsual) implements InRepetition {}

    /**
     * A tremor of about 3.5 Hz on both ways.
     *
     * @param repetition repetition, from 1
     * @param amplitudeDeg size of the tremor to either side, degrees of the whole trunk
     */
    record Shaky(int repetition, double amplitudeDeg) implements InRepetition {}

    /**
     * Peak lumbar flexion grows from repetition to repetition.
     *
     * @param degPerRepetition growth, degrees a repetition
     */
    record Drift(double degPerRepetition) implements SimulatedFault {}

    /**
     * The lifter tires: the way up becomes slower.
     *
     * @param speedLossPercent loss of speed at the last repetition, percent
     */
    record Tiring(double speedLossPercent) implements SimulatedFault {}
}

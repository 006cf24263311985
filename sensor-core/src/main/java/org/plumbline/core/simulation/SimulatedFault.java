package org.plumbline.core.simulation;

/** A scripted departure from the lifter's clean form. */
public sealed interface SimulatedFault {
    /**
     * The lumbar spine flexes further after bar break.
     *
     * @param repetition repetition, from 1
     * @param gainDeg extra flexion after bar break, degrees
     */
    record Rounding(int repetition, double gainDeg) implements SimulatedFault {}

    /**
     * The thorax turns against the pelvis while the bar moves.
     *
     * @param repetition repetition, from 1
     * @param rotationDeg peak axial rotation, to the left positive, degrees
     */
    record Twist(int repetition, double rotationDeg) implements SimulatedFault {}

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

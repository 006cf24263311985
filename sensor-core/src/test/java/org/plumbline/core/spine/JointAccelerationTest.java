package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.orientation.Quaternions;

/** A segment that swings about a joint: the joint's own acceleration is all that may be seen. */
class JointAccelerationTest {
    private static final double[] LEVER_M = {0.10, -0.28, 0.04};
    private static final double PERIOD_S = 0.01;
    private static final double SWING_RAD_PER_S = 2 * Math.PI * 0.8;

    private final SegmentMotion segment =
            new SegmentMotion(new TrunkPosture(1).calibration().sensors().get(0));
    private final double[] seen = new double[3];

    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void whateverTheSegmentDoesAboutItOnlyTheJointsOwnAccelerationIsLeft(double jointMs2) {
        JointAcceleration joint = new JointAcceleration(LEVER_M);
        double left = 0;
        double sensor = 0;
        for (int tick = 1; tick < 1000; tick++) {
            swing(tick * PERIOD_S, jointMs2);
            assertEquals(tick > 1, joint.update(segment, seen));
            if (tick > 500) {
                left = Math.max(left, Math.hypot(seen[0], seen[1]));
                sensor = Math.max(sensor, Math.hypot(segment.specificForce[0], segment.specificForce[1]));
            }
        }
        double largest = left;
        assertTrue(sensor > 6, "the sensor itself is thrown about");
        assertEquals(jointMs2, largest, 0.05 * sensor, () -> "left " + largest);
    }

    @ParameterizedTest
    @ValueSource(ints = {3})
    void afterAJumpOfTimeItStartsAnew(int ticks) {
        JointAcceleration joint = new JointAcceleration(LEVER_M);
        for (int tick = 1; tick <= ticks; tick++) {
            swing(tick * PERIOD_S, 0);
            joint.update(segment, seen);
        }
        joint.restart();
        swing(100, 0);
        assertFalse(joint.update(segment, seen));
    }

    /** Fills the segment with what it measures at a time. */
    private void swing(double timeS, double jointMs2) {
        double[] before = new double[4];
        double[] after = new double[4];
        double[] turn = new double[4];
        double step = 1e-4;
        orientation(timeS - step, before);
        orientation(timeS + step, after);
        orientation(timeS, segment.orientation);
        Quaternions.multiplyConjugated(before, after, turn);
        Quaternions.toRotationVector(turn, segment.angularRate);
        for (int axis = 0; axis < 3; axis++) {
            segment.angularRate[axis] /= 2 * step;
        }
        double[] lever = new double[3];
        double[][] positions = new double[3][3];
        double[][] orientations = {before, segment.orientation, after};
        for (int i = 0; i < 3; i++) {
            Quaternions.rotate(orientations[i], LEVER_M, lever);
            for (int axis = 0; axis < 3; axis++) {
                positions[i][axis] = -lever[axis];
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            segment.specificForce[axis] =
                    (positions[0][axis] - 2 * positions[1][axis] + positions[2][axis]) / (step * step);
        }
        segment.specificForce[0] += jointMs2 * Math.sin(SWING_RAD_PER_S * timeS);
        segment.specificForce[2] += 9.81;
    }

    /** Swings about several axes at once. */
    private static void orientation(double timeS, double[] out) {
        double[] turn = new double[4];
        Quaternions.fromRotationVector(0.9 * Math.sin(SWING_RAD_PER_S * timeS), 0, 0, out);
        Quaternions.fromRotationVector(0, 0.7 * Math.sin(1.3 * SWING_RAD_PER_S * timeS), 0, turn);
        Quaternions.multiply(out, turn, out);
        Quaternions.fromRotationVector(0, 0, 0.8 * Math.cos(0.7 * SWING_RAD_PER_S * timeS), turn);
        Quaternions.multiply(out, turn, out);
    }
}

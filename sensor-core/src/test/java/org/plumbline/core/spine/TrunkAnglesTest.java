package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.orientation.Quaternions;
import org.plumbline.core.testing.RandomRotations;

class TrunkAnglesTest {
    private static final double STEP = 1e-6;

    @Test
    void whatAHeadingErrorDoesIsTheDerivativeWhateverThePosture() {
        Random random = new Random(1);
        TrunkAngles before = new TrunkAngles();
        TrunkAngles after = new TrunkAngles();
        double[] turn = {Math.cos(STEP / 2), 0, 0, Math.sin(STEP / 2)};
        for (int i = 0; i < 500; i++) {
            double[] lower = RandomRotations.quaternion(random);
            double[] upper = RandomRotations.quaternion(random);
            before.set(lower, upper);
            if (Math.abs(before.bend) > 1.4) {
                continue;
            }
            Quaternions.multiply(turn, upper, upper);
            after.set(lower, upper);
            assertEquals(before.flexionPerHeading, wrapped(after.flexion - before.flexion) / STEP, 1e-3);
            assertEquals(before.bendPerHeading, wrapped(after.bend - before.bend) / STEP, 1e-3);
            assertEquals(before.rotationPerHeading, wrapped(after.rotation - before.rotation) / STEP, 1e-3);
        }
    }

    private static double wrapped(double angleRad) {
        return HeadingFilter.wrapped(angleRad);
    }
}

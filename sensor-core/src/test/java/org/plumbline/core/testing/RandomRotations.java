package org.plumbline.core.testing;

import java.util.Random;

/** Random rotations and vectors for property tests, from a seed that the failing test names. */
public final class RandomRotations {
    private RandomRotations() {}

    /** A rotation drawn evenly from all rotations, {@code [w, x, y, z]}. */
    public static double[] quaternion(Random random) {
        return unit(random, 4);
    }

    /** A direction drawn evenly from the sphere. */
    public static double[] direction(Random random) {
        return unit(random, 3);
    }

    private static double[] unit(Random random, int size) {
        double[] vector = new double[size];
        double squared = 0;
        for (int i = 0; i < size; i++) {
            vector[i] = random.nextGaussian();
            squared += vector[i] * vector[i];
        }
        for (int i = 0; i < size; i++) {
            vector[i] /= Math.sqrt(squared);
        }
        return vector;
    }
}

package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.testing.RandomRotations;

/** The algebra, held to the rotation class of Commons Math and to its own laws. */
class QuaternionsPropertyTest {
    private static final int DRAWS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void productsOfUnitQuaternionsAreUnitQuaternions(long seed) {
        Random random = new Random(seed);
        double[] product = RandomRotations.quaternion(random);
        for (int i = 0; i < DRAWS; i++) {
            Quaternions.multiply(product, RandomRotations.quaternion(random), product);
            assertEquals(1, norm(product), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aProductTurnsAsItsFactorsOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] a = RandomRotations.quaternion(random);
            double[] b = RandomRotations.quaternion(random);
            double[] v = RandomRotations.direction(random);
            double[] product = new double[4];
            Quaternions.multiply(a, b, product);
            assertArrayEquals(rotated(a, rotated(b, v)), rotated(product, v), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void turnsAsTheMatrixOfAnotherLibraryDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] q = RandomRotations.quaternion(random);
            double[] v = RandomRotations.direction(random);
            assertArrayEquals(product(matrix(q), v), rotated(q, v), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theConjugateUndoesTheRotation(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] q = RandomRotations.quaternion(random);
            double[] v = RandomRotations.direction(random);
            double[] conjugate = new double[4];
            Quaternions.conjugate(q, conjugate);
            assertArrayEquals(v, rotated(conjugate, rotated(q, v)), 1e-12);

            double[] b = RandomRotations.quaternion(random);
            double[] expected = new double[4];
            Quaternions.multiply(conjugate, b, expected);
            double[] actual = new double[4];
            Quaternions.multiplyConjugated(q, b, actual);
            assertArrayEquals(expected, actual, 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOutputMayBeAnInput(long seed) {
        Random random = new Random(seed);
        double[] a = RandomRotations.quaternion(random);
        double[] b = RandomRotations.quaternion(random);
        double[] expected = new double[4];

        Quaternions.multiply(a, b, expected);
        double[] left = a.clone();
        Quaternions.multiply(left, b, left);
        assertArrayEquals(expected, left);
        double[] right = b.clone();
        Quaternions.multiply(a, right, right);
        assertArrayEquals(expected, right);

        Quaternions.multiplyConjugated(a, b, expected);
        left = a.clone();
        Quaternions.multiplyConjugated(left, b, left);
        assertArrayEquals(expected, left);
        right = b.clone();
        Quaternions.multiplyConjugated(a, right, right);
        assertArrayEquals(expected, right);

        Quaternions.interpolate(a, b, 0.3, expected);
        left = a.clone();
        Quaternions.interpolate(left, b, 0.3, left);
        assertArrayEquals(expected, left);

        double[] v = RandomRotations.direction(random);
        double[] turned = rotated(a, v);
        Quaternions.rotate(a, v, v);
        assertArrayEquals(turned, v);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theVerticalInAFrameIsTheEarthsVerticalTurnedBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] q = RandomRotations.quaternion(random);
            double[] up = new double[3];
            Quaternions.upInFrame(q, up);
            assertArrayEquals(new double[] {0, 0, 1}, rotated(q, up), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRotationVectorOfAnyLengthUpToHalfATurnComesBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] axis = RandomRotations.direction(random);
            double angle = i % 2 == 0 ? random.nextDouble() * 3.14 : Math.pow(10, -12 * random.nextDouble());
            double[] q = new double[4];
            Quaternions.fromRotationVector(angle * axis[0], angle * axis[1], angle * axis[2], q);
            assertEquals(1, norm(q), 1e-12);
            double[] back = new double[3];
            Quaternions.toRotationVector(q, back);
            for (int k = 0; k < 3; k++) {
                assertEquals(angle * axis[k], back[k], 1e-9 * angle);
                q[k] = -q[k];
            }
            q[3] = -q[3];
            double[] ofNegative = new double[3];
            Quaternions.toRotationVector(q, ofNegative);
            assertArrayEquals(back, ofNegative, 1e-12, "a quaternion and its negative are one rotation");
        }
    }

    @Test
    void aRotationVectorTurnsTheRightWayRound() {
        double[] q = new double[4];
        Quaternions.fromRotationVector(0, 0, Math.PI / 2, q);
        assertArrayEquals(new double[] {0, 1, 0}, rotated(q, new double[] {1, 0, 0}), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theColumnsOfARotationGiveItBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] q = RandomRotations.quaternion(random);
            if (i % 4 == 0) {
                // half turns, where three of the four ways to read the columns fail
                q[0] = 1e-9 * random.nextGaussian();
                Quaternions.normalize(q);
            }
            double[] x = rotated(q, new double[] {1, 0, 0});
            double[] y = rotated(q, new double[] {0, 1, 0});
            double[] z = rotated(q, new double[] {0, 0, 1});
            double[] back = new double[4];
            Quaternions.fromColumns(x, y, z, back);
            assertTrue(angleBetween(q, back) < 1e-7, () -> "turned by " + angleBetween(q, back));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSmallestRotationBetweenTwoDirectionsTurnsAboutAnAxisAcrossBoth(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] from = RandomRotations.direction(random);
            double[] to = RandomRotations.direction(random);
            double[] q = new double[4];
            Quaternions.fromTo(from, to, q);
            assertArrayEquals(to, rotated(q, from), 1e-9);
            assertEquals(0, q[1] * from[0] + q[2] * from[1] + q[3] * from[2], 1e-9);
            assertEquals(0, q[1] * to[0] + q[2] * to[1] + q[3] * to[2], 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1e-7, 1e-5, 1e-4, 1e-3, 1e-2})
    void oppositeDirectionsAndAlmostOppositeOnesAreTurnedOntoEachOther(double off) {
        Random random = new Random(5);
        double[][] directions = {
            {1, 0, 0},
            {0, 1, 0},
            {0, 0, 1},
            {-1, 0, 0},
            RandomRotations.direction(random),
            {0.95, 0, -Math.sqrt(0.0975)}
        };
        for (double[] from : directions) {
            double[] q = new double[4];
            Quaternions.fromRotationVector(off, -off, off, q);
            double[] to = rotated(q, new double[] {-from[0], -from[1], -from[2]});
            Quaternions.fromTo(from, to, q);
            assertArrayEquals(to, rotated(q, from), 3e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void interpolationGoesTheShortWayFromOneToTheOther(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            double[] a = RandomRotations.quaternion(random);
            double[] axis = RandomRotations.direction(random);
            double[] step = new double[4];
            Quaternions.fromRotationVector(0.1 * axis[0], 0.1 * axis[1], 0.1 * axis[2], step);
            double[] b = new double[4];
            Quaternions.multiply(a, step, b);
            if (i % 2 == 0) {
                b = new double[] {-b[0], -b[1], -b[2], -b[3]};
            }
            double[] between = new double[4];
            Quaternions.interpolate(a, b, 0.25, between);
            assertEquals(0.025, angleBetween(a, between), 1e-5);
            assertEquals(0.075, angleBetween(b, between), 1e-5);
        }
    }

    @Test
    void whatHasNoLengthBecomesTheIdentity() {
        double[] q = {0, 0, 0, 0};
        Quaternions.normalize(q);
        assertArrayEquals(new double[] {1, 0, 0, 0}, q);
    }

    private static double[] rotated(double[] q, double[] v) {
        double[] out = new double[3];
        Quaternions.rotate(q, v, out);
        return out;
    }

    private static double norm(double[] q) {
        return Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    }

    private static double angleBetween(double[] a, double[] b) {
        double[] difference = new double[4];
        Quaternions.multiplyConjugated(a, b, difference);
        double[] vector = new double[3];
        Quaternions.toRotationVector(difference, vector);
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }

    /** The matrix that takes a vector to where {@code q} turns it; Commons Math counts its quaternions the other way round. */
    private static double[][] matrix(double[] q) {
        Rotation rotation = new Rotation(q[0], -q[1], -q[2], -q[3], false);
        double[][] matrix = new double[3][3];
        for (int column = 0; column < 3; column++) {
            Vector3D turned =
                    rotation.applyTo(new Vector3D(column == 0 ? 1 : 0, column == 1 ? 1 : 0, column == 2 ? 1 : 0));
            matrix[0][column] = turned.getX();
            matrix[1][column] = turned.getY();
            matrix[2][column] = turned.getZ();
        }
        return matrix;
    }

    private static double[] product(double[][] matrix, double[] v) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            out[row] = matrix[row][0] * v[0] + matrix[row][1] * v[1] + matrix[row][2] * v[2];
        }
        return out;
    }
}

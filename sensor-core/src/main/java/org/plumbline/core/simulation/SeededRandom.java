package org.plumbline.core.simulation;

import java.util.Random;

/**
 * Random numbers by seed and purpose, so that a change in one part of the simulation leaves the others as they were.
 */
final class SeededRandom {
    /** What the numbers are for. */
    enum Purpose {
        LIFTER,
        REPETITION,
        SWAY,
        SENSOR,
        RADIO,
        WALKER,
        SESSION,
        INTERLUDE,
        TREMOR,
        TOUCH
    }

    /** Bound of what varies from one repetition to the next, in standard deviations. */
    static final double NEVER_MORE_THAN = 1.5;

    private final Random random;

    SeededRandom(long seed, Purpose purpose, int index) {
        // the finalizer of SplitMix64: seeds next to each other must not give similar sequences
        long mixed = seed + 0x9E3779B97F4A7C15L * (1 + purpose.ordinal() * 64L + index);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        random = new Random(mixed ^ (mixed >>> 31));
    }

    double uniform(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    double gaussian(double standardDeviation) {
        return standardDeviation * random.nextGaussian();
    }

    /** Gaussian, drawn again until it lies within {@code bound} standard deviations. */
    double boundedGaussian(double standardDeviation, double bound) {
        double standard = random.nextGaussian();
        while (Math.abs(standard) > bound) {
            standard = random.nextGaussian();
        }
        return standardDeviation * standard;
    }

    /** The value, a little more or less: never by more than {@link #NEVER_MORE_THAN} times the share. */
    double varied(double value, double share) {
        return value * (1 + boundedGaussian(share, NEVER_MORE_THAN));
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A rotation of which every orientation is equally likely (Shoemake 1992), w x y z. */
    double[] rotation() {
        double first = random.nextDouble();
        double second = 2 * Math.PI * random.nextDouble();
        double third = 2 * Math.PI * random.nextDouble();
        double low = Math.sqrt(1 - first);
        double high = Math.sqrt(first);
        return new double[] {
            high * Math.cos(third), low * Math.sin(second), low * Math.cos(second), high * Math.sin(third)
        };
    }
}

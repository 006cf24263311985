package org.plumbline.core.simulation;

/**
 * What never stops: sway about the ankles, small corrections of the trunk, and breathing.
 *
 * <p>Sums of sines with random phases, so that the value at any time is known without simulating up to it. A person who
 * stands still sways by half a degree to a degree, mostly at 0.2 to 0.6 Hz.
 */
final class StandingSway {
    /** The moving parts. */
    enum Part {
        /** Whole body about the ankles, forward. */
        LEAN_FORWARD(0.34),
        /** Whole body about the ankles, to the right. */
        LEAN_RIGHT(0.2),
        /** Thorax against pelvis, flexion. */
        FLEXION(0.15),
        /** Thorax against pelvis, to the right. */
        BEND(0.1),
        /** Thorax against pelvis, to the left. */
        ROTATION(0.15);

        private final double amplitudeDeg;

        Part(double amplitudeDeg) {
            this.amplitudeDeg = amplitudeDeg;
        }
    }

    private static final int SINES = 3;
    private static final double LOWEST_HZ = 0.2;
    private static final double HIGHEST_HZ = 0.6;

    /** Tilt of a sensor at T12 with a quiet breath. */
    private static final double BREATH_DEG = 0.25;

    private final double[][] frequencyRadPerS = new double[Part.values().length][SINES];
    private final double[][] phaseRad = new double[Part.values().length][SINES];
    private final double[] sineAmplitudeDeg = new double[Part.values().length];
    private final double breathRadPerS;

    StandingSway(long seed) {
        SeededRandom random = new SeededRandom(seed, SeededRandom.Purpose.SWAY, 0);
        for (Part part : Part.values()) {
            sineAmplitudeDeg[part.ordinal()] = part.amplitudeDeg * random.uniform(0.7, 1.2) / Math.sqrt(SINES);
            for (int sine = 0; sine < SINES; sine++) {
                // one sine in each third of the band, so that no two of them beat slowly
                double third = (HIGHEST_HZ - LOWEST_HZ) / SINES;
                double frequencyHz = random.uniform(LOWEST_HZ + sine * third, LOWEST_HZ + (sine + 1) * third);
                frequencyRadPerS[part.ordinal()][sine] = 2 * Math.PI * frequencyHz;
                phaseRad[part.ordinal()][sine] = random.uniform(0, 2 * Math.PI);
            }
        }
        breathRadPerS = 2 * Math.PI * random.uniform(0.22, 0.3);
    }

    double atDeg(Part part, double timeS) {
        double[] frequencies = frequencyRadPerS[part.ordinal()];
        double[] phases = phaseRad[part.ordinal()];
        double sum = 0;
        for (int sine = 0; sine < SINES; sine++) {
            sum += Math.sin(frequencies[sine] * timeS + phases[sine]);
        }
        return sum * sineAmplitudeDeg[part.ordinal()];
    }

    /** Extension of the thorax by the breath. */
    double breathDeg(double timeS) {
        return BREATH_DEG * Math.sin(breathRadPerS * timeS);
    }
}

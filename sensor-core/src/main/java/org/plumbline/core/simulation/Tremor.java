package org.plumbline.core.simulation;

/** Writes the tremor of a repetition that is not smooth: half-waves of the whole trunk, no two alike. */
final class Tremor {
    /** Half a wave of about 3.5 Hz, as slow as a struggle looks. */
    private static final double HALF_WAVE_S = 0.14;

    private final AngleCourse trunk;
    private final SeededRandom random;

    Tremor(MotionPlan plan, long seed) {
        trunk = plan.course(BodyAngle.PELVIS_TILT);
        random = new SeededRandom(seed, SeededRandom.Purpose.TREMOR, 0);
    }

    /** Shakes from {@code startS} on; none where the amplitude is 0. */
    void shake(double startS, double durationS, double amplitudeDeg) {
        if (amplitudeDeg == 0) {
            return;
        }
        int halfWaves = (int) (durationS / HALF_WAVE_S);
        for (int wave = 0; wave < halfWaves; wave++) {
            double peakDeg = (wave % 2 == 0 ? 1 : -1) * amplitudeDeg * random.uniform(0.7, 1.3);
            trunk.pulse(startS + wave * HALF_WAVE_S, HALF_WAVE_S, peakDeg);
        }
    }
}

package org.plumbline.core.simulation;

import java.util.List;

/**
 * What walking does to the trunk, besides carrying it along: it bobs, surges, sways from leg to leg and turns against
 * itself.
 *
 * <p>Harmonics of the stride, whose size is given as acceleration, because that is what can be measured: those of 92
 * straight walks in 46 recordings at L5 (Voisard's gait data set, 1.6 to 2.0 steps a second), whose standard deviations
 * are 1.8 to 2.6 m/s² vertically, 1.4 to 1.9 forward and 1.2 to 1.5 sideways (quartiles) and whose angular rates are about
 * 20 deg/s on each axis. They leave a rise and fall of some 3 cm with each step. How the thorax turns against the pelvis
 * is after Crosbie, Vachalathiti and Smith 1997: about 10 degrees of rotation and 8 of side bend from peak to peak, 3 of
 * flexion.
 *
 * <p>A carrier: {@link #moveTo} fills the fields, zero between the walks.
 */
final class Gait {
    /** Harmonics of the stride and acceleration of each, m/s²: even ones come with every step, odd ones with every other. */
    private static final int[] UP_HARMONICS = {1, 2, 4, 6, 8, 10};

    private static final double[] UP_MS2 = {0.25, 2.3, 0.7, 0.9, 0.9, 0.8};
    private static final int[] FORWARD_HARMONICS = {2, 4, 6, 8, 10};
    private static final double[] FORWARD_MS2 = {1.3, 0.9, 0.85, 0.5, 0.6};
    private static final int[] LEFT_HARMONICS = {1, 3, 5, 7, 9};
    private static final double[] LEFT_MS2 = {0.5, 0.6, 0.75, 0.7, 0.6};

    /** How far apart the harmonics of a footfall peak. */
    private static final double SPREAD_RAD = 0.8;

    /** The pelvis in space; the smaller, faster part is the jerk of the landing foot. */
    private static final double PELVIS_TURN_DEG = 4;

    private static final double PELVIS_TURN_JERK_DEG = 0.6;
    private static final double PELVIS_LIST_DEG = 3;
    private static final double PELVIS_LIST_JERK_DEG = 0.7;
    private static final double PELVIS_TILT_DEG = 1.2;
    private static final double PELVIS_TILT_JERK_DEG = 0.4;

    /** The thorax against it. */
    private static final double COUNTER_ROTATION_DEG = 5;

    private static final double COUNTER_BEND_DEG = 4;
    private static final double FLEXION_DEG = 1.5;

    private final GaitBout[] bouts;
    private final double[] upPhaseRad;
    private final double[] forwardPhaseRad;
    private final double[] leftPhaseRad;
    private final double turnPhaseRad;
    private final double bendPhaseRad;
    private final double tiltPhaseRad;

    double upM;
    double forwardM;
    double leftM;
    double pelvisTurnDeg;
    double pelvisListDeg;
    double pelvisTiltDeg;
    double flexionDeg;
    double bendDeg;
    double rotationDeg;

    Gait(List<GaitBout> bouts, long seed) {
        this.bouts = bouts.toArray(new GaitBout[0]);
        SeededRandom walker = new SeededRandom(seed, SeededRandom.Purpose.WALKER, 0);
        double footfallRad = phase(walker);
        upPhaseRad = phasesOfPeak(walker, UP_HARMONICS, footfallRad, -Math.PI / 2);
        forwardPhaseRad = phasesOfPeak(walker, FORWARD_HARMONICS, footfallRad, Math.PI / 2);
        leftPhaseRad = phases(walker, LEFT_HARMONICS.length);
        turnPhaseRad = phase(walker);
        bendPhaseRad = phase(walker);
        tiltPhaseRad = phase(walker);
    }

    private static double[] phases(SeededRandom walker, int count) {
        double[] phases = new double[count];
        for (int index = 0; index < count; index++) {
            phases[index] = phase(walker);
        }
        return phases;
    }

    /** Phases with which the accelerations of all harmonics come to a peak about together: the foot lands. */
    private static double[] phasesOfPeak(SeededRandom walker, int[] harmonics, double peakRad, double quarterRad) {
        double[] phases = new double[harmonics.length];
        for (int index = 0; index < harmonics.length; index++) {
            phases[index] = quarterRad - harmonics[index] * peakRad + walker.uniform(-SPREAD_RAD, SPREAD_RAD);
        }
        return phases;
    }

    private static double phase(SeededRandom walker) {
        return walker.uniform(0, 2 * Math.PI);
    }

    void moveTo(double timeS) {
        int last = lastStartedBy(timeS);
        if (last < 0 || timeS >= bouts[last].endS()) {
            stand();
            return;
        }
        GaitBout bout = bouts[last];
        double share = bout.share(timeS);
        double strideRad = bout.stridePhaseRad(timeS);
        double strideRadPerS = Math.PI * bout.stepHz();
        upM = share * displacementM(UP_HARMONICS, UP_MS2, upPhaseRad, strideRad, strideRadPerS);
        forwardM = share * displacementM(FORWARD_HARMONICS, FORWARD_MS2, forwardPhaseRad, strideRad, strideRadPerS);
        leftM = share * displacementM(LEFT_HARMONICS, LEFT_MS2, leftPhaseRad, strideRad, strideRadPerS);
        double turn = share * Math.sin(strideRad + turnPhaseRad);
        pelvisTurnDeg = PELVIS_TURN_DEG * turn + PELVIS_TURN_JERK_DEG * share * Math.sin(3 * strideRad + bendPhaseRad);
        rotationDeg = -COUNTER_ROTATION_DEG * turn;
        double bend = share * Math.sin(strideRad + bendPhaseRad);
        pelvisListDeg = PELVIS_LIST_DEG * bend + PELVIS_LIST_JERK_DEG * share * Math.sin(3 * strideRad + tiltPhaseRad);
        bendDeg = -COUNTER_BEND_DEG * bend;
        double tilt = share * Math.sin(2 * strideRad + tiltPhaseRad);
        pelvisTiltDeg = PELVIS_TILT_DEG * tilt + PELVIS_TILT_JERK_DEG * share * Math.sin(4 * strideRad + turnPhaseRad);
        flexionDeg = -FLEXION_DEG * tilt;
    }

    private void stand() {
        upM = 0;
        forwardM = 0;
        leftM = 0;
        pelvisTurnDeg = 0;
        pelvisListDeg = 0;
        pelvisTiltDeg = 0;
        flexionDeg = 0;
        bendDeg = 0;
        rotationDeg = 0;
    }

    private int lastStartedBy(double timeS) {
        int low = 0;
        int high = bouts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bouts[middle].startS() <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static double displacementM(
            int[] harmonics, double[] accelerationMs2, double[] phaseRad, double strideRad, double strideRadPerS) {
        double sum = 0;
        for (int index = 0; index < harmonics.length; index++) {
            double radPerS = harmonics[index] * strideRadPerS;
            sum += accelerationMs2[index]
                    / (radPerS * radPerS)
                    * Math.sin(harmonics[index] * strideRad + phaseRad[index]);
        }
        return sum;
    }
}

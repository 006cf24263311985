package org.plumbline.core.calibration;

/**
 * Tells from bends whether a lower and an upper sensor sit in each other's place. Bending forward the thorax leans further
 * than the pelvis, by as much as the lumbar spine flexes; where the sensor that is called the pelvis leans further in one
 * deep bend after the other, it is the thorax.
 *
 * <p>Standing, a spine extends by 20 to 25 degrees at the most (White and Panjabi 1990), and never so in a deep bend: there
 * an arched back comes near to neutral. Allocates nothing.
 */
final class SwapEvidence {
    /** An excursion begins when either sensor leans further, degrees. */
    private static final double ENTER_DEG = 30;

    /** It ends when both lean less, degrees. */
    private static final double LEAVE_DEG = 15;

    /** A bend less deep says nothing, degrees. */
    private static final double DEEP_DEG = 38;

    /** The pelvis leans no further beyond the thorax at the deepest point of a bend, degrees. */
    private static final double NOT_A_SPINE_DEG = 10;

    /** An arched back may come so near to it: such a bend speaks for the sensors as they are named, degrees. */
    private static final double ARCHED_DEG = 5;

    /** So much all bends together must be beyond a spine, degrees: three squats, two lifts from the floor, two bows. */
    private static final double SURE_DEG = 36;

    private static final int FEWEST_BENDS = 2;

    /** Longer than this somebody lies or kneels, and is not bending, ticks. */
    private static final int LONGEST_TICKS = 15 * org.plumbline.core.orientation.OrientationGrid.RATE_HZ;

    private boolean out;
    private int ticks;
    private double deepestDeg;
    private double flexionAtDeepestDeg;
    private int bends;
    private double sumDeg;
    private boolean swapped;

    /** Takes the inclinations of a tick; NaN where a sensor is missing. */
    void add(double lowerDeg, double upperDeg) {
        double larger = Math.max(lowerDeg, upperDeg);
        if (Double.isNaN(larger)) {
            return;
        }
        if (!out && larger > ENTER_DEG) {
            out = true;
            ticks = 0;
            deepestDeg = 0;
            flexionAtDeepestDeg = 0;
        }
        if (!out) {
            return;
        }
        ticks++;
        if (lowerDeg + upperDeg > 2 * deepestDeg) {
            deepestDeg = (lowerDeg + upperDeg) / 2;
            flexionAtDeepestDeg = upperDeg - lowerDeg;
        }
        if (larger < LEAVE_DEG) {
            out = false;
            close();
        }
    }

    private void close() {
        if (ticks > LONGEST_TICKS || deepestDeg + Math.abs(flexionAtDeepestDeg) / 2 < DEEP_DEG) {
            return;
        }
        if (flexionAtDeepestDeg > -ARCHED_DEG) {
            bends = 0;
            sumDeg = 0;
        } else if (flexionAtDeepestDeg < -NOT_A_SPINE_DEG) {
            bends++;
            sumDeg -= flexionAtDeepestDeg;
            swapped |= bends >= FEWEST_BENDS && sumDeg >= SURE_DEG;
        }
    }

    /** Whether no other explanation is left. */
    boolean isSwapped() {
        return swapped;
    }

    /** Whether the bends so far, the one in progress included, are none of a spine: too little to be sure, enough to doubt. */
    boolean isDoubtful() {
        boolean nowBeyond = out
                && ticks <= LONGEST_TICKS
                && deepestDeg + Math.abs(flexionAtDeepestDeg) / 2 >= DEEP_DEG
                && flexionAtDeepestDeg < -NOT_A_SPINE_DEG;
        return bends > 0 || nowBeyond;
    }
}

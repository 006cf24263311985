package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * Tells a sensor that has slipped from a person who stands otherwise: at the upright pauses (standing, or the lockout of a
 * repetition) the vertical in one sensor's axes has moved by more than {@value #SLIPPED_DEG}° while the other sensor's has
 * not, and at the next pause it is still there.
 *
 * <p>People hold a bar otherwise than they stand before it, so a lockout is compared with the first lockouts of the set, and a
 * standing pause with neutral. A sensor that turned about the vertical is not seen here; the relative heading takes that.
 * Allocates nothing after construction.
 */
final class SlipWatch {
    /** Recalibrate beyond this (form-metrics, section 1), degrees. */
    static final double SLIPPED_DEG = 5;

    /** The other sensor has not moved: people stand alike within this, degrees. */
    private static final double OTHER_STAYED_DEG = 4;

    /** Two pauses after a slip agree within this, degrees. */
    private static final double STAYS_DEG = 4;

    /** The first lockout may be so far from neutral; beyond this it is no reference, degrees. */
    private static final double LOCKOUT_FROM_NEUTRAL_DEG = 10;

    /** A person is upright while a sensor is within this of neutral, degrees. */
    private static final double UPRIGHT_DEG = 12;

    /** A sensor that leans more has come off or its wearer bends, degrees. */
    private static final double MOST_DEG = 40;

    /** Nobody moves who turns more slowly, rad/s. */
    private static final double QUIET_RATE = Math.toRadians(15);

    /** Shorter than this the trunk turns round and does not pause, ticks. */
    private static final int SHORTEST_TICKS = 3 * OrientationGrid.RATE_HZ / 10;

    /** A standing pause is taken in pieces of this length at the most, ticks. */
    private static final int LONGEST_TICKS = 3 * OrientationGrid.RATE_HZ;

    /** Between two pauses somebody bends, beyond this of neutral, degrees. */
    private static final double BENT_DEG = 20;

    private final int sensorCount;
    private final double[][] neutralUp;
    private final double[][] lockoutUp;
    private final double[][] sum;
    private final double[][] moved;
    private final double[] up = new double[3];
    private final double[] fromReference = new double[2];
    private final boolean neutralKnown;
    private boolean hasLockout;
    private int ticks;
    private int stillTicks;
    private boolean bent;
    private int suspect = -1;
    private double suspectDeg;
    private long suspectMicros;
    private int slipped = -1;
    private double slipDeg;
    private long slipMicros;

    SlipWatch(Calibration calibration) {
        sensorCount = calibration.sensors().size();
        neutralKnown = calibration.neutral().compareTo(CalibrationGrade.FAIR) <= 0;
        neutralUp = new double[sensorCount][3];
        lockoutUp = new double[sensorCount][3];
        sum = new double[sensorCount][3];
        moved = new double[sensorCount][3];
        for (int i = 0; i < sensorCount; i++) {
            calibration.sensors().get(i).upAtNeutral(neutralUp[i]);
        }
    }

    /** Takes the next tick. */
    void accept(OrientationTick tick) {
        if (slipped >= 0 || !tick.complete() || (sensorCount == 1 && !neutralKnown)) {
            endPause(tick.timeMicros);
            return;
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        boolean quiet = tick.walkingShare < 0.5;
        for (int i = 0; i < sensorCount; i++) {
            Quaternions.upInFrame(tick.orientation[i], up);
            double deg = Verticals.angleDeg(up, neutralUp[i]);
            least = Math.min(least, deg);
            most = Math.max(most, deg);
            double[] rate = tick.angularRate[i];
            quiet &= rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2] < QUIET_RATE * QUIET_RATE;
        }
        bent |= least > BENT_DEG;
        if (!quiet || least > UPRIGHT_DEG || most > MOST_DEG) {
            endPause(tick.timeMicros);
            return;
        }
        ticks++;
        stillTicks += tick.still ? 1 : 0;
        for (int i = 0; i < sensorCount; i++) {
            Quaternions.upInFrame(tick.orientation[i], up);
            for (int axis = 0; axis < 3; axis++) {
                sum[i][axis] += up[axis];
            }
        }
        if (ticks >= LONGEST_TICKS) {
            endPause(tick.timeMicros);
        }
    }

    private void endPause(long timeMicros) {
        if (ticks >= SHORTEST_TICKS) {
            judge(timeMicros, stillTicks > ticks / 2);
        }
        if (ticks > 0) {
            ticks = 0;
            stillTicks = 0;
            for (double[] vector : sum) {
                vector[0] = 0;
                vector[1] = 0;
                vector[2] = 0;
            }
        }
    }

    private void judge(long timeMicros, boolean standing) {
        double mostFromNeutral = 0;
        for (int i = 0; i < sensorCount; i++) {
            mostFromNeutral = Math.max(mostFromNeutral, Verticals.angleDeg(sum[i], neutralUp[i]));
        }
        if (!(standing && neutralKnown) && !hasLockout && mostFromNeutral < LOCKOUT_FROM_NEUTRAL_DEG) {
            for (int i = 0; i < sensorCount; i++) {
                System.arraycopy(sum[i], 0, lockoutUp[i], 0, 3);
            }
            hasLockout = true;
        }
        if (!neutralKnown && !hasLockout) {
            return;
        }
        double[][] reference = hasLockout && !(standing && neutralKnown) ? lockoutUp : neutralUp;
        for (int i = 0; i < sensorCount; i++) {
            fromReference[i] = Verticals.angleDeg(sum[i], reference[i]);
        }
        int moving = movedSensor();
        if (moving < 0) {
            suspect = -1;
        } else if (moving == suspect && !bent) {
            // somebody who rests goes on sitting or leaning as they do: only a bend makes the next pause another one
            return;
        } else if (moving == suspect && Verticals.angleDeg(sum[moving], moved[moving]) < STAYS_DEG) {
            slipped = moving;
            slipDeg = fromReference[moving];
            slipMicros = suspectMicros;
        } else {
            suspect = moving;
            suspectDeg = fromReference[moving];
            suspectMicros = timeMicros;
            bent = false;
            System.arraycopy(sum[moving], 0, moved[moving], 0, 3);
        }
    }

    /** The one sensor that has moved, or −1 where none has, or both have as when somebody stands bent. */
    private int movedSensor() {
        if (sensorCount == 1) {
            return fromReference[0] > SLIPPED_DEG ? 0 : -1;
        }
        int more = fromReference[1] > fromReference[0] ? 1 : 0;
        boolean alone = fromReference[1 - more] < OTHER_STAYED_DEG && fromReference[1 - more] < fromReference[more] / 2;
        return fromReference[more] > SLIPPED_DEG && alone ? more : -1;
    }

    /** The sensor that has slipped, or −1. */
    int slippedSensor() {
        return slipped;
    }

    /** By how much it has slipped, or may have where one pause only shows it, degrees; 0 where none has. */
    double slipDeg() {
        return slipped >= 0 ? slipDeg : suspect >= 0 ? suspectDeg : 0;
    }

    /** When that was first seen, µs. */
    long slipMicros() {
        return slipMicros;
    }
}

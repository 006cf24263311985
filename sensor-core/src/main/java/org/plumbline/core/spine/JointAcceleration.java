package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.Quaternions;

/**
 * Horizontal acceleration of the lumbosacral joint as one sensor's rigid segment moves it:
 * A = R(f + α × r + ω × (ω × r)), horizontal part, band-passed. Both segments meet there, so both must see the same A, each
 * in its own heading (Kok, Hol and Schön 2014; Weygers and Kok 2020).
 */
final class JointAcceleration {
    private final double[] leverM;
    private final double[] rateBefore = new double[3];
    private final double[] atJoint = new double[3];
    private final BandPass east = new BandPass();
    private final BandPass north = new BandPass();
    private boolean started;

    /** @param leverM from the sensor to the joint, in the segment's axes */
    JointAcceleration(double... leverM) {
        this.leverM = leverM.clone();
    }

    /** What was before is over. */
    void restart() {
        started = false;
        east.restart();
        north.restart();
    }

    /**
     * @param out horizontal acceleration of the joint in the sensor's earth frame, m/s²
     * @return false for the first tick after a start
     */
    boolean update(SegmentMotion segment, double[] out) {
        double[] rate = segment.angularRate;
        boolean continues = started;
        if (continues) {
            double angularX = (rate[0] - rateBefore[0]) * OrientationGrid.RATE_HZ;
            double angularY = (rate[1] - rateBefore[1]) * OrientationGrid.RATE_HZ;
            double angularZ = (rate[2] - rateBefore[2]) * OrientationGrid.RATE_HZ;
            double along = rate[0] * leverM[0] + rate[1] * leverM[1] + rate[2] * leverM[2];
            double squared = rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2];
            atJoint[0] = angularY * leverM[2] - angularZ * leverM[1] + rate[0] * along - squared * leverM[0];
            atJoint[1] = angularZ * leverM[0] - angularX * leverM[2] + rate[1] * along - squared * leverM[1];
            atJoint[2] = angularX * leverM[1] - angularY * leverM[0] + rate[2] * along - squared * leverM[2];
            Quaternions.rotate(segment.orientation, atJoint, atJoint);
            out[0] = east.next(segment.specificForce[0] + atJoint[0]);
            out[1] = north.next(segment.specificForce[1] + atJoint[1]);
        }
        System.arraycopy(rate, 0, rateBefore, 0, 3);
        started = true;
        return continues;
    }
}

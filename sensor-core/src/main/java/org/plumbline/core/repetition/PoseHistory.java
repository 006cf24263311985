package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/**
 * The last minute and a half of trunk angles on the grid, low-passed at 6 Hz, so that a repetition can be measured once it
 * is known to be one. Positions count from the first pose of the set and stay the same when old poses fall out.
 *
 * <p>Allocates nothing after construction.
 */
public final class PoseHistory {
    /** The angles kept. */
    public enum Channel {
        PELVIS_TILT,
        LUMBAR_FLEXION,
        LATERAL_BEND,
        AXIAL_ROTATION,
        TRUNK_INCLINATION,
        /** What repetitions are told by: the mean of the inclinations there are. */
        MOVEMENT
    }

    /** Cut-off for angles (form-metrics, section 1), Hz. */
    private static final double CUTOFF_HZ = 6;

    private static final int CAPACITY = 90 * OrientationGrid.RATE_HZ;
    private static final int CHANNELS = Channel.values().length;

    private final double[][] values = new double[CHANNELS][CAPACITY];
    private final long[] timeMicros = new long[CAPACITY];
    private final LowPass[] filters = new LowPass[CHANNELS];
    private long end;

    public PoseHistory() {
        for (int i = 0; i < CHANNELS; i++) {
            filters[i] = new LowPass(CUTOFF_HZ, OrientationGrid.RATE_HZ);
        }
    }

    /** Takes the next pose of the grid. */
    public void add(SpinePose pose) {
        int slot = (int) (end % CAPACITY);
        timeMicros[slot] = pose.timeMicros;
        put(slot, Channel.PELVIS_TILT, pose.pelvisTiltDeg);
        put(slot, Channel.LUMBAR_FLEXION, pose.lumbarFlexionDeg);
        put(slot, Channel.LATERAL_BEND, pose.lateralBendDeg);
        put(slot, Channel.AXIAL_ROTATION, pose.axialRotationDeg);
        put(slot, Channel.TRUNK_INCLINATION, pose.trunkInclinationDeg);
        put(slot, Channel.MOVEMENT, movement(pose));
        end++;
    }

    private void put(int slot, Channel channel, double value) {
        int index = channel.ordinal();
        values[index][slot] = filters[index].next(value);
    }

    private static double movement(SpinePose pose) {
        boolean pelvis = !Double.isNaN(pose.pelvisTiltDeg);
        boolean trunk = !Double.isNaN(pose.trunkInclinationDeg);
        if (pelvis && trunk) {
            return 0.5 * (pose.pelvisTiltDeg + pose.trunkInclinationDeg);
        }
        return pelvis ? pose.pelvisTiltDeg : pose.trunkInclinationDeg;
    }

    /** Position after the newest pose. */
    public long end() {
        return end;
    }

    /** Oldest position still kept. */
    public long first() {
        return Math.max(0, end - CAPACITY);
    }

    /** The value of a channel at a position that is kept; NaN where not assessed. */
    public double value(Channel channel, long position) {
        return values[channel.ordinal()][(int) (position % CAPACITY)];
    }

    /** Time of a position that is kept, microseconds. */
    public long timeMicros(long position) {
        return timeMicros[(int) (position % CAPACITY)];
    }

    /** Time of a position that is kept, seconds. */
    public double timeS(long position) {
        return timeMicros(position) * 1e-6;
    }
}

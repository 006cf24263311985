package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/**
 * The last minute and a half of trunk angles on the grid, or the longest hold, low-passed at 6 Hz, so that a repetition can be
 * measured once it is known to be one. Positions count from the first pose of the set and stay the same when old poses fall out. Where time
 * jumps, what was before it is over: {@link #first} moves behind the jump.
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
        /**
         * What repetitions are told by: the mean of the inclinations. While one of two sensors is missing it is taken as
         * far from the other as it last was, so that the movement does not jump.
         */
        MOVEMENT,
        /** Error to expect of the lumbar flexion; likewise the next two. */
        LUMBAR_FLEXION_SIGMA,
        LATERAL_BEND_SIGMA,
        AXIAL_ROTATION_SIGMA,
        PELVIS_LATERAL_LEAN,
        TRUNK_LATERAL_LEAN,
        /** Turn about the vertical, unwrapped: it may run beyond 180°. */
        TRUNK_TURN,
        /** Speed of the movement, bending positive, deg/s, low-passed at 10 Hz; NaN while a sensor is missing. */
        MOVEMENT_SPEED,
        /** Magnitude of the angular velocity of the thorax (or of the one sensor there is), deg/s, low-passed at 10 Hz. */
        TRUNK_ANGULAR_SPEED,
        /** Specific force along the vertical at the lower sensor, m/s². */
        VERTICAL_FORCE,
        /** How likely the wearer walks, 0 to 1; see {@link WalkingWatch}. */
        WALKING,
        /** How far the body has dropped in the last seconds, m; see {@link VerticalTravel}. */
        DROP,
        /** Speed of the body upward, m/s, from an unknown start: only its change over a few seconds means something. */
        UPWARD_SPEED,
        /** Lumbar flexion as it is watched live, low-passed at {@value #LIVE_CUTOFF_HZ} Hz; likewise the next two. */
        LIVE_FLEXION,
        LIVE_BEND,
        LIVE_ROTATION
    }

    /** From this likelihood on the wearer is said to walk. */
    public static final double WALKING_FROM = 0.5;

    /** Cut-off for angles (form-metrics, section 1), Hz. */
    private static final double CUTOFF_HZ = 6;

    /**
     * Cut-off for angles that a live cue waits for, Hz. Fused angles carry no more noise between 6 and 12 Hz than a dwell keeps
     * out, and the low-pass delays by half as much.
     */
    public static final double LIVE_CUTOFF_HZ = 12;

    /** What is kept at the least, s. */
    private static final double LEAST_S = 90;

    /** What is not heard for longer is not just late, positions: half a second. */
    static final int LONGEST_LATE_TICKS = OrientationGrid.RATE_HZ / 2;

    private static final int CHANNELS = Channel.values().length;

    /**
     * What belongs to one pose lies side by side: a full gym has five hundred of these, and what is written at once shall not lie
     * in twenty places of the memory. One array, because G1 with regions of a megabyte leaves one of this
     * size where it is, instead of carrying it along. Floats have seven digits, far beyond what a sensor measures.
     */
    private final float[] poses;

    private final int capacity;
    private final long[] timeMicros;
    private final LowPass[] filters = new LowPass[CHANNELS];
    private final WalkingWatch walking = new WalkingWatch();
    private final VerticalTravel travel = new VerticalTravel();
    private final boolean[] whole;
    private final TrunkSpeed speed = new TrunkSpeed();
    private double trunkBeyondPelvisDeg = Double.NaN;
    private double lastTurnDeg = Double.NaN;
    private long end;
    private long jump;

    /** A history of an exercise of which no repetition is longer than what every history keeps. */
    public PoseHistory() {
        this(0);
    }

    /** @param longestS the longest repetition or hold that is to be measured, s */
    public PoseHistory(double longestS) {
        capacity = (int) Math.ceil(Math.max(LEAST_S, longestS)) * OrientationGrid.RATE_HZ;
        poses = new float[capacity * CHANNELS];
        timeMicros = new long[capacity];
        whole = new boolean[capacity];
        for (Channel channel : Channel.values()) {
            boolean live = channel.compareTo(Channel.LIVE_FLEXION) >= 0;
            filters[channel.ordinal()] = new LowPass(live ? LIVE_CUTOFF_HZ : CUTOFF_HZ, OrientationGrid.RATE_HZ);
        }
    }

    /** Takes the next pose of the grid. */
    public void add(SpinePose pose) {
        if (jumpsTo(pose.timeMicros)) {
            jump = end;
            for (LowPass filter : filters) {
                filter.restart();
            }
            speed.restart();
            travel.restart();
            walking.restart();
        }
        int slot = (int) (end % capacity);
        timeMicros[slot] = pose.timeMicros;
        put(slot, Channel.PELVIS_TILT, pose.pelvisTiltDeg);
        put(slot, Channel.LUMBAR_FLEXION, pose.lumbarFlexionDeg);
        put(slot, Channel.LATERAL_BEND, pose.lateralBendDeg);
        put(slot, Channel.AXIAL_ROTATION, pose.axialRotationDeg);
        put(slot, Channel.TRUNK_INCLINATION, pose.trunkInclinationDeg);
        put(slot, Channel.LUMBAR_FLEXION_SIGMA, pose.lumbarFlexionSigmaDeg);
        put(slot, Channel.LATERAL_BEND_SIGMA, pose.lateralBendSigmaDeg);
        put(slot, Channel.AXIAL_ROTATION_SIGMA, pose.axialRotationSigmaDeg);
        put(slot, Channel.PELVIS_LATERAL_LEAN, pose.pelvisLateralLeanDeg);
        put(slot, Channel.TRUNK_LATERAL_LEAN, pose.trunkLateralLeanDeg);
        put(slot, Channel.TRUNK_TURN, unwrapped(pose.trunkTurnDeg));
        put(slot, Channel.VERTICAL_FORCE, pose.verticalForceMs2);
        put(slot, Channel.DROP, travel.next(pose.verticalForceMs2, pose.still));
        keep(slot, Channel.UPWARD_SPEED, travel.upwardMs());
        put(slot, Channel.LIVE_FLEXION, pose.lumbarFlexionDeg);
        put(slot, Channel.LIVE_BEND, pose.lateralBendDeg);
        put(slot, Channel.LIVE_ROTATION, pose.axialRotationDeg);
        addMovement(slot, pose.pelvisTiltDeg, pose.trunkInclinationDeg);
        addSpeed(slot, pose);
        keep(
                slot,
                Channel.WALKING,
                walking.next(pose.walkingShare, kept(Channel.MOVEMENT, slot), kept(Channel.DROP, slot)));
        end++;
    }

    private double unwrapped(double turnDeg) {
        if (Double.isNaN(turnDeg)) {
            return turnDeg;
        }
        double last = Double.isNaN(lastTurnDeg) ? turnDeg : lastTurnDeg;
        double stepDeg = turnDeg - last;
        // the remainder is slow, and nearly always the step itself
        lastTurnDeg = last + (Math.abs(stepDeg) <= 180 ? stepDeg : Math.IEEEremainder(stepDeg, 360));
        return lastTurnDeg;
    }

    private void put(int slot, Channel channel, double value) {
        keep(slot, channel, filters[channel.ordinal()].next(value));
    }

    private void keep(int slot, Channel channel, double value) {
        poses[slot * CHANNELS + channel.ordinal()] = (float) value;
    }

    private double kept(Channel channel, int slot) {
        return poses[slot * CHANNELS + channel.ordinal()];
    }

    private void addMovement(int slot, double pelvisDeg, double trunkDeg) {
        boolean pelvis = !Double.isNaN(pelvisDeg);
        boolean trunk = !Double.isNaN(trunkDeg);
        if (pelvis && trunk) {
            trunkBeyondPelvisDeg = trunkDeg - pelvisDeg;
        }
        boolean two = !Double.isNaN(trunkBeyondPelvisDeg);
        double half = two ? 0.5 * trunkBeyondPelvisDeg : 0;
        double movementDeg = pelvis ? pelvisDeg + half : trunkDeg - half;
        put(slot, Channel.MOVEMENT, movementDeg);
        whole[slot] = two ? pelvis && trunk : pelvis || trunk;
        keep(slot, Channel.MOVEMENT_SPEED, speed.movementDegPerS(whole[slot] ? movementDeg : Double.NaN));
    }

    private void addSpeed(int slot, SpinePose pose) {
        boolean pelvisAlone = Double.isNaN(trunkBeyondPelvisDeg) && Double.isNaN(pose.trunkInclinationDeg);
        keep(
                slot,
                Channel.TRUNK_ANGULAR_SPEED,
                speed.magnitudeDegPerS(
                        pelvisAlone ? pose.pelvisTiltDeg : pose.trunkInclinationDeg,
                        pose.trunkLateralLeanDeg,
                        pose.trunkTurnDeg));
    }

    /** Position after the newest pose. */
    public long end() {
        return end;
    }

    /** Oldest position still kept since the last jump of time. */
    public long first() {
        return Math.max(jump, end - capacity);
    }

    /** Whether a pose of that time would be no neighbour of the newest: with it nothing before can be read any more. */
    public boolean jumpsTo(long nextMicros) {
        return end > 0 && nextMicros - timeMicros(end - 1) > OrientationGrid.PERIOD_MICROS;
    }

    /** Whether the newest pose is the first one, or the first after a jump of time. */
    public boolean startsAnew() {
        return end - 1 == jump;
    }

    /** Whether every sensor that has been seen in the set was there at a position that is kept. */
    public boolean isWhole(long position) {
        return whole[(int) (position % capacity)];
    }

    /** Whether no sensor was heard at a position that is kept. */
    boolean isSilent(long position) {
        return Double.isNaN(value(Channel.MOVEMENT, position));
    }

    /**
     * For how many positions of a stretch no sensor was heard at all, where that lasted: packets come late and in bursts.
     *
     * @param to position after the last
     */
    public long silentTicks(long from, long to) {
        long silent = 0;
        long since = Math.max(first(), from);
        for (long k = since; k < Math.min(to, end); k++) {
            if (!isSilent(k)) {
                since = k + 1;
            } else if (k + 1 - since > LONGEST_LATE_TICKS) {
                silent += k + 1 - since == LONGEST_LATE_TICKS + 1 ? LONGEST_LATE_TICKS + 1 : 1;
            }
        }
        return silent;
    }

    /** The value of a channel at a position that is kept; NaN where not assessed. */
    public double value(Channel channel, long position) {
        return kept(channel, (int) (position % capacity));
    }

    /** Time of a position that is kept, microseconds. */
    public long timeMicros(long position) {
        return timeMicros[(int) (position % capacity)];
    }

    /** Time of a position that is kept, seconds. */
    public double timeS(long position) {
        return timeMicros(position) * 1e-6;
    }
}

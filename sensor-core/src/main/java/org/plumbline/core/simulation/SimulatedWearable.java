package org.plumbline.core.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.spine.SpinePose;

/**
 * Two simulated sensors on a simulated lifter, read like a radio: samples in the order of their arrival, each with the
 * time of its own sensor's clock and the host time of its arrival.
 *
 * <p>The host's clock reads zero when the lifter begins. Samples are computed as they are asked for: a set of hours
 * needs no more memory than one of seconds. One thread at a time; asking for a sample allocates nothing.
 */
public final class SimulatedWearable {
    private final List<SensorDescription> sensors;
    private final MotionPlan plan;
    private final BodyKinematics kinematics;
    private final RadioLink pelvis;
    private final RadioLink thorax;
    private @Nullable SimulationTruth truth;
    private final double[] lastOrientation = new double[4];
    private double lastTimeS = Double.NaN;

    public SimulatedWearable(SimulationScript script) {
        this(script, SensorConditions.realistic());
    }

    /**
     * @throws IllegalArgumentException where a sensor is to slip after a repetition that is not there
     */
    public SimulatedWearable(SimulationScript script, SensorConditions conditions) {
        this(MotionPlanner.plan(script), script.seed(), conditions);
    }

    SimulatedWearable(MotionPlan plan, long seed, SensorConditions conditions) {
        this.plan = plan;
        sensors = List.of(
                new SensorDescription(SensorPlacement.PELVIS, conditions.rateHz(), "simulated, S2"),
                new SensorDescription(SensorPlacement.THORAX, conditions.rateHz(), "simulated, T12"));
        kinematics = new BodyKinematics(plan, seed);
        pelvis = link(SensorPlacement.PELVIS, seed, conditions);
        thorax = link(SensorPlacement.THORAX, seed, conditions);
    }

    private RadioLink link(SensorPlacement placement, long seed, SensorConditions conditions) {
        int index = placement == SensorPlacement.PELVIS ? 0 : 1;
        SensorSeat seat = SensorSeat.of(placement, conditions.mishaps(), plan.repetitions);
        return new RadioLink(index, seed, conditions, kinematics, seat, plan.endS);
    }

    /** The sensors, in the order of {@code ImuSample.sensorIndex}. */
    public List<SensorDescription> sensors() {
        return sensors;
    }

    /** Fills {@code into} with the next sample to arrive; false when the set is over. */
    public boolean next(ImuSample into) {
        if (pelvis.isOver() && thorax.isOver()) {
            return false;
        }
        boolean pelvisFirst = thorax.isOver() || (!pelvis.isOver() && pelvis.nextArrivalS() <= thorax.nextArrivalS());
        lastTimeS = (pelvisFirst ? pelvis : thorax).take(into, lastOrientation);
        return true;
    }

    /** What really happened; known from the start, worked out when first asked for. */
    public SimulationTruth truth() {
        SimulationTruth known = truth;
        if (known == null) {
            known = new SimulationTruth(new TruthMeasurement(kinematics).of(plan.repetitions), List.copyOf(plan.marks));
            truth = known;
        }
        return known;
    }

    /** Host time from the beginning to the end of the script, seconds. */
    public double durationS() {
        return plan.endS;
    }

    /** The true pose of the bones at a host time, all fields of {@code into}; neutral standing is zero. */
    public void truePose(long hostMicros, SpinePose into) {
        kinematics.poseAt(hostMicros * 1e-6, into);
        into.timeMicros = hostMicros;
    }

    /** Host time at which the last sample handed out was really taken, seconds; NaN before the first. */
    public double trueTimeS() {
        return lastTimeS;
    }

    /** True orientation of its sensor at the last sample handed out: sensor to earth with z up, w x y z. */
    public void trueOrientation(double[] into) {
        System.arraycopy(lastOrientation, 0, into, 0, 4);
    }

    /** True bias of a sensor's gyroscope as of its last frame, in sensor axes, rad/s. */
    public void trueGyroBias(int sensorIndex, double[] into) {
        (sensorIndex == 0 ? pelvis : thorax).gyroBias(into);
    }
}

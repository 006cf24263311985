package org.plumbline.server.wearable.radio.simulated;

import java.util.concurrent.TimeUnit;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/**
 * A simulated lifter in real time, who wears sensors: stands still, begins the script at some moment, and stands again after
 * it. The lifter moves on whether or not a sensor streams.
 *
 * <p>All sensors are sampled at the same rate, so that where the script begins it begins for all at once: they agree on the
 * time of a movement to the nanosecond, and only their own clocks and the air part them.
 */
public final class SimulatedLifter {
    /** Rate of the open profile's usual chip, a second. */
    public static final double TIMU_RATE_HZ = 104;

    /** Later than all samples. */
    static final long NEVER = Long.MAX_VALUE;

    private final SimulationScript script;
    private final SensorConditions conditions;
    private final boolean beginsWithStream;
    private final double periodS;
    private final long epochNanos = System.nanoTime();
    private volatile long beginning = NEVER;

    private SimulatedLifter(SimulationScript script, double rateHz, boolean beginsWithStream) {
        this.script = script;
        this.beginsWithStream = beginsWithStream;
        periodS = 1 / rateHz;
        conditions =
                SensorConditions.realistic().withRateHz(rateHz).withLostShare(0).withClockSkew(0);
    }

    /**
     * Begins the script as soon as a sensor streams for the first time.
     *
     * @param rateHz samples a second of every sensor
     */
    public static SimulatedLifter beginningWithStream(SimulationScript script, double rateHz) {
        return new SimulatedLifter(script, rateHz, true);
    }

    /**
     * Stands until {@link #begin}.
     *
     * @param rateHz samples a second of every sensor
     */
    public static SimulatedLifter standing(SimulationScript script, double rateHz) {
        return new SimulatedLifter(script, rateHz, false);
    }

    /** A sensor on this lifter: 0 for the pelvis, 1 for the thorax. Each device wants one of its own. */
    public WornSensor sensor(int index) {
        return new WornSensor(this, index);
    }

    /** The script begins now; if it has begun before, anew. */
    public void begin() {
        beginning = (long) Math.ceil(secondsAt(System.nanoTime()) / periodS);
    }

    /** Whether the script has begun. */
    public boolean hasBegun() {
        return beginning != NEVER;
    }

    /** How long the script takes, seconds. */
    public double scriptSeconds() {
        return wearable().durationS();
    }

    synchronized void streams() {
        if (beginsWithStream && beginning == NEVER) {
            begin();
        }
    }

    /** The moment at which the script began, in sampling periods since the lifter came. */
    long beginning() {
        return beginning;
    }

    SimulationScript script() {
        return script;
    }

    double periodS() {
        return periodS;
    }

    /** Seconds since this lifter came. */
    double secondsAt(long nanos) {
        return (nanos - epochNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    long nanosAt(double seconds) {
        return epochNanos + Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
    }

    /** The script from its start. */
    SimulatedWearable wearable() {
        return new SimulatedWearable(script, conditions);
    }

    /** The same lifter with the same sensors, who stands still for some seconds first. */
    SimulatedWearable standingStill() {
        SimulationScript still = SimulationScript.clean(script.exercise(), 1, script.seed());
        return new SimulatedWearable(still, conditions);
    }
}

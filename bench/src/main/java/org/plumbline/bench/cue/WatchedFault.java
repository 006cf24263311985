package org.plumbline.bench.cue;

import org.plumbline.core.form.FlagName;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/** A fault that passes a caution while the bar moves. */
enum WatchedFault {
    ROUNDING_8("rounding of 8°", FlagName.ROUNDING_UNDER_LOAD, 6),
    ROUNDING_10("rounding of 10°", FlagName.ROUNDING_UNDER_LOAD, 6),
    ROUNDING_14("rounding of 14°", FlagName.ROUNDING_UNDER_LOAD, 6),
    TWIST_14("twist of 14°", FlagName.TWIST_UNDER_LOAD, 10),
    SIDE_BEND_14("side bend of 14°", FlagName.SIDE_BEND, 10),
    DEEP_FLEXION("deep flexion (limit in percent of the largest)", FlagName.DEEP_FLEXION, Double.NaN);

    /** The repetition that has it. */
    static final int REPETITION = 4;

    static final int REPETITIONS = 6;

    /** The posture at bar break is read over so long, s. */
    private static final double POSTURE_S = 0.1;

    private static final double DEEP_ROUNDING_DEG = 24;
    private static final double DEEP_DRIFT_DEG = 9;

    private final String title;
    private final FlagName flag;
    private final double cautionDeg;

    WatchedFault(String title, FlagName flag, double cautionDeg) {
        this.title = title;
        this.flag = flag;
        this.cautionDeg = cautionDeg;
    }

    String title() {
        return title;
    }

    FlagName flag() {
        return flag;
    }

    /** The limit, degrees; NaN where it is a share of the largest flexion. */
    double cautionDeg() {
        return cautionDeg;
    }

    SimulationScript script(String exercise, long seed) {
        SimulationScript clean = SimulationScript.clean(exercise, REPETITIONS, seed);
        switch (this) {
            case ROUNDING_8:
                return clean.with(new SimulatedFault.Rounding(REPETITION, 8));
            case ROUNDING_10:
                return clean.with(new SimulatedFault.Rounding(REPETITION, 10));
            case ROUNDING_14:
                return clean.with(new SimulatedFault.Rounding(REPETITION, 14));
            case TWIST_14:
                return clean.with(new SimulatedFault.Twist(REPETITION, 14));
            case SIDE_BEND_14:
                return clean.with(new SimulatedFault.SideBend(REPETITION, 14));
            default:
                return exercise.equals(SimulationScript.DEADLIFT)
                        ? clean.with(new SimulatedFault.Rounding(REPETITION, DEEP_ROUNDING_DEG))
                        : clean.with(new SimulatedFault.Drift(DEEP_DRIFT_DEG));
        }
    }

    /** Whether a way up must be recognised before it can be said. */
    boolean isOfTheWayUp() {
        return this != DEEP_FLEXION;
    }

    double angleDeg(SpinePose pose) {
        switch (this) {
            case TWIST_14:
                return pose.axialRotationDeg;
            case SIDE_BEND_14:
                return pose.lateralBendDeg;
            default:
                return pose.lumbarFlexionDeg;
        }
    }

    /**
     * When a course of the angle passes the limit in a repetition, s; NaN where it does not.
     *
     * @param timesS times of the course, s
     * @param degrees the course
     */
    double crossingS(double[] timesS, double[] degrees, SimulationTruth.Repetition repetition, double limitDeg) {
        double fromS = isOfTheWayUp() ? repetition.barBreakS() : repetition.startS();
        double sum = 0;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < timesS.length && timesS[i] < repetition.topS(); i++) {
            if (timesS[i] > fromS - POSTURE_S && timesS[i] <= fromS) {
                sum += degrees[i];
                count++;
            } else if (timesS[i] > fromS) {
                least = Math.min(least, degrees[i]);
                most = Math.max(most, degrees[i]);
                if (value(degrees[i], sum / count, most - least) >= limitDeg) {
                    return timesS[i];
                }
            }
        }
        return Double.NaN;
    }

    private double value(double angleDeg, double beforeDeg, double rangeDeg) {
        switch (flag) {
            case ROUNDING_UNDER_LOAD:
                return angleDeg - beforeDeg;
            case DEEP_FLEXION:
                return angleDeg;
            default:
                return rangeDeg;
        }
    }
}

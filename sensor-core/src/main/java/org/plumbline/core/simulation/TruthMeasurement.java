package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plumbline.core.spine.SpinePose;

/** Measures repetitions on the bones of the simulated lifter. */
final class TruthMeasurement {
    private static final double STEP_S = 0.002;

    /** Definition of metric M11. */
    private static final double TUCK_FROM = 0.7;

    /** Half the interval over which the acceleration is a second difference: above the shake of the bar. */
    private static final double ACCELERATION_STEP_S = 0.02;

    private final BodyKinematics kinematics;
    private final SpinePose pose = new SpinePose();

    TruthMeasurement(BodyKinematics kinematics) {
        this.kinematics = kinematics;
    }

    /** Least and largest value of a stretch. */
    private record Range(double least, double most) {
        double widthDeg() {
            return most - least;
        }
    }

    List<SimulationTruth.Repetition> of(List<MotionPlan.RepetitionTimes> repetitions) {
        List<SimulationTruth.Repetition> measured = new ArrayList<>();
        for (MotionPlan.RepetitionTimes times : repetitions) {
            measured.add(of(times));
        }
        return List.copyOf(measured);
    }

    private SimulationTruth.Repetition of(MotionPlan.RepetitionTimes times) {
        double upS = times.topS() - times.barBreakS();
        double firstThirdS = times.barBreakS() + upS / 3;
        Range flexion = range(times.startS(), times.endS(), at -> at.lumbarFlexionDeg);
        Range loadedFlexion = range(times.barBreakS(), times.topS(), at -> at.lumbarFlexionDeg);
        Range topFlexion = range(times.topS() - 0.2 * upS, times.holdEndS(), at -> at.lumbarFlexionDeg);
        Range rotation = range(times.startS(), times.endS(), at -> at.axialRotationDeg);
        Range bend = range(times.startS(), times.endS(), at -> at.lateralBendDeg);
        Range trunk = range(times.startS(), times.endS(), at -> at.trunkInclinationDeg);
        Range earlyTrunk = range(times.barBreakS(), firstThirdS, at -> at.trunkInclinationDeg);
        return new SimulationTruth.Repetition(
                times.startS(),
                times.bottomS(),
                times.barBreakS(),
                times.topS(),
                times.holdEndS(),
                times.endS(),
                flexion.most(),
                loadedFlexion.most() - at(times.barBreakS()).lumbarFlexionDeg,
                rotation.widthDeg(),
                furthest(rotation, at(times.startS()).axialRotationDeg),
                bend.widthDeg(),
                tuckDeg(times),
                earlyTrunk.most() - at(times.barBreakS()).trunkInclinationDeg,
                Math.max(0, -topFlexion.least()),
                trunk.widthDeg(),
                flexion.widthDeg(),
                peakAccelerationDegPerS2(times.barBreakS(), times.barBreakS() + 0.2 * upS));
    }

    private static double furthest(Range range, double from) {
        return range.most() - from >= from - range.least() ? range.most() - from : range.least() - from;
    }

    private double tuckDeg(MotionPlan.RepetitionTimes times) {
        double downS = times.bottomS() - times.startS();
        double before = at(times.startS() + TUCK_FROM * downS).lumbarFlexionDeg;
        return downS > 0 ? at(times.bottomS()).lumbarFlexionDeg - before : 0;
    }

    private double peakAccelerationDegPerS2(double fromS, double toS) {
        double peak = 0;
        for (double timeS = fromS; timeS <= toS; timeS += STEP_S) {
            double before = at(timeS - ACCELERATION_STEP_S).trunkInclinationDeg;
            double now = at(timeS).trunkInclinationDeg;
            double after = at(timeS + ACCELERATION_STEP_S).trunkInclinationDeg;
            double change = (after - 2 * now + before) / (ACCELERATION_STEP_S * ACCELERATION_STEP_S);
            peak = Math.max(peak, Math.abs(change));
        }
        return peak;
    }

    private Range range(double fromS, double toS, ToDoubleFunction<SpinePose> angle) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double timeS = fromS; timeS <= toS; timeS += STEP_S) {
            double value = angle.applyAsDouble(at(timeS));
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Range(least, most);
    }

    private SpinePose at(double timeS) {
        kinematics.poseAt(timeS, pose);
        return pose;
    }
}

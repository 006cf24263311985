package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.spine.SpinePose;

/** Measures repetitions on the bones of the simulated lifter. */
final class TruthMeasurement {
    private static final double STEP_S = 0.002;

    /** Definition of metric M11. */
    private static final double TUCK_FROM = 0.7;

    /** The part of the way up in which a lifter yanks (metric M18). */
    private static final double EARLY_SHARE = 0.2;

    /** The part of the way up that belongs to the lockout. */
    private static final double TOP_SHARE = 0.2;

    /** Half the interval over which the acceleration is a second difference: above the shake of the bar. */
    private static final double ACCELERATION_STEP_S = 0.02;

    private final BodyKinematics kinematics;
    private final SpinePose pose = new SpinePose();

    TruthMeasurement(BodyKinematics kinematics) {
        this.kinematics = kinematics;
    }

    /** Least and largest value between two times. */
    private static final class Span {
        private final double fromS;
        private final double toS;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        Span(double fromS, double toS) {
            this.fromS = fromS;
            this.toS = toS;
        }

        void take(double timeS, double value) {
            if (timeS >= fromS && timeS <= toS) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }

        double widthDeg() {
            return most - least;
        }

        double furthestFromDeg(double value) {
            return most - value >= value - least ? most - value : least - value;
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
        double startS = times.startS();
        double endS = times.endS();
        double barBreakS = times.barBreakS();
        double upS = times.topS() - barBreakS;
        Span flexion = new Span(startS, endS);
        Span loadedFlexion = new Span(barBreakS, times.topS());
        Span topFlexion = new Span(times.topS() - TOP_SHARE * upS, times.holdEndS());
        Span rotation = new Span(startS, endS);
        Span bend = new Span(startS, endS);
        Span trunk = new Span(startS, endS);
        Span earlyTrunk = new Span(barBreakS, barBreakS + upS / 3);
        for (double timeS = startS; timeS <= endS; timeS += STEP_S) {
            kinematics.poseAt(timeS, pose);
            flexion.take(timeS, pose.lumbarFlexionDeg);
            loadedFlexion.take(timeS, pose.lumbarFlexionDeg);
            topFlexion.take(timeS, pose.lumbarFlexionDeg);
            rotation.take(timeS, pose.axialRotationDeg);
            bend.take(timeS, pose.lateralBendDeg);
            trunk.take(timeS, pose.trunkInclinationDeg);
            earlyTrunk.take(timeS, pose.trunkInclinationDeg);
        }
        kinematics.poseAt(barBreakS, pose);
        double flexionAtBarBreakDeg = pose.lumbarFlexionDeg;
        double trunkAtBarBreakDeg = pose.trunkInclinationDeg;
        kinematics.poseAt(startS, pose);
        double rotationAtStartDeg = pose.axialRotationDeg;
        return new SimulationTruth.Repetition(
                startS,
                times.bottomS(),
                barBreakS,
                times.topS(),
                times.holdEndS(),
                endS,
                flexion.most,
                Math.max(0, loadedFlexion.most - flexionAtBarBreakDeg),
                rotation.widthDeg(),
                rotation.furthestFromDeg(rotationAtStartDeg),
                bend.widthDeg(),
                tuckDeg(times),
                Math.max(0, earlyTrunk.most - trunkAtBarBreakDeg),
                Math.max(0, -topFlexion.least),
                trunk.widthDeg(),
                flexion.widthDeg(),
                peakAccelerationDegPerS2(barBreakS, barBreakS + EARLY_SHARE * upS));
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

    private SpinePose at(double timeS) {
        kinematics.poseAt(timeS, pose);
        return pose;
    }
}

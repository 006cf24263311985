package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.AXIAL_ROTATION;
import static org.plumbline.core.simulation.BodyAngle.FACING;
import static org.plumbline.core.simulation.BodyAngle.LATERAL_BEND;
import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_LIST;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;
import static org.plumbline.core.simulation.BodyAngle.SHANK_LEAN;
import static org.plumbline.core.simulation.BodyAngle.THIGH_LEAN;

import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.simulation.SessionStretch.Activity;

/** Writes the {@link MotionPlan} of a script: standing, bows, and the set. */
final class MotionPlanner {
    private static final double STAND_BEFORE_BOWS_S = 3.5;
    private static final double STAND_AFTER_BOWS_S = 2.5;
    private static final double STAND_WITHOUT_BOWS_S = 2.5;
    private static final double STAND_AFTER_SET_S = 2.3;
    private static final int BOWS = 3;

    /** Pelvis of a full forward bow with straight legs. */
    private static final double BOW_PELVIS_DEG = 45;

    /** Peak flexion of one lifter's clean repetitions (Aasa 2019 reports same-lifter changes of this order). */
    private static final double FLEXION_VARIATION_DEG = 1.0;

    private static final double PELVIS_VARIATION_DEG = 1.0;
    private static final double TIMING_VARIATION = 0.04;

    /** The way up of an unfatigued set varies less than the rest, and never by a whole speed-loss level. */
    private static final double CONCENTRIC_VARIATION = 0.03;

    /** Peak of the small turn or side bend that every repetition has. */
    private static final double ASYMMETRY_DEG = 0.8;

    private static final double NEVER_MORE_THAN = 1.5;

    private final MotionPlan plan = new MotionPlan();
    private final SimulationScript script;
    private final FaultPlan faults;
    private final LiftTechnique technique;
    private final SeededRandom repetitionRandom;
    private final double maxFlexionDeg;
    private double now;

    MotionPlanner(SimulationScript script) {
        this.script = script;
        faults = new FaultPlan(script);
        SeededRandom lifter = new SeededRandom(script.seed(), SeededRandom.Purpose.LIFTER, 0);
        technique = LiftTechnique.of(script.exercise(), lifter);
        maxFlexionDeg = lifter.uniform(51, 58);
        repetitionRandom = new SeededRandom(script.seed(), SeededRandom.Purpose.REPETITION, 0);
    }

    static MotionPlan plan(SimulationScript script) {
        return new MotionPlanner(script).write();
    }

    private MotionPlan write() {
        if (script.calibrate()) {
            calibrate();
        } else {
            stand(STAND_WITHOUT_BOWS_S);
        }
        set(script.repetitions());
        plan.freeze(now + STAND_AFTER_SET_S);
        return plan;
    }

    /** What is written so far. */
    MotionPlan plan() {
        return plan;
    }

    /** Up to where it is written. */
    double nowS() {
        return now;
    }

    /** Lets time pass. */
    void pass(double durationS) {
        now += durationS;
    }

    /** Stands still, bows, and turns to the bar. */
    void calibrate() {
        stand(STAND_BEFORE_BOWS_S);
        double bowsStartS = now;
        for (int bow = 0; bow < BOWS; bow++) {
            bow();
        }
        mark(RecordingMark.BEND, bowsStartS, now);
        plan.stretches.add(new SessionStretch(Activity.BOWING, bowsStartS, now));
        plan.stretches.add(new SessionStretch(Activity.STANDING, now, now + STAND_AFTER_BOWS_S));
        now += STAND_AFTER_BOWS_S;
        double settleStartS = now;
        settle();
        plan.stretches.add(new SessionStretch(Activity.TURNING, settleStartS, now));
    }

    private void stand(double durationS) {
        mark(RecordingMark.NEUTRAL, now, now + durationS);
        plan.stretches.add(new SessionStretch(Activity.STANDING, now, now + durationS));
        now += durationS;
    }

    /** A set of the script's lifter; the last repetition of a deadlift is followed by putting the bar down. */
    void set(int repetitions) {
        double setStartS = now;
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            repetition(repetition);
        }
        if (technique.fromFloor()) {
            putDownAndStand(repetitions);
        }
        mark(RecordingMark.SET, setStartS, now);
    }

    private void mark(String name, double startS, double endS) {
        plan.marks.add(new RecordingMark(name, startS, endS));
    }

    /** The spine leads on the way down and follows on the way up. */
    private void bow() {
        double downS = varied(1.5, TIMING_VARIATION);
        double holdS = 0.35;
        double upS = varied(1.6, TIMING_VARIATION);
        move(LUMBAR_FLEXION, now, 0.9 * downS, maxFlexionDeg * repetitionRandom.uniform(0.95, 1.0));
        move(PELVIS_TILT, now + 0.1 * downS, 0.9 * downS, BOW_PELVIS_DEG + repetitionRandom.gaussian(1.5));
        move(SHANK_LEAN, now, downS, -5);
        move(THIGH_LEAN, now, downS, 6);
        now += downS + holdS;
        move(PELVIS_TILT, now, 0.85 * upS, 0);
        move(LUMBAR_FLEXION, now + 0.15 * upS, 0.85 * upS, 0);
        move(SHANK_LEAN, now, upS, 0);
        move(THIGH_LEAN, now, upS, 0);
        now += upS + 0.4;
    }

    /** Shifts the weight and turns to the bar. */
    private void settle() {
        double durationS = 1.6;
        move(FACING, now, durationS, repetitionRandom.uniform(-12, 12));
        plan.course(PELVIS_LIST).pulse(now, durationS, 2);
        plan.course(LATERAL_BEND).pulse(now, durationS, -2);
        now += durationS + 0.6;
    }

    private void repetition(int repetition) {
        double bottomFlexionDeg = bottomFlexionDeg(repetition);
        // the height of the bar is given: what the spine gives more, the pelvis needs less
        double bottomPelvisDeg = technique.pelvisTiltDeg()
                + repetitionRandom.boundedGaussian(PELVIS_VARIATION_DEG, NEVER_MORE_THAN)
                - 0.6 * faults.driftDeg(repetition);
        double startS = now;
        descend(bottomPelvisDeg, bottomFlexionDeg, repetition > 1);
        now += varied(technique.bottomS(), TIMING_VARIATION);
        double barBreakS = now;
        double concentricS = varied(technique.concentricS(), CONCENTRIC_VARIATION) / faults.speedShare(repetition);
        ascend(concentricS, faults.roundingDeg(repetition), faults.twistDeg(repetition));
        double topS = now;
        now += varied(technique.topS(), TIMING_VARIATION);
        plan.repetitions.add(new MotionPlan.RepetitionTimes(startS, barBreakS, topS, now));
    }

    private double bottomFlexionDeg(int repetition) {
        return technique.lumbarFlexionDeg()
                + repetitionRandom.boundedGaussian(FLEXION_VARIATION_DEG, NEVER_MORE_THAN)
                + faults.driftDeg(repetition);
    }

    private void descend(double pelvisDeg, double flexionDeg, boolean withBar) {
        double downS = varied(technique.eccentricS(), TIMING_VARIATION);
        // with the bar from the floor the hips go back first and the knees bend once it has passed them
        double legsFrom = technique.fromFloor() ? 0.25 : 0;
        move(PELVIS_TILT, now, 0.95 * downS, pelvisDeg);
        move(LUMBAR_FLEXION, now + 0.1 * downS, 0.9 * downS, flexionDeg);
        move(THIGH_LEAN, now + 0.5 * legsFrom * downS, (1 - 0.5 * legsFrom) * downS, technique.thighLeanDeg());
        move(SHANK_LEAN, now + legsFrom * downS, (1 - legsFrom) * downS, technique.shankLeanDeg());
        smallAsymmetry(downS);
        now += downS;
        if (technique.fromFloor() && withBar) {
            plan.touchdowns.add(FloorImpact.Touchdown.ofBar(now - 0.05 * downS));
        }
    }

    private void ascend(double upS, double roundingDeg, double twistDeg) {
        AngleCourse flexion = plan.course(LUMBAR_FLEXION);
        double slackDeg = Math.abs(repetitionRandom.boundedGaussian(0.5, 2));
        double riseDeg = slackDeg + roundingDeg;
        // a back that rounds extends later: the extension starts as the rounding ends
        double extendFrom = 0.12 + 0.3 * roundingDeg / (roundingDeg + 3);
        double riseUntil = Math.max(0.15, extendFrom + 0.04);
        flexion.step(now, riseUntil * upS, riseDeg);
        flexion.stepTo(now + extendFrom * upS, (1 - extendFrom) * upS, 0);
        move(PELVIS_TILT, now, upS, 0);
        double legsUntil = technique.fromFloor() ? 0.85 : 1;
        move(THIGH_LEAN, now, legsUntil * upS, 0);
        move(SHANK_LEAN, now, 0.85 * legsUntil * upS, 0);
        plan.course(AXIAL_ROTATION).pulse(now + 0.03 * upS, 0.94 * upS, twistDeg);
        smallAsymmetry(upS);
        now += upS;
    }

    /**
     * After the last repetition: lowers the bar, lets go of it and stands up unloaded, slower and with a loose back.
     */
    private void putDownAndStand(int repetitions) {
        descend(technique.pelvisTiltDeg(), bottomFlexionDeg(repetitions), true);
        now += varied(0.7, TIMING_VARIATION);
        ascend(varied(1.35 * technique.concentricS(), TIMING_VARIATION), 3, 0);
    }

    private void smallAsymmetry(double durationS) {
        plan.course(AXIAL_ROTATION).pulse(now, durationS, repetitionRandom.boundedGaussian(ASYMMETRY_DEG, 2));
        plan.course(LATERAL_BEND).pulse(now, durationS, repetitionRandom.boundedGaussian(ASYMMETRY_DEG, 2));
    }

    /** Moves one angle to {@code targetDeg}. */
    void move(BodyAngle angle, double startS, double durationS, double targetDeg) {
        plan.course(angle).stepTo(startS, durationS, targetDeg);
    }

    private double varied(double durationS, double variation) {
        return durationS * (1 + repetitionRandom.boundedGaussian(variation, NEVER_MORE_THAN));
    }
}

package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.AXIAL_ROTATION;
import static org.plumbline.core.simulation.BodyAngle.LATERAL_BEND;
import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;
import static org.plumbline.core.simulation.BodyAngle.SHANK_LEAN;
import static org.plumbline.core.simulation.BodyAngle.THIGH_LEAN;

/** Writes sets of lifts that go down from standing and up again. */
final class LiftPlanner implements SetPlanner {
    /** Peak flexion of one lifter's clean repetitions (Aasa 2019 reports same-lifter changes of this order). */
    private static final double FLEXION_VARIATION_DEG = 1.0;

    private static final double PELVIS_VARIATION_DEG = 1.0;
    private static final double TIMING_VARIATION = 0.04;

    /** The way up of an unfatigued set varies less than the rest, and never by a whole speed-loss level. */
    private static final double CONCENTRIC_VARIATION = 0.03;

    /** Peak of the small turn or side bend that every repetition has. */
    private static final double ASYMMETRY_DEG = 0.8;

    /** A bar that only touches the floor turns within a tenth of a second. */
    private static final double SHORTEST_TOUCH_S = 0.03;

    private static final double LONGEST_TOUCH_S = 0.08;

    /** Share of the way down after which a pelvis tucks under (metric M11). */
    private static final double TUCK_FROM = 0.7;

    /** By then the rest of the flexion is there in a repetition with a tuck. */
    private static final double FLEXED_BEFORE_TUCK = 0.62;

    /** Share of a tuck that the pelvis turns, under a thorax that leans on. */
    private static final double TUCK_OF_PELVIS = 0.8;

    private static final double TUCK_BACK_BY = 0.35;
    private static final double PITCHED_BY = 0.3;

    /** How long a yank lasts, as a share of the way up. */
    private static final double YANK_SHARE = 0.18;

    /** Acceleration of the clean way up where that of the yank peaks, as a share of its own peak, less the spine's slack. */
    private static final double CLEAN_AT_YANK = 0.15;

    private static final double SHORTEST_EXTENSION_S = 0.4;

    private final MotionPlanner lifter;
    private final MotionPlan plan;
    private final FaultPlan faults;
    private final Tremor tremor;
    private final LiftTechnique technique;
    private final SeededRandom random;
    private final boolean touchAndGo;
    private final SeededRandom touchRandom;
    private final InterludePlanner interludes;
    private boolean barInHands;

    LiftPlanner(
            MotionPlanner lifter,
            SimulationScript script,
            LiftTechnique technique,
            SeededRandom random,
            InterludePlanner interludes) {
        this.lifter = lifter;
        this.technique = technique;
        this.random = random;
        this.interludes = interludes;
        plan = lifter.plan();
        faults = new FaultPlan(script);
        tremor = new Tremor(plan, script.seed());
        touchAndGo = script.touchAndGo();
        touchRandom = new SeededRandom(script.seed(), SeededRandom.Purpose.TOUCH, 0);
    }

    @Override
    public void begin() {
        barInHands = false;
    }

    /** The last repetition of a deadlift is followed by putting the bar down. */
    @Override
    public void finish(int repetitions) {
        if (technique.fromFloor()) {
            putDownAndStand(repetitions);
        }
    }

    @Override
    public void repetition(int repetition) {
        if (interludes.needsFreeHandsAfter(repetition - 1) && technique.fromFloor() && barInHands) {
            putDownAndStand(repetition - 1);
        }
        if (repetition > 1) {
            interludes.atTopAfter(repetition - 1, technique.fromFloor());
        }
        double depth = faults.rangeShare(repetition);
        double flexionDeg = depth * bottomFlexionDeg(repetition);
        // the height of the bar is given: what the spine gives more, the pelvis needs less
        double pelvisDeg = depth
                * (technique.pelvisTiltDeg()
                        + random.boundedGaussian(PELVIS_VARIATION_DEG, SeededRandom.NEVER_MORE_THAN)
                        - 0.6 * faults.driftDeg(repetition));
        double tuckDeg = faults.tuckDeg(repetition);
        double startS = lifter.nowS();
        descend(pelvisDeg, flexionDeg, depth, tuckDeg, barInHands);
        double bottomS = lifter.nowS();
        tremor.shake(startS, bottomS - startS, faults.tremorDeg(repetition));
        if (technique.fromFloor()) {
            interludes.atFloorAfter(repetition - 1);
        }
        lifter.pass(dwellS(barInHands));
        double barBreakS = lifter.nowS();
        double upS = random.varied(technique.concentricS(), CONCENTRIC_VARIATION) / faults.speedShare(repetition);
        untuck(tuckDeg, upS);
        yank(faults.yankTimes(repetition), upS);
        tremor.shake(barBreakS, upS, faults.tremorDeg(repetition));
        ascend(upS, faults.roundingDeg(repetition), faults.twistDeg(repetition), faults.hipShootDeg(repetition));
        plan.course(LATERAL_BEND).pulse(barBreakS + 0.03 * upS, 0.94 * upS, faults.sideBendDeg(repetition));
        barInHands = true;
        double topS = lifter.nowS();
        double holdS = random.varied(technique.topS(), TIMING_VARIATION);
        extendAtTop(faults.hyperExtensionDeg(repetition), upS, holdS);
        lifter.pass(holdS);
        double endS = lifter.nowS();
        plan.repetitions.add(new MotionPlan.RepetitionTimes(startS, bottomS, barBreakS, topS, endS, endS));
    }

    private double bottomFlexionDeg(int repetition) {
        return technique.lumbarFlexionDeg()
                + random.boundedGaussian(FLEXION_VARIATION_DEG, SeededRandom.NEVER_MORE_THAN)
                + faults.driftDeg(repetition);
    }

    private double dwellS(boolean withBar) {
        double dwellS = random.varied(technique.bottomS(), TIMING_VARIATION);
        return touchAndGo && withBar ? touchRandom.uniform(SHORTEST_TOUCH_S, LONGEST_TOUCH_S) : dwellS;
    }

    private void descend(double pelvisDeg, double flexionDeg, double depth, double tuckDeg, boolean withBar) {
        double downS = random.varied(technique.eccentricS(), TIMING_VARIATION);
        double nowS = lifter.nowS();
        // with the bar from the floor the hips go back first and the knees bend once it has passed them
        double legsFrom = technique.fromFloor() ? 0.25 : 0;
        double flexedBy = tuckDeg > 0 ? FLEXED_BEFORE_TUCK - 0.1 : 0.9;
        lifter.move(PELVIS_TILT, nowS, 0.95 * downS, pelvisDeg);
        lifter.move(LUMBAR_FLEXION, nowS + 0.1 * downS, flexedBy * downS, flexionDeg);
        lifter.move(
                THIGH_LEAN,
                nowS + 0.5 * legsFrom * downS,
                (1 - 0.5 * legsFrom) * downS,
                depth * technique.thighLeanDeg());
        lifter.move(SHANK_LEAN, nowS + legsFrom * downS, (1 - legsFrom) * downS, depth * technique.shankLeanDeg());
        if (tuckDeg > 0) {
            double tuckS = (1 - TUCK_FROM) * downS;
            plan.course(LUMBAR_FLEXION).step(nowS + TUCK_FROM * downS, tuckS, tuckDeg);
            plan.course(PELVIS_TILT).step(nowS + TUCK_FROM * downS, tuckS, -TUCK_OF_PELVIS * tuckDeg);
        }
        smallAsymmetry(downS);
        lifter.pass(downS);
        if (technique.fromFloor() && withBar) {
            plan.touchdowns.add(FloorImpact.Touchdown.ofBar(lifter.nowS() - 0.05 * downS));
        }
    }

    private void untuck(double tuckDeg, double upS) {
        if (tuckDeg > 0) {
            plan.course(LUMBAR_FLEXION).step(lifter.nowS(), TUCK_BACK_BY * upS, -tuckDeg);
            plan.course(PELVIS_TILT).step(lifter.nowS(), TUCK_BACK_BY * upS, TUCK_OF_PELVIS * tuckDeg);
        }
    }

    /** A short step takes part of the way: the acceleration of a smooth step goes by its size over its time squared. */
    private void yank(double timesUsual, double upS) {
        if (timesUsual > 0) {
            AngleCourse pelvis = plan.course(PELVIS_TILT);
            double trunkDeg = pelvis.settledDeg() + plan.course(LUMBAR_FLEXION).settledDeg();
            double size = (timesUsual - CLEAN_AT_YANK) * YANK_SHARE * YANK_SHARE;
            pelvis.step(lifter.nowS(), YANK_SHARE * upS, -size * trunkDeg);
        }
    }

    private void ascend(double upS, double roundingDeg, double twistDeg, double pitchDeg) {
        double nowS = lifter.nowS();
        AngleCourse flexion = plan.course(LUMBAR_FLEXION);
        double slackDeg = Math.abs(random.boundedGaussian(0.5, 2));
        double riseDeg = slackDeg + roundingDeg;
        // a back that rounds extends later: the extension starts as the rounding ends
        double extendFrom = 0.12 + 0.3 * roundingDeg / (roundingDeg + 3);
        double pitchedBy = 0;
        if (pitchDeg > 0) {
            pitchedBy = PITCHED_BY;
            extendFrom = Math.max(extendFrom, PITCHED_BY);
            plan.course(PELVIS_TILT).step(nowS, pitchedBy * upS, pitchDeg);
        }
        double riseUntil = Math.max(0.15, extendFrom + 0.04);
        flexion.step(nowS, riseUntil * upS, riseDeg);
        flexion.stepTo(nowS + extendFrom * upS, (1 - extendFrom) * upS, 0);
        lifter.move(PELVIS_TILT, nowS + pitchedBy * upS, (1 - pitchedBy) * upS, 0);
        double legsUntil = technique.fromFloor() ? 0.85 : 1;
        lifter.move(THIGH_LEAN, nowS, legsUntil * upS, 0);
        lifter.move(SHANK_LEAN, nowS, 0.85 * legsUntil * upS, 0);
        plan.course(AXIAL_ROTATION).pulse(nowS + 0.03 * upS, 0.94 * upS, twistDeg);
        smallAsymmetry(upS);
        lifter.pass(upS);
    }

    private void extendAtTop(double extensionDeg, double upS, double holdS) {
        double nowS = lifter.nowS();
        double extendedS = Math.max(SHORTEST_EXTENSION_S, holdS);
        AngleCourse flexion = plan.course(LUMBAR_FLEXION);
        flexion.step(nowS - 0.2 * upS, 0.2 * upS + 0.2 * extendedS, -extensionDeg);
        flexion.step(nowS + 0.45 * extendedS, 0.5 * extendedS, extensionDeg);
    }

    /** Lowers the bar, lets go of it and stands up unloaded, slower and with a loose back. */
    private void putDownAndStand(int repetition) {
        descend(technique.pelvisTiltDeg(), bottomFlexionDeg(repetition), 1, 0, true);
        lifter.pass(random.varied(0.7, TIMING_VARIATION));
        ascend(random.varied(1.35 * technique.concentricS(), TIMING_VARIATION), 3, 0, 0);
        barInHands = false;
    }

    private void smallAsymmetry(double durationS) {
        double nowS = lifter.nowS();
        plan.course(AXIAL_ROTATION).pulse(nowS, durationS, random.boundedGaussian(ASYMMETRY_DEG, 2));
        plan.course(LATERAL_BEND).pulse(nowS, durationS, random.boundedGaussian(ASYMMETRY_DEG, 2));
    }
}

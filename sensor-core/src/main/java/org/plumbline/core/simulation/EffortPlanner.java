package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.AXIAL_ROTATION;
import static org.plumbline.core.simulation.BodyAngle.LATERAL_BEND;
import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_LIST;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;
import static org.plumbline.core.simulation.BodyAngle.SHANK_LEAN;
import static org.plumbline.core.simulation.BodyAngle.THIGH_LEAN;

/** Writes sets of efforts that lead away from a posture and back to it. */
final class EffortPlanner implements SetPlanner {
    private static final double RANGE_VARIATION = 0.05;
    private static final double TIMING_VARIATION = 0.04;

    /** Nobody begins before having settled. */
    private static final double SETTLE_S = 1.6;

    /** Who lies down on the back sits down first, with the trunk leaned forward. */
    private static final double SITTING_DOWN_DEG = 40;

    private static final double SHORTEST_SAG_S = 0.5;

    /** Peak of the small turn or side bend that every repetition has. */
    private static final double ASYMMETRY_DEG = 0.5;

    private final MotionPlanner person;
    private final MotionPlan plan;
    private final FaultPlan faults;
    private final Tremor tremor;
    private final EffortTechnique technique;
    private final SeededRandom random;
    private final InterludePlanner interludes;

    EffortPlanner(
            MotionPlanner person,
            SimulationScript script,
            EffortTechnique technique,
            SeededRandom random,
            InterludePlanner interludes) {
        this.interludes = interludes;
        this.person = person;
        this.technique = technique;
        this.random = random;
        plan = person.plan();
        faults = new FaultPlan(script);
        tremor = new Tremor(plan, script.seed());
    }

    /** Takes the posture the efforts lead away from. */
    @Override
    public void begin() {
        if (technique.thereS() > 0) {
            sitDownOrUp(0);
            take(technique.base(), technique.thereS());
            person.pass(technique.thereS() + SETTLE_S);
        }
    }

    /** Stands up again. */
    @Override
    public void finish(int repetitions) {
        if (technique.thereS() > 0) {
            sitDownOrUp(0.5 * technique.thereS());
            take(Posture.STANDING, technique.thereS());
            person.pass(technique.thereS() + SETTLE_S);
        }
    }

    private void sitDownOrUp(double afterS) {
        if (technique.base().pelvisTiltDeg() < -45) {
            plan.course(PELVIS_TILT).pulse(person.nowS() + afterS, 0.5 * technique.thereS(), SITTING_DOWN_DEG);
        }
    }

    @Override
    public void repetition(int repetition) {
        if (repetition > 1) {
            interludes.atTopAfter(repetition - 1, false);
        }
        double upS = random.varied(technique.upS(), TIMING_VARIATION) / faults.speedShare(repetition);
        double holdS = random.varied(technique.topS(), TIMING_VARIATION);
        double downS = random.varied(technique.downS(), TIMING_VARIATION);
        double share = faults.rangeShare(repetition) * random.varied(1, RANGE_VARIATION);
        double startS = person.nowS();
        double topS = startS + upS;
        double flexionDeg =
                faults.roundingDeg(repetition) + faults.driftDeg(repetition) - faults.hyperExtensionDeg(repetition);
        take(technique.base().toward(technique.peak(), share).flexedBy(flexionDeg), upS);
        double side = repetition % 2 == 1 ? 1 : -1;
        double turnDeg = share * side * technique.sideTurnDeg() + faults.twistDeg(repetition);
        thereAndBack(AXIAL_ROTATION, turnDeg + random.boundedGaussian(ASYMMETRY_DEG, 2), upS, holdS, downS);
        double bendDeg = faults.sideBendDeg(repetition) + random.boundedGaussian(ASYMMETRY_DEG, 2);
        thereAndBack(LATERAL_BEND, bendDeg, upS, holdS, downS);
        tremor.shake(startS, upS, faults.tremorDeg(repetition));
        tremor.shake(topS + holdS, downS, faults.tremorDeg(repetition));
        plan.course(PELVIS_LIST).step(topS, Math.max(SHORTEST_SAG_S, holdS), technique.sagDeg());
        person.pass(upS + holdS);
        take(technique.base(), downS);
        person.pass(downS);
        plan.repetitions.add(new MotionPlan.RepetitionTimes(startS, startS, startS, topS, topS + holdS, person.nowS()));
        person.pass(random.varied(technique.restS(), TIMING_VARIATION));
    }

    private void thereAndBack(BodyAngle angle, double degrees, double upS, double holdS, double downS) {
        plan.course(angle).step(person.nowS(), upS, degrees);
        plan.course(angle).step(person.nowS() + upS + holdS, downS, -degrees);
    }

    private void take(Posture posture, double durationS) {
        double nowS = person.nowS();
        person.move(PELVIS_TILT, nowS, durationS, posture.pelvisTiltDeg());
        person.move(PELVIS_LIST, nowS, durationS, posture.pelvisListDeg());
        person.move(LUMBAR_FLEXION, nowS, durationS, posture.lumbarFlexionDeg());
        person.move(SHANK_LEAN, nowS, durationS, posture.shankLeanDeg());
        person.move(THIGH_LEAN, nowS, durationS, posture.thighLeanDeg());
    }
}

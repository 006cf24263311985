package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.AXIAL_ROTATION;
import static org.plumbline.core.simulation.BodyAngle.FACING;
import static org.plumbline.core.simulation.BodyAngle.LATERAL_BEND;
import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;
import static org.plumbline.core.simulation.BodyAngle.SHANK_LEAN;
import static org.plumbline.core.simulation.BodyAngle.THIGH_LEAN;

import org.plumbline.core.simulation.SessionStretch.Activity;

/** Writes what a person does between two sets: walks, turns, carries plates, sits, stands. */
final class RestPlanner {
    /** Steps a second and speed of people who walk about indoors. */
    private static final double SLOWEST_STEP_HZ = 1.6;

    private static final double FASTEST_STEP_HZ = 2.0;
    private static final double SLOWEST_MS = 1.0;
    private static final double FASTEST_MS = 1.4;
    private static final double USUAL_MS = 1.2;

    /** Gait begins and ends within two to three steps. */
    private static final double START_S = 1.4;

    private static final double STOP_S = 1.2;

    private static final double SIT_THIGH_DEG = 86;

    private final MotionPlanner lifter;
    private final MotionPlan plan;
    private final SeededRandom random;

    RestPlanner(MotionPlanner lifter, SeededRandom random) {
        this.lifter = lifter;
        this.random = random;
        plan = lifter.plan();
    }

    private void done(Activity activity, double startS) {
        plan.stretches.add(new SessionStretch(activity, startS, lifter.nowS()));
    }

    /** Lets the bar into the rack, or the last of it onto the floor. */
    void rackTheBar() {
        double startS = lifter.nowS();
        lifter.pass(0.6);
        knock(random.uniform(1.5, 4));
        lifter.pass(0.9);
        done(Activity.CARRYING, startS);
    }

    /** Stands and sways. */
    void stand(double durationS) {
        double startS = lifter.nowS();
        lifter.pass(durationS);
        done(Activity.STANDING, startS);
    }

    /** Steel against steel or floor, mostly upward; one strength is about 8 m/s² at the pelvis. */
    private void knock(double strength) {
        double directionRad = random.uniform(0, 2 * Math.PI);
        double sideways = strength * random.uniform(0, 0.5);
        plan.touchdowns.add(new FloorImpact.Touchdown(
                lifter.nowS(), sideways * Math.cos(directionRad), sideways * Math.sin(directionRad), strength));
    }

    /** Turns on the spot, with the whole body. */
    void turn() {
        double startS = lifter.nowS();
        double turnDeg = (random.happens(0.5) ? 1 : -1) * random.uniform(90, 180);
        double durationS = random.uniform(0.9, 2);
        plan.course(FACING).step(startS, durationS, turnDeg);
        // the thorax leads
        plan.course(AXIAL_ROTATION).pulse(startS, 0.8 * durationS, Math.copySign(random.uniform(4, 12), turnDeg));
        lifter.pass(durationS + 0.2);
        done(Activity.TURNING, startS);
    }

    /** Straight stretches with turns between them; ends somewhere else. */
    void walk() {
        double startS = lifter.nowS();
        double speedMs = random.uniform(SLOWEST_MS, FASTEST_MS);
        double stepHz = random.uniform(SLOWEST_STEP_HZ, FASTEST_STEP_HZ);
        lean(random.uniform(0, 3), random.uniform(0, 3), START_S);
        headFor(speedMs, START_S);
        int stretches = 1 + (int) random.uniform(0, 4);
        for (int stretch = 0; stretch < stretches; stretch++) {
            if (stretch > 0) {
                double turnDeg = (random.happens(0.5) ? 1 : -1) * random.uniform(30, 180);
                double durationS = 1 + Math.abs(turnDeg) / 180;
                plan.course(FACING).step(lifter.nowS(), durationS, turnDeg);
                headFor(speedMs, durationS);
            }
            lifter.pass(random.uniform(1.5, 7));
        }
        lean(0, 0, STOP_S);
        headFor(0, STOP_S);
        double effort = speedMs / USUAL_MS;
        plan.bouts.add(new GaitBout(startS, lifter.nowS(), stepHz, effort * effort, random.uniform(0, 2 * Math.PI)));
        lifter.pass(0.2);
        done(Activity.WALKING, startS);
    }

    /** A few steps away, as many back, and turned round again. */
    void walkAwayAndBack(int steps) {
        double startS = lifter.nowS();
        double speedMs = random.uniform(0.8, SLOWEST_MS);
        double stepHz = random.uniform(SLOWEST_STEP_HZ, FASTEST_STEP_HZ);
        double legS = steps / stepHz;
        headFor(speedMs, START_S);
        lifter.pass(legS);
        double turnDeg = random.happens(0.5) ? 180 : -180;
        double turnS = random.uniform(1.6, 2.2);
        plan.course(FACING).step(lifter.nowS(), turnS, turnDeg);
        headFor(speedMs, turnS);
        lifter.pass(legS);
        headFor(0, STOP_S);
        double effort = speedMs / USUAL_MS;
        plan.bouts.add(new GaitBout(startS, lifter.nowS(), stepHz, effort * effort, random.uniform(0, 2 * Math.PI)));
        plan.course(FACING).step(lifter.nowS(), turnS, -turnDeg);
        plan.course(AXIAL_ROTATION).pulse(lifter.nowS(), 0.8 * turnS, Math.copySign(random.uniform(3, 8), -turnDeg));
        lifter.pass(turnS + random.uniform(0.8, 1.6));
        done(Activity.WALKING, startS);
    }

    /** Goes over to walking where the person faces, or to standing. */
    private void headFor(double speedMs, double durationS) {
        double facingRad = Math.toRadians(plan.course(FACING).settledDeg());
        plan.travelX.velocityTo(lifter.nowS(), durationS, speedMs * Math.cos(facingRad));
        plan.travelY.velocityTo(lifter.nowS(), durationS, speedMs * Math.sin(facingRad));
        lifter.pass(durationS);
    }

    private void lean(double pelvisDeg, double flexionDeg, double durationS) {
        lifter.move(PELVIS_TILT, lifter.nowS(), durationS, pelvisDeg);
        lifter.move(LUMBAR_FLEXION, lifter.nowS(), durationS, flexionDeg);
    }

    /** Bends for plates, half to one side, without care; they knock. */
    void carry() {
        double startS = lifter.nowS();
        int plates = 1 + (int) random.uniform(0, 3);
        for (int plate = 0; plate < plates; plate++) {
            pickUpPlate();
        }
        done(Activity.CARRYING, startS);
    }

    /** One bend, half to one side. */
    void pickUpPlate() {
        double downS = random.uniform(1, 1.6);
        double upS = random.uniform(1, 1.6);
        double bottomS = random.uniform(0.4, 1);
        bend(random.uniform(35, 60), random.uniform(28, 48), random.uniform(5, 20), random.uniform(10, 55), downS);
        double toSide = random.happens(0.5) ? 1 : -1;
        double wholeS = downS + bottomS + upS;
        plan.course(AXIAL_ROTATION).pulse(lifter.nowS(), wholeS, toSide * random.uniform(2, 14));
        plan.course(LATERAL_BEND).pulse(lifter.nowS(), wholeS, -toSide * random.uniform(0, 10));
        lifter.pass(downS + 0.2);
        knock(random.uniform(0.5, 3));
        lifter.pass(bottomS - 0.2);
        bend(0, 0, 0, 0, upS);
        lifter.pass(upS + 0.4);
        if (random.happens(0.6)) {
            knock(random.uniform(1, 6));
            lifter.pass(0.6);
        }
    }

    private void bend(double pelvisDeg, double flexionDeg, double shankDeg, double thighDeg, double durationS) {
        lean(pelvisDeg, flexionDeg, durationS);
        lifter.move(SHANK_LEAN, lifter.nowS(), durationS, shankDeg);
        lifter.move(THIGH_LEAN, lifter.nowS(), durationS, thighDeg);
    }

    /** Sits slumped, shifts and looks about, and gets up. */
    void sit() {
        double startS = lifter.nowS();
        double downS = random.uniform(1.6, 2.2);
        getDownOrUp(downS, SIT_THIGH_DEG, random.uniform(-15, 0), random.uniform(10, 35));
        knock(random.uniform(0.2, 0.8));
        int shifts = 2 + (int) random.uniform(0, 6);
        for (int shift = 0; shift < shifts; shift++) {
            lifter.pass(random.uniform(2, 6));
            double shiftS = random.uniform(1.2, 2.5);
            if (random.happens(0.5)) {
                lean(random.uniform(-15, 15), random.uniform(10, 40), shiftS);
            } else {
                plan.course(AXIAL_ROTATION).pulse(lifter.nowS(), shiftS, random.uniform(-20, 20));
                plan.course(LATERAL_BEND).pulse(lifter.nowS(), shiftS, random.uniform(-8, 8));
            }
            lifter.pass(shiftS);
        }
        lifter.pass(random.uniform(1, 4));
        getDownOrUp(random.uniform(1.4, 2), 0, 0, 0);
        lifter.pass(0.4);
        done(Activity.SITTING, startS);
    }

    /** The trunk leans forward while the seat is neither reached nor left. */
    private void getDownOrUp(double durationS, double thighDeg, double pelvisDeg, double flexionDeg) {
        double nowS = lifter.nowS();
        lifter.move(THIGH_LEAN, nowS + 0.15 * durationS, 0.85 * durationS, thighDeg);
        lifter.move(PELVIS_TILT, nowS, 0.55 * durationS, random.uniform(22, 35));
        lifter.move(PELVIS_TILT, nowS + 0.45 * durationS, 0.55 * durationS, pelvisDeg);
        lifter.move(LUMBAR_FLEXION, nowS + 0.2 * durationS, 0.8 * durationS, flexionDeg);
        lifter.pass(durationS);
    }
}

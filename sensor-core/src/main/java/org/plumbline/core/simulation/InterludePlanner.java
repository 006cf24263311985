package org.plumbline.core.simulation;

import static org.plumbline.core.simulation.BodyAngle.LUMBAR_FLEXION;
import static org.plumbline.core.simulation.BodyAngle.PELVIS_TILT;

import java.util.List;

/** Writes what a script has besides repetitions: pauses, walks, plates, new grips. */
final class InterludePlanner {
    private static final int BOBS = 2;

    private final MotionPlanner lifter;
    private final List<Interlude> interludes;
    private final SeededRandom random;
    private final RestPlanner rest;

    InterludePlanner(MotionPlanner lifter, SimulationScript script) {
        this.lifter = lifter;
        interludes = script.interludes();
        random = new SeededRandom(script.seed(), SeededRandom.Purpose.INTERLUDE, 0);
        rest = new RestPlanner(lifter, random);
    }

    /** Whether the bar has to be put down for what comes after that repetition. */
    boolean needsFreeHandsAfter(int repetition) {
        for (Interlude interlude : interludes) {
            if (interlude.afterRepetition() == repetition && interlude instanceof Interlude.PlatePickup) {
                return true;
            }
        }
        return false;
    }

    /** All that is to happen after that repetition, but for a new grip where the lifter takes it at the floor. */
    void atTopAfter(int repetition, boolean gripsAtFloor) {
        for (Interlude interlude : interludes) {
            if (interlude.afterRepetition() == repetition && !(gripsAtFloor && interlude instanceof Interlude.Regrip)) {
                write(interlude);
            }
        }
    }

    /** The new grips between the way down and the pull of a deadlift. */
    void atFloorAfter(int repetition) {
        for (Interlude interlude : interludes) {
            if (interlude.afterRepetition() == repetition && interlude instanceof Interlude.Regrip) {
                bob(-1);
            }
        }
    }

    private void write(Interlude interlude) {
        if (interlude instanceof Interlude.Pause pause) {
            rest.stand(pause.pauseS());
        } else if (interlude instanceof Interlude.Walk walk) {
            rest.walkAwayAndBack(walk.steps());
        } else if (interlude instanceof Interlude.PlatePickup) {
            lifter.pass(random.uniform(0.5, 1));
            rest.pickUpPlate();
            lifter.pass(random.uniform(0.5, 1));
        } else {
            bob(1);
        }
    }

    private void bob(double forward) {
        lifter.pass(random.uniform(0.3, 0.6));
        for (int bob = 0; bob < BOBS; bob++) {
            double durationS = random.uniform(0.9, 1.4);
            double trunkDeg = forward * random.uniform(8, 14);
            lifter.plan().course(PELVIS_TILT).pulse(lifter.nowS(), durationS, 0.7 * trunkDeg);
            lifter.plan().course(LUMBAR_FLEXION).pulse(lifter.nowS(), durationS, 0.3 * trunkDeg);
            lifter.pass(durationS + random.uniform(0.2, 0.5));
        }
    }
}

package org.plumbline.core.simulation;

import org.plumbline.core.simulation.SessionStretch.Activity;

/** Writes the {@link MotionPlan} of a session: the {@link MotionPlanner}'s calibration and sets, and rests between them. */
final class SessionPlanner {
    private static final int FEWEST_REPETITIONS = 4;
    private static final int MOST_REPETITIONS = 8;

    private static final double SHORTEST_REST_S = 40;
    private static final double LONGEST_REST_S = 110;

    private final SessionScript script;
    private final MotionPlanner lifter;
    private final MotionPlan plan;
    private final SeededRandom random;
    private final RestPlanner rest;

    private SessionPlanner(SessionScript script) {
        this.script = script;
        lifter = new MotionPlanner(SimulationScript.clean(script.exercise(), 1, script.seed()));
        plan = lifter.plan();
        random = new SeededRandom(script.seed(), SeededRandom.Purpose.SESSION, 0);
        rest = new RestPlanner(lifter, random);
    }

    static MotionPlan plan(SessionScript script) {
        return new SessionPlanner(script).write();
    }

    private MotionPlan write() {
        double endS = 60 * script.minutes();
        lifter.calibrate();
        while (lifter.nowS() < endS) {
            double setStartS = lifter.nowS();
            lifter.set((int) random.uniform(FEWEST_REPETITIONS, MOST_REPETITIONS + 1));
            plan.stretches.add(new SessionStretch(Activity.LIFTING, setStartS, lifter.nowS()));
            rest(lifter.nowS() + random.uniform(SHORTEST_REST_S, LONGEST_REST_S));
        }
        plan.stretches.removeIf(stretch -> stretch.endS() > endS);
        plan.repetitions.removeIf(repetition -> repetition.endS() > endS);
        plan.marks.removeIf(mark -> mark.endS() > endS);
        plan.freeze(endS);
        return plan;
    }

    /** Begins and ends with a pause in which the lifter stands at the bar. */
    private void rest(double untilS) {
        rest.rackTheBar();
        rest.stand(random.uniform(2, 4));
        while (lifter.nowS() < untilS) {
            double choice = random.uniform(0, 1);
            if (choice < 0.35) {
                rest.walk();
            } else if (choice < 0.55) {
                rest.carry();
            } else if (choice < 0.7) {
                rest.turn();
            } else if (choice < 0.85) {
                rest.sit();
            } else {
                rest.stand(random.uniform(5, 15));
            }
            rest.stand(random.uniform(0.5, 3));
        }
        rest.stand(random.uniform(2.5, 4));
    }
}

package org.plumbline.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.training.Effort;
import org.plumbline.server.web.Words;

/** What the sample people have lifted: loads that grow, and form that had its trouble with them. */
final class SampleTraining {
    /** Three sessions a week, the newest two days ago. */
    private static final int[] DAYS_AGO = {2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27};

    private static final double STEP_KG = 2.5;
    private static final int SETS = 3;
    private static final int OTHER_SESSIONS = 4;
    private static final int OTHER_SETS = 2;
    private static final int BENDS = 4;

    /** How much less far the bends went as the month began, percent. */
    private static final double STIFF_PERCENT = 11;

    private SampleTraining() {}

    /**
     * A set of the month.
     *
     * @param script what the simulated lifter does
     * @param loadKg load
     * @param minute when in its session, minutes
     * @param effort what the lifter said of it
     * @param note what they noted, or null
     */
    record SampleSet(
            SimulationScript script,
            double loadKg,
            int minute,
            Effort effort,
            @Nullable String note) {}

    /**
     * A session of the month.
     *
     * @param daysAgo days before today
     * @param sets its sets in order
     */
    record SampleSession(int daysAgo, List<SampleSet> sets) {}

    /**
     * Slow bends, of which the range of motion is read.
     *
     * @param daysAgo days before today
     * @param script what the simulated lifter does
     */
    record SampleBends(int daysAgo, SimulationScript script) {}

    /** The range of motion as the month began, and now that it has grown. */
    static List<SampleBends> bends() {
        List<SimulatedFault> stiff = new ArrayList<>();
        for (int bend = 1; bend <= BENDS; bend++) {
            stiff.add(new SimulatedFault.DepthLoss(bend, STIFF_PERCENT));
        }
        return List.of(
                new SampleBends(
                        DAYS_AGO[DAYS_AGO.length - 1], script(SimulationScript.TRUNK_MOVEMENT, BENDS, 41, stiff)),
                new SampleBends(DAYS_AGO[0], script(SimulationScript.TRUNK_MOVEMENT, BENDS, 42, List.of())));
    }

    /** The month of the one who is looked at most: deadlift and row, squat and press in turn, newest first. */
    static List<SampleSession> month() {
        List<SampleSession> sessions = new ArrayList<>();
        for (int i = 0; i < DAYS_AGO.length; i++) {
            int week = i / 3;
            int sameDays = i / 2;
            boolean pull = i % 2 == 0;
            List<SampleSet> sets = new ArrayList<>();
            for (int set = 1; set <= SETS; set++) {
                double load = (pull ? 100 : 75) - 2 * STEP_KG * sameDays;
                sets.add(main(pull, 100 * i + set, load, set, week));
            }
            String second = pull ? SimulationScript.ROW : SimulationScript.OVERHEAD_PRESS;
            sets.add(new SampleSet(
                    script(second, 6, 100 * i + SETS + 1, List.of()),
                    (pull ? 50 : 35) - STEP_KG * week,
                    6 * SETS,
                    new Effort(7.5, null),
                    null));
            sessions.add(new SampleSession(DAYS_AGO[i], List.copyOf(sets)));
        }
        return List.copyOf(sessions);
    }

    /** Rounding was more and earlier weeks ago; one repetition of the last session is still worth a look. */
    private static SampleSet main(boolean pull, long seed, double loadKg, int set, int weeksAgo) {
        int repetitions = pull ? 5 : 6;
        List<SimulatedFault> faults = new ArrayList<>();
        if (set == SETS) {
            double deg = 7 + 1.5 * weeksAgo;
            faults.add(
                    pull
                            ? new SimulatedFault.Rounding(repetitions - 1, deg)
                            : new SimulatedFault.Tuck(repetitions - 1, deg));
            faults.add(new SimulatedFault.Tiring(10));
        } else if (set == 2 && weeksAgo >= 2) {
            faults.add(new SimulatedFault.Drift(1.2));
        } else if (set == 2 && weeksAgo == 1 && pull) {
            faults.add(new SimulatedFault.Twist(3, 11));
        }
        double rpe = 6.5 + set * 0.5 + (weeksAgo == 0 ? 0.5 : 0);
        @Nullable String note = set == SETS && weeksAgo == 3 ? Words.say("demo.note_first_week") : null;
        return new SampleSet(
                script(pull ? SimulationScript.DEADLIFT : SimulationScript.SQUAT, repetitions, seed, faults),
                loadKg,
                6 * (set - 1),
                new Effort(rpe, null),
                note);
    }

    /** Somebody else of the gym, so that a coach has more than one to look after. */
    static List<SampleSession> ofAnother(int who) {
        List<SampleSession> sessions = new ArrayList<>();
        String exercise = who % 2 == 0 ? SimulationScript.ROMANIAN_DEADLIFT : SimulationScript.SQUAT;
        for (int i = 0; i < OTHER_SESSIONS; i++) {
            List<SampleSet> sets = new ArrayList<>();
            for (int set = 1; set <= OTHER_SETS; set++) {
                List<SimulatedFault> faults = set == OTHER_SETS && i < who
                        ? List.of(new SimulatedFault.Drift(1.5), new SimulatedFault.Tiring(15))
                        : List.of();
                sets.add(new SampleSet(
                        script(exercise, 5, 5000L * who + 10L * i + set, faults),
                        60 + 10 * who - STEP_KG * i,
                        6 * (set - 1),
                        new Effort(8.0, null),
                        null));
            }
            sessions.add(new SampleSession(1 + who + 5 * i, List.copyOf(sets)));
        }
        return List.copyOf(sessions);
    }

    private static SimulationScript script(String exercise, int repetitions, long seed, List<SimulatedFault> faults) {
        return new SimulationScript(exercise, repetitions, seed, faults, true);
    }
}

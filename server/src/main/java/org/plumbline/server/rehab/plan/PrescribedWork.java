package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.recording.RecordingFormat;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.web.Words;

/**
 * What is to be done of one exercise, and how.
 *
 * @param exercise name of the exercise
 * @param sets sets on a day
 * @param repetitions repetitions, or holds, of a set
 * @param holdS how long each is held, s; null where it is lifted
 * @param loadCapKg the most load, kg; null where none is set
 * @param tempo durations of the parts of a repetition
 * @param timesAWeekLeast days a week, at the least
 * @param timesAWeekMost days a week, at the most
 * @param limits the most of a metric, in its unit
 * @param equipment what it is done with, or null
 * @param note how to do it, for the person, or null
 */
public record PrescribedWork(
        String exercise,
        int sets,
        int repetitions,
        @Nullable Double holdS,
        @Nullable Double loadCapKg,
        Tempo tempo,
        int timesAWeekLeast,
        int timesAWeekMost,
        Map<Metric, Double> limits,
        @Nullable String equipment,
        @Nullable String note) {
    private static final int MOST_SETS = 20;
    private static final int MOST_REPETITIONS = 100;
    private static final double LONGEST_HOLD_S = 600;
    private static final double LONGEST_PART_S = 30;
    private static final int DAYS_A_WEEK = 7;
    private static final int LONGEST_EQUIPMENT = 200;
    private static final int LONGEST_NOTE = 1000;

    /** Held, but each only as long as it takes: prescribed by their number as well as by their seconds. */
    private static final Set<String> HELD_OR_COUNTED = Set.of("bird_dog");

    public PrescribedWork {
        exercise = ExerciseProfile.spelled(exercise);
        limits = Map.copyOf(limits);
    }

    public boolean isHold() {
        return holdS != null;
    }

    /** Repetitions, or holds, of a day. */
    public int repetitionsADay() {
        return sets * repetitions;
    }

    /** What cannot be prescribed so; empty where all can. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (ExerciseProfile.ofName(exercise).isEmpty()) {
            faults.add(new Fault("exercise", Words.say("plan.fault.exercise")));
        }
        within(faults, "sets", sets, 1, MOST_SETS);
        within(faults, "repetitions", repetitions, 1, MOST_REPETITIONS);
        within(faults, "holdS", holdS, 1, LONGEST_HOLD_S);
        holds(faults);
        within(faults, "loadCapKg", loadCapKg, 0, RecordingFormat.MAX_LOAD_KG);
        if (loadCapKg != null && !LoadUnit.KG.isShown(loadCapKg)) {
            faults.add(new Fault("loadCapKg", LoadUnit.KG.saySmall()));
        }
        within(faults, "tempoDownS", tempo.downS(), 0, LONGEST_PART_S);
        within(faults, "tempoPauseS", tempo.pauseS(), 0, LONGEST_PART_S);
        within(faults, "tempoUpS", tempo.upS(), 0, LONGEST_PART_S);
        within(faults, "timesAWeekLeast", timesAWeekLeast, 1, DAYS_A_WEEK);
        within(faults, "timesAWeekMost", timesAWeekMost, Math.max(1, timesAWeekLeast), DAYS_A_WEEK);
        limits.forEach((metric, most) -> {
            if (!LimitableMetrics.all().contains(metric)) {
                faults.add(new Fault("limits", Words.say("plan.fault.metric", metric.jsonName())));
            } else if (!LimitValue.isMeasured(metric, exercise)) {
                faults.add(new Fault(
                        "limits",
                        Words.say(
                                "plan.fault.limit.unmeasured",
                                FormWords.metric(metric.jsonName()),
                                FormWords.exercise(exercise))));
            } else if (!(most > 0 && most <= LimitValue.LARGEST)) {
                faults.add(new Fault(
                        "limits", Words.say("plan.fault.limit", metric.jsonName(), number(LimitValue.LARGEST))));
            }
        });
        if (equipment != null && equipment.length() > LONGEST_EQUIPMENT) {
            faults.add(new Fault("equipment", Words.say("plan.fault.long", LONGEST_EQUIPMENT)));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(new Fault("note", Words.say("plan.fault.long", LONGEST_NOTE)));
        }
        return faults;
    }

    /** A posture has seconds, and what is lifted has none: nothing would measure them. */
    private void holds(List<Fault> faults) {
        if (ExerciseProfile.ofName(exercise).isEmpty()) {
            return;
        }
        boolean held = ExerciseProfile.isHold(exercise);
        if (held && holdS == null && !HELD_OR_COUNTED.contains(exercise)) {
            faults.add(new Fault("holdS", Words.say("plan.fault.hold.missing", FormWords.exercise(exercise))));
        } else if (!held && holdS != null) {
            faults.add(new Fault("holdS", Words.say("plan.fault.hold.none", FormWords.exercise(exercise))));
        }
    }

    private static void within(List<Fault> faults, String field, @Nullable Number value, double least, double most) {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            faults.add(new Fault(field, Words.say("plan.fault.range", number(least), number(most))));
        }
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value));
    }

    /** The same work with another dose: what a progression changes. */
    PrescribedWork dosed(
            int otherSets, int otherRepetitions, @Nullable Double otherHoldS, @Nullable Double otherCapKg) {
        return new PrescribedWork(
                exercise,
                otherSets,
                otherRepetitions,
                otherHoldS,
                otherCapKg,
                tempo,
                timesAWeekLeast,
                timesAWeekMost,
                limits,
                equipment,
                note);
    }
}

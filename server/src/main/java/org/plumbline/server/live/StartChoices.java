package org.plumbline.server.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.PlannedWork;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What a set is offered with: an exercise that the plan does not leave out, and load and repetitions of the plan or of last time. */
@Component
class StartChoices {
    private static final String DEADLIFT = ExerciseProfile.DEADLIFT.name();

    /** What the simulated lifter can do. */
    private static final List<String> SIMULATED = List.of(DEADLIFT, ExerciseProfile.SQUAT.name());

    private final SetSummaries summaries;
    private final PlannedSets planned;
    private final SetQuestions setQuestions;
    private final Moments moments;
    private final Clock clock;

    StartChoices(SetSummaries summaries, PlannedSets planned, SetQuestions setQuestions, Moments moments, Clock clock) {
        this.summaries = summaries;
        this.planned = planned;
        this.setQuestions = setQuestions;
        this.moments = moments;
        this.clock = clock;
    }

    /** A line of the plan, to begin a set with. */
    record PlanLine(String exercise, String words) {}

    /** A note on an exercise: it is said where that one is chosen. */
    record Note(String exercise, String words) {}

    /**
     * What is offered.
     *
     * @param exercise the exercise chosen beforehand
     * @param load its load in the person's unit, or null where none is known
     * @param repetitions its repetitions, or null where none are planned
     * @param simulatedExercise the one chosen beforehand for the simulated lifter, who cannot do all
     * @param caps the most load of each exercise that has one
     * @param leftOut what the plan leaves out, by exercise
     * @param told what they were told that speaks against any further set
     * @param plan what is planned today
     * @param lastTime the last set, in a sentence, or null
     * @param lastAbove that it was above the plan, or null
     * @param instead why another exercise is chosen than the one asked for or done last, or null
     */
    record Offer(
            String exercise,
            @Nullable Double load,
            @Nullable Integer repetitions,
            String simulatedExercise,
            List<Note> caps,
            List<Note> leftOut,
            List<String> told,
            List<PlanLine> plan,
            @Nullable String lastTime,
            @Nullable String lastAbove,
            @Nullable String instead) {
        /** Load and repetitions of the chosen exercise, where the simulated lifter does that one. */
        public boolean isSimulatedToo() {
            return exercise.equals(simulatedExercise);
        }
    }

    /**
     * What to offer a person.
     *
     * @param wanted the exercise asked for, or null
     * @param insisted whether they have chosen it themselves: then it stays, also where the plan leaves it out
     */
    Offer offer(Person me, @Nullable String wanted, boolean insisted) {
        List<SetHold.Told> told = setQuestions.told(me.id());
        List<PlannedWork.Planned> plan = planned.on(me.id(), clock.instant());
        @Nullable String known = ExerciseProfile.ofName(String.valueOf(wanted)).isPresent() ? wanted : null;
        Optional<String> lastDone = summaries.newest(me.id(), SummaryFilter.ALL, 1, 0).stream()
                .findFirst()
                .map(SetSummary::exercise);
        String first = known == null ? lastDone.orElse(DEADLIFT) : known;
        String chosen = insisted ? first : notLeftOut(told, first, plan).orElse(first);
        Optional<SetSummary> newest = summaries.last(me.id(), chosen);
        Optional<PlannedWork.Planned> line =
                plan.stream().filter(one -> one.exercise().equals(chosen)).findFirst();
        @Nullable Double lastKg = newest.map(SetSummary::loadKg).orElse(null);
        @Nullable Double capKg = line.map(PlannedWork.Planned::loadCapKg).orElse(null);
        @Nullable Double loadKg = lastKg == null || PlannedWork.isAbove(lastKg, capKg) ? capKg : lastKg;
        return new Offer(
                chosen,
                // to the half, as loads are shown
                loadKg == null ? null : Math.round(2 * me.loadUnit().fromKg(loadKg)) / 2.0,
                line.map(PlannedWork.Planned::repetitions).orElse(null),
                simulated(told, chosen),
                caps(plan, me),
                leftOut(told),
                SetQuestions.sentences(told, BegunAnyway.Question.TOLD, chosen),
                plan.stream()
                        .map(one -> new PlanLine(one.exercise(), words(one, me)))
                        .toList(),
                newest.map(set -> lastTime(set, me)).orElse(null),
                lastKg != null && capKg != null && PlannedWork.isAbove(lastKg, capKg)
                        ? Words.say("start.last.above", me.loadUnit().format(capKg))
                        : null,
                chosen.equals(first)
                        ? null
                        : Words.say("start.instead", FormWords.exercise(first), FormWords.exercise(chosen)));
    }

    /** The first that is not left out: the one wanted, then those of the plan, then whatever there is. */
    private Optional<String> notLeftOut(List<SetHold.Told> told, String wanted, List<PlannedWork.Planned> plan) {
        return Stream.of(
                        Stream.of(wanted),
                        plan.stream().map(PlannedWork.Planned::exercise),
                        SIMULATED.stream(),
                        ExerciseProfile.all().stream().map(ExerciseProfile::name))
                .flatMap(names -> names)
                .filter(name -> !SetQuestions.isLeftOut(told, name))
                .findFirst();
    }

    private String simulated(List<SetHold.Told> told, String chosen) {
        if (SIMULATED.contains(chosen)) {
            return chosen;
        }
        return SIMULATED.stream()
                .filter(name -> !SetQuestions.isLeftOut(told, name))
                .findFirst()
                .orElse(DEADLIFT);
    }

    private static List<Note> caps(List<PlannedWork.Planned> plan, Person me) {
        List<Note> caps = new ArrayList<>();
        for (PlannedWork.Planned one : plan) {
            @Nullable Double capKg = one.loadCapKg();
            if (capKg != null) {
                caps.add(new Note(
                        one.exercise(),
                        Words.say(
                                "start.cap",
                                FormWords.exercise(one.exercise()),
                                me.loadUnit().format(capKg))));
            }
        }
        return caps;
    }

    private static List<Note> leftOut(List<SetHold.Told> told) {
        List<Note> notes = new ArrayList<>();
        for (ExerciseProfile profile : ExerciseProfile.all()) {
            SetQuestions.sentences(told, BegunAnyway.Question.RESTRICTED, profile.name())
                    .forEach(sentence -> notes.add(new Note(profile.name(), sentence)));
        }
        return notes;
    }

    private String lastTime(SetSummary set, Person me) {
        @Nullable Double loadKg = set.loadKg();
        return Words.say(
                "start.last",
                FormWords.exercise(set.exercise()),
                loadKg == null ? "–" : me.loadUnit().format(loadKg),
                set.repetitions(),
                moments.say(set.startedAt()));
    }

    private static String words(PlannedWork.Planned planned, Person me) {
        String name = FormWords.exercise(planned.exercise());
        @Nullable Double capKg = planned.loadCapKg();
        return capKg == null
                ? Words.say("start.plan.line", name, planned.dose())
                : Words.say(
                        "start.plan.line.cap",
                        name,
                        planned.dose(),
                        me.loadUnit().format(capKg));
    }
}

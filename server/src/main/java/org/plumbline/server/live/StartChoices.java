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
     * @param simulated what is chosen beforehand for the simulated lifter
     * @param caps the most load of each exercise that has one
     * @param leftOut what the plan leaves out, by exercise
     * @param told what they were told that speaks against any further set
     * @param plan what is planned today
     * @param lastTime the last set that counts, in a sentence, or null
     * @param lastAbove that it was above the plan, or null
     * @param instead why another exercise is chosen than the one asked for or done last, or null
     */
    record Offer(
            String exercise,
            @Nullable Double load,
            Simulated simulated,
            List<Note> caps,
            List<Note> leftOut,
            List<String> told,
            List<PlanLine> plan,
            @Nullable String lastTime,
            @Nullable String lastAbove,
            @Nullable String instead) {}

    /**
     * What is offered for the simulated lifter, who cannot do all exercises.
     *
     * @param exercise the one chosen beforehand
     * @param load its load in the person's unit, or null where none is known
     * @param repetitions its repetitions, or null where none are planned
     */
    record Simulated(
            String exercise,
            @Nullable Double load,
            @Nullable Integer repetitions) {}

    /**
     * What to offer a person. An exercise they have chosen themselves stays, also where the plan leaves it out.
     *
     * @param wanted the exercise asked for, or null
     * @param insisted the exercise they have chosen themselves for a set with sensors, or null
     * @param insistedSimulated the one they have chosen themselves for a simulated set, or null
     */
    Offer offer(Person me, @Nullable String wanted, @Nullable String insisted, @Nullable String insistedSimulated) {
        List<SetHold.Told> told = setQuestions.told(me.id());
        List<PlannedWork.Planned> plan = planned.on(me.id(), clock.instant());
        Optional<String> own = known(insisted);
        String first = own.or(() -> known(wanted)).orElseGet(() -> lastDone(me));
        String chosen = own.or(() -> notLeftOut(told, first, plan)).orElse(first);
        Optional<SetSummary> newest = summaries.last(me, chosen);
        @Nullable Double lastKg = newest.map(SetSummary::loadKg).orElse(null);
        @Nullable
        Double capKg = line(plan, chosen).map(PlannedWork.Planned::loadCapKg).orElse(null);
        return new Offer(
                chosen,
                load(lastKg, capKg, me),
                simulated(
                        me,
                        known(insistedSimulated).filter(SIMULATED::contains).orElseGet(() -> simulated(told, chosen)),
                        plan),
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
                chosen.equals(first) || insistedSimulated != null
                        ? null
                        : Words.say("start.instead", FormWords.exercise(first), FormWords.exercise(chosen)));
    }

    private static Optional<String> known(@Nullable String exercise) {
        return exercise == null
                ? Optional.empty()
                : ExerciseProfile.ofName(exercise).map(ExerciseProfile::name);
    }

    /** What they lifted last; a set in which nobody lifts says it where there is no other. */
    private String lastDone(Person me) {
        return Stream.of(SummaryFilter.counted(me), SummaryFilter.ALL)
                .flatMap(filter -> summaries.newest(me.id(), filter, 1, 0).stream())
                .map(SetSummary::exercise)
                .findFirst()
                .orElse(DEADLIFT);
    }

    private Simulated simulated(Person me, String exercise, List<PlannedWork.Planned> plan) {
        Optional<PlannedWork.Planned> line = line(plan, exercise);
        return new Simulated(
                exercise,
                load(
                        summaries
                                .lastSimulated(me.id(), exercise)
                                .map(SetSummary::loadKg)
                                .orElse(null),
                        line.map(PlannedWork.Planned::loadCapKg).orElse(null),
                        me),
                line.map(PlannedWork.Planned::repetitions).orElse(null));
    }

    private static Optional<PlannedWork.Planned> line(List<PlannedWork.Planned> plan, String exercise) {
        return plan.stream().filter(one -> one.exercise().equals(exercise)).findFirst();
    }

    /** Last time's, or the plan's most where there is none or it was more: in the person's unit, to the half as loads are shown. */
    private static @Nullable Double load(@Nullable Double lastKg, @Nullable Double capKg, Person me) {
        @Nullable Double loadKg = lastKg == null || PlannedWork.isAbove(lastKg, capKg) ? capKg : lastKg;
        return loadKg == null ? null : me.loadUnit().shown(loadKg);
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

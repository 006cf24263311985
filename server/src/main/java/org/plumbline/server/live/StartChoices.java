package org.plumbline.server.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

    private final SetSummaries summaries;
    private final PlannedSets planned;
    private final SetQuestions setQuestions;
    private final Moments moments;

    StartChoices(SetSummaries summaries, PlannedSets planned, SetQuestions setQuestions, Moments moments) {
        this.summaries = summaries;
        this.planned = planned;
        this.setQuestions = setQuestions;
        this.moments = moments;
    }

    /**
     * A line of the plan, to begin a set with.
     *
     * @param done how much of it was done, where nothing is left of it for today; else null
     */
    record PlanLine(String exercise, String words, @Nullable String done) {}

    /** A note on an exercise: it is said where that one is chosen. */
    record Note(String exercise, String words) {}

    /**
     * What a person was told, with the page where it is dealt with.
     *
     * @param exercises the exercises it speaks of, with spaces between, or null where of every one
     */
    record Told(@Nullable String exercises, String sentence, String link, String linkText) {}

    /**
     * What a set of an exercise is filled in with.
     *
     * @param load its load in the person's unit, or null where none is known
     * @param words the last set that counts, in a sentence, and that it was above the plan; or null
     */
    record Last(
            String exercise,
            @Nullable Double load,
            @Nullable String words) {
        private Last unsaid() {
            return new Last(exercise, load, null);
        }
    }

    /**
     * What is offered.
     *
     * @param exercise the exercise chosen beforehand
     * @param lasts what each exercise is filled in with, where something is known; nothing where something was told that speaks against any set
     * @param simulated what is chosen beforehand for the simulated lifter
     * @param caps the most load of each exercise that has one
     * @param leftOut what the plan leaves out
     * @param told what they were told that speaks against any further set
     * @param plan what is planned today; nothing where something was told that speaks against any set, or leaves the exercise out
     * @param instead why another exercise is chosen than the one asked for or done last, or null
     */
    record Offer(
            String exercise,
            List<Last> lasts,
            Simulated simulated,
            List<Note> caps,
            List<Told> leftOut,
            List<Told> told,
            List<PlanLine> plan,
            @Nullable String instead) {
        /** Load of the exercise chosen beforehand, or null where none is known. */
        public @Nullable Double load() {
            return StartChoices.load(lasts, exercise);
        }

        /** Whether something of the plan is left to do today. */
        public boolean planIsOpen() {
            return plan.stream().anyMatch(line -> line.done() == null);
        }
    }

    /**
     * What is offered for the simulated lifter, who cannot do all exercises.
     *
     * @param exercise the one chosen beforehand
     * @param lasts what each is filled in with
     * @param repetitions its repetitions, or null where none are planned
     * @param instead why it is another one than with sensors, or null
     */
    record Simulated(
            String exercise,
            List<Last> lasts,
            @Nullable Integer repetitions,
            @Nullable String instead) {
        /** Load of the exercise chosen beforehand, or null where none is known. */
        public @Nullable Double load() {
            return StartChoices.load(lasts, exercise);
        }
    }

    private static @Nullable Double load(List<Last> lasts, String exercise) {
        return lasts.stream()
                .filter(last -> last.exercise().equals(exercise))
                .findFirst()
                .map(Last::load)
                .orElse(null);
    }

    /**
     * What to offer a person. An exercise they have chosen themselves stays, also where the plan leaves it out.
     *
     * @param wanted the exercise asked for, or null
     * @param insisted the exercise they have chosen themselves for a set with sensors, or null
     * @param insistedSimulated the one they have chosen themselves for a simulated set, or null
     * @param simulatedSensors whether nobody wears the sensors
     */
    Offer offer(
            Person me,
            @Nullable String wanted,
            @Nullable String insisted,
            @Nullable String insistedSimulated,
            boolean simulatedSensors) {
        List<SetHold.Told> told = setQuestions.told(me.id());
        List<PlannedWork.Today> today = planned.today(me.id());
        List<PlannedWork.Planned> plan =
                today.stream().map(PlannedWork.Today::planned).toList();
        Optional<String> own = known(insisted);
        String first = own.or(() -> known(wanted)).orElseGet(() -> lastDone(me));
        List<Told> heldBack = told(told, BegunAnyway.Question.TOLD);
        String chosen = own.or(() -> notLeftOut(told, first, plan)).orElse(first);
        return new Offer(
                chosen,
                heldBack.isEmpty() ? lasts(simulatedSensors, plan, me) : List.of(),
                simulated(me, known(insistedSimulated).orElse(chosen), told, plan),
                caps(plan, me),
                told(told, BegunAnyway.Question.RESTRICTED),
                heldBack,
                heldBack.isEmpty() ? lines(today, told, me) : List.of(),
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

    private Simulated simulated(Person me, String wanted, List<SetHold.Told> told, List<PlannedWork.Planned> plan) {
        String exercise = SimulationRequest.EXERCISES.contains(wanted) ? wanted : simulated(told);
        return new Simulated(
                exercise,
                lasts(summaries.lastSimulatedOfEach(me.id()), plan, me),
                line(plan, exercise).map(PlannedWork.Planned::repetitions).orElse(null),
                exercise.equals(wanted)
                        ? null
                        : Words.say(
                                "start.simulated.instead", FormWords.exercise(wanted), FormWords.exercise(exercise)));
    }

    private List<Last> lasts(boolean simulatedSensors, List<PlannedWork.Planned> plan, Person me) {
        return simulatedSensors ? lastsOfNobody(plan, me) : lasts(summaries.lastOfEach(me), plan, me);
    }

    /** With sensors that nobody wears the next set is filled in all the same; that somebody lifted it is not said. */
    private List<Last> lastsOfNobody(List<PlannedWork.Planned> plan, Person me) {
        return lasts(summaries.lastSimulatedOfEach(me.id()), plan, me).stream()
                .map(Last::unsaid)
                .toList();
    }

    /** Of every exercise that was done or is planned. */
    private List<Last> lasts(List<SetSummary> newest, List<PlannedWork.Planned> plan, Person me) {
        List<Last> lasts = new ArrayList<>();
        for (ExerciseProfile profile : ExerciseProfile.all()) {
            Optional<SetSummary> last = newest.stream()
                    .filter(set -> set.exercise().equals(profile.name()))
                    .findFirst();
            @Nullable Double lastKg = last.map(SetSummary::loadKg).orElse(null);
            @Nullable
            Double capKg = line(plan, profile.name())
                    .map(PlannedWork.Planned::loadCapKg)
                    .orElse(null);
            if (lastKg != null || capKg != null) {
                lasts.add(new Last(
                        profile.name(),
                        load(lastKg, capKg, me),
                        last.map(set -> lastTime(set, capKg, me)).orElse(null)));
            }
        }
        return lasts;
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
                        ExerciseProfile.all().stream().map(ExerciseProfile::name))
                .flatMap(names -> names)
                .filter(name -> !SetQuestions.isLeftOut(told, name))
                .findFirst();
    }

    private static String simulated(List<SetHold.Told> told) {
        return SimulationRequest.EXERCISES.stream()
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

    private static List<Told> told(List<SetHold.Told> told, BegunAnyway.Question question) {
        return told.stream()
                .filter(one -> one.question() == question)
                // one that names no exercise is asked about before none
                .filter(one -> one.exercises() == null || !one.exercises().isEmpty())
                .map(one -> new Told(
                        one.exercises() == null ? null : String.join(" ", new TreeSet<>(one.exercises())),
                        one.sentence(),
                        one.link(),
                        one.linkText()))
                .toList();
    }

    private String lastTime(SetSummary set, @Nullable Double capKg, Person me) {
        @Nullable Double loadKg = set.loadKg();
        String said = Words.say(
                "start.last",
                FormWords.exercise(set.exercise()),
                loadKg == null ? "–" : me.loadUnit().format(loadKg),
                set.repetitions(),
                moments.say(set.startedAt()));
        if (summaries.isEndedEarlySince(set)) {
            said += " " + Words.say("progress.early");
        }
        return loadKg != null && capKg != null && PlannedWork.isAbove(loadKg, capKg)
                ? said + " " + Words.say("start.last.above", me.loadUnit().format(capKg))
                : said;
    }

    /** What is left to do first. */
    private static List<PlanLine> lines(List<PlannedWork.Today> plan, List<SetHold.Told> told, Person me) {
        return plan.stream()
                .filter(one -> !SetQuestions.isLeftOut(told, one.planned().exercise()))
                .map(one -> new PlanLine(one.planned().exercise(), words(one.planned(), me), done(one.week())))
                .sorted(Comparator.comparing(line -> line.done() != null))
                .toList();
    }

    private static @Nullable String done(PlannedWork.ThisWeek week) {
        if (!week.isDone() && !week.todayDone()) {
            return null;
        }
        return Words.say(week.isDone() ? "start.plan.done" : "start.plan.done.today", week.daysDone(), week.days());
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

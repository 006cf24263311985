package org.plumbline.server.today;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Activities;
import org.plumbline.server.training.Activity;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Judged;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.PlannedWork;
import org.plumbline.server.training.Progress;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.ProgressPoint;
import org.plumbline.server.training.ProgressionAdvice;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.training.StoppedSets;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page a lifter's day begins with: what waits, what is next, and a way to begin. */
@Controller
class TodayController {
    private static final int DAYS_OF_WALKING = 7;

    private final SetSummaries summaries;
    private final TrainingLog log;
    private final Progress progress;
    private final Activities activities;
    private final List<TodayCard.Source> sources;
    private final SetQuestions questions;
    private final StoppedSets stopped;
    private final PlannedSets planned;
    private final Moments moments;
    private final Clock clock;

    TodayController(
            SetSummaries summaries,
            TrainingLog log,
            Progress progress,
            Activities activities,
            List<TodayCard.Source> sources,
            SetQuestions questions,
            StoppedSets stopped,
            PlannedSets planned,
            Moments moments,
            Clock clock) {
        this.stopped = stopped;
        this.planned = planned;
        this.questions = questions;
        this.summaries = summaries;
        this.log = log;
        this.progress = progress;
        this.activities = activities;
        this.sources = sources;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * The last set, or the last one that counts and was not ended early.
     *
     * @param cap the most load the plan says for it now, where that is less than it had; or null
     * @param held for how long its holds were held, or null where it is of none
     * @param level highest level of its flags, {@link FormWords#NOT_ASSESSED} where its form was not judged of all of it; the highest where it was stopped
     * @param stopped whether it was stopped for pain
     * @param effortSaid whether the lifter has said how hard it was
     */
    private record Last(
            UUID id,
            String when,
            String exercise,
            String exerciseTitle,
            int repetitions,
            @Nullable String load,
            @Nullable String cap,
            @Nullable String held,
            int flagged,
            int level,
            String levelWord,
            boolean stopped,
            boolean simulated,
            boolean effortSaid) {
        private static Last of(
                SetSummary set,
                @Nullable Double capKg,
                @Nullable String held,
                boolean stopped,
                Person me,
                Moments moments) {
            Judged judged = set.judged();
            return new Last(
                    set.setId(),
                    moments.say(set.startedAt()),
                    set.exercise(),
                    FormWords.exercise(set.exercise()),
                    set.repetitions(),
                    set.loadKg() == null ? null : me.loadUnit().format(set.loadKg()),
                    capKg == null ? null : me.loadUnit().format(capKg),
                    held,
                    set.flaggedRepetitions(),
                    stopped ? FormWords.STRONGEST : judged.level(set.strongestLevel()),
                    judged.assessed() > 0 || set.strongestLevel() > 0
                            ? judged.words(set.strongestLevel(), ExerciseProfile.isHold(set.exercise()))
                            : Words.say("today.not-assessed"),
                    stopped,
                    set.simulated(),
                    !set.effort().isEmpty());
        }
    }

    @GetMapping("/today")
    String today(@SignedIn Person me, Model model) {
        Instant now = clock.instant();
        model.addAttribute("nav", "today");
        List<TodayCard> cards = sources.stream()
                .flatMap(source -> source.cards(me, now).stream())
                .sorted(Comparator.comparingInt(TodayCard::order))
                .toList();
        List<SetHold.Told> told = questions.told(me.id());
        boolean heldBack = cards.stream().anyMatch(TodayCard::holdsBack)
                || told.stream().anyMatch(one -> one.question() == BegunAnyway.Question.TOLD);
        model.addAttribute(
                "cards",
                cards.stream().filter(card -> !heldBack || !card.isPlanned()).toList());
        model.addAttribute("heldBack", heldBack);
        Optional<SetSummary> last =
                summaries.newest(me.id(), SummaryFilter.ALL, 1, 0).stream().findFirst();
        Optional<SetSummaries.Whole> newestWhole = summaries.newestWhole(me);
        Optional<SetSummary> whole = newestWhole.map(SetSummaries.Whole::set);
        model.addAttribute("last", last.map(set -> last(set, me)).orElse(null));
        model.addAttribute(
                "before",
                whole.map(set -> Last.of(set, cap(set, now), held(set), false, me, moments))
                        .orElse(null));
        model.addAttribute(
                "earlyLeftOut",
                newestWhole.filter(SetSummaries.Whole::leavesOut).isPresent());
        model.addAttribute(
                "leftOut",
                whole.filter(set -> SetQuestions.isLeftOut(told, set.exercise()))
                        .isPresent());
        model.addAttribute(
                "suggested", whole.flatMap(set -> suggested(me, set.exercise())).orElse(null));
        addPlan(model, me, whole.map(SetSummary::exercise).orElse(null), told);
        model.addAttribute("restSince", restSince(me, now).orElse(null));
        List<ProgressPoint> weeks =
                progress.series(me.id(), null, ProgressKind.FREQUENCY).points();
        model.addAttribute(
                "days", weeks.isEmpty() ? 0 : (int) weeks.get(weeks.size() - 1).value());
        model.addAttribute("daysAimedAt", (int) Progress.DAYS_A_WEEK.high());
        model.addAttribute("walked", walked(me));
        return "today";
    }

    /** Where the plan has nothing left today of what was lifted last, that is not offered again, but what is left of it. */
    private void addPlan(Model model, Person me, @Nullable String lifted, List<SetHold.Told> told) {
        List<PlannedWork.Today> plan = planned.today(me.id());
        boolean done = plan.stream()
                .anyMatch(one ->
                        one.planned().exercise().equals(lifted) && !one.week().isLeftToday());
        Optional<PlannedWork.Planned> next = plan.stream()
                .filter(one -> done && one.week().isLeftToday())
                .map(PlannedWork.Today::planned)
                .filter(one -> !SetQuestions.isLeftOut(told, one.exercise()))
                .findFirst();
        model.addAttribute("planDone", done);
        model.addAttribute(
                "nextExercise", next.map(PlannedWork.Planned::exercise).orElse(null));
        model.addAttribute("nextPlanned", next.map(one -> nextPlanned(one, me)).orElse(null));
    }

    private static String nextPlanned(PlannedWork.Planned planned, Person me) {
        @Nullable Double capKg = planned.loadCapKg();
        String exercise = FormWords.exercise(planned.exercise());
        return capKg == null
                ? Words.say("today.next.plan", exercise, planned.dose())
                : Words.say(
                        "today.next.plan.cap",
                        exercise,
                        planned.dose(),
                        me.loadUnit().format(capKg));
    }

    private Last last(SetSummary set, Person me) {
        boolean stops = !stopped.shown(me, me.id(), List.of(set.setId())).isEmpty();
        return Last.of(set, null, held(set), stops, me, moments);
    }

    private @Nullable Double cap(SetSummary set, Instant now) {
        return planned.capBelow(set.lifterId(), set.exercise(), now, set.loadKg())
                .orElse(null);
    }

    private @Nullable String held(SetSummary set) {
        return ExerciseProfile.isHold(set.exercise()) ? summaries.figures(set).orElse(null) : null;
    }

    /** Least and most load that is suggested next; empty where none is. */
    private Optional<List<String>> suggested(Person me, String exercise) {
        ProgressionAdvice advice = progress.advice(me.id(), exercise);
        Double low = advice.lowKg();
        Double high = advice.highKg();
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(List.of(me.loadUnit().format(low), me.loadUnit().format(high)));
    }

    /** When the rest began, while there is a session that goes on. */
    private Optional<Instant> restSince(Person me, Instant now) {
        return log.lastEnd(me.id()).filter(end -> TrainingLog.isRest(end, now));
    }

    private int walked(Person me) {
        LocalDate from = LocalDate.now(clock.withZone(ZoneId.systemDefault())).minusDays(DAYS_OF_WALKING - 1L);
        return activities.since(me.id(), from).stream()
                .filter(one -> one.kind() == Activity.Kind.WALKING)
                .mapToInt(Activity::minutes)
                .sum();
    }
}

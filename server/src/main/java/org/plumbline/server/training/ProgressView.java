package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;

/**
 * Progress in an exercise as its page shows it: numbers with their units, sentences as message keys with what stands in them.
 *
 * @param simulated whether the sets are simulated
 * @param notCounted simulated sets that do not count
 * @param advice message key of the advice
 * @param adviceArguments least and most load suggested, the load of the last session, and the most the plan says
 * @param goal repetitions aimed at, or null
 * @param steps every step up of the load, newest first
 * @param loads what the loads come to
 * @param repetitions what the repetitions come to, or null where there is no load
 * @param once what the estimate comes to, or null where every set is simulated and none counts: that is said once
 * @param onceDrawable whether there is an estimate to draw
 * @param form flexion, twist and drift; empty where no set counts
 */
record ProgressView(
        boolean simulated,
        int notCounted,
        String advice,
        List<String> adviceArguments,
        @Nullable Integer goal,
        List<Step> steps,
        Sentence loads,
        @Nullable Sentence repetitions,
        @Nullable Sentence once,
        boolean onceDrawable,
        List<Form> form) {

    private static final Sentence SIMULATED_ALONE = Sentence.of("progress.simulated_alone");

    /** A sentence of the message file. */
    record Sentence(String key, List<?> arguments) {
        static Sentence of(String key, Object... arguments) {
            return new Sentence(key, List.of(arguments));
        }

        /** What stands in it, for the page. */
        public Object[] values() {
            return arguments.toArray();
        }
    }

    /**
     * @param gain what it was more, or null for the load begun with
     * @param planned the most the plan said, where the load is above it and the reader may know; else null
     */
    record Step(
            UUID setId,
            String when,
            String load,
            int repetitions,
            @Nullable String gain,
            @Nullable String planned) {}

    /**
     * @param what the series' word
     * @param drawable whether there is something to draw
     * @param finding what it comes to
     * @param basis what is usual rests on, or null
     * @param beyond whether the last set lies beyond what can be told from noise
     * @param flagged how many repetitions of the last set were flagged, whatever for, or null where none was
     */
    record Form(
            String what,
            boolean drawable,
            Sentence finding,
            @Nullable Sentence basis,
            boolean beyond,
            @Nullable Sentence flagged) {}

    static ProgressView of(Progress.OfExercise found, LoadUnit unit, Moments moments) {
        ProgressSeries load = found.of(ProgressKind.LOAD);
        ProgressionAdvice advice = found.advice();
        boolean simulatedAlone = found.counted() == 0 && found.notCounted() > 0;
        return new ProgressView(
                load.simulated(),
                found.notCounted(),
                adviceKey(advice, found.capKg()),
                List.of(
                        say(advice.lowKg(), unit),
                        say(advice.highKg(), unit),
                        say(advice.loadKg(), unit),
                        say(found.capKg(), unit)),
                found.goal(),
                steps(load, found.stepCapsKg(), unit, moments),
                simulatedAlone ? SIMULATED_ALONE : loads(load, unit),
                repetitions(found.of(ProgressKind.REPETITIONS)),
                simulatedAlone ? null : once(found.of(ProgressKind.E1RM), unit, moments),
                !simulatedAlone && !found.of(ProgressKind.E1RM).points().isEmpty(),
                simulatedAlone
                        ? List.of()
                        : Stream.of(ProgressKind.FLEXION, ProgressKind.TWIST, ProgressKind.DRIFT)
                                .map(kind -> form(found.of(kind)))
                                .toList());
    }

    /** What stands in the advice, for the page. */
    public Object[] adviceValues() {
        return adviceArguments.toArray();
    }

    /** After a long break a lighter load is named, unless pain speaks against it; of a plan that says less, what it says. */
    private static String adviceKey(ProgressionAdvice advice, @Nullable Double capKg) {
        boolean capped = advice.outcome() == ProgressionAdvice.Outcome.LONG_AGO && capKg != null;
        return "progress.advice." + advice.outcome().word() + (capped ? ".cap" : "");
    }

    private static String say(@Nullable Double loadKg, LoadUnit unit) {
        return loadKg == null ? "–" : unit.format(loadKg);
    }

    private static List<Step> steps(ProgressSeries load, Map<UUID, Double> capsKg, LoadUnit unit, Moments moments) {
        List<Step> steps = new ArrayList<>();
        for (LoadStep step : load.steps()) {
            @Nullable Double capKg = capsKg.get(step.setId());
            steps.add(new Step(
                    step.setId(),
                    moments.say(step.at()),
                    unit.format(step.loadKg()),
                    step.repetitions(),
                    step.gainKg() == null ? null : "+" + unit.format(step.gainKg()),
                    capKg == null ? null : unit.format(capKg)));
        }
        Collections.reverse(steps);
        return steps;
    }

    private static Sentence loads(ProgressSeries load, LoadUnit unit) {
        List<LoadStep> steps = load.steps();
        if (steps.isEmpty()) {
            return Sentence.of("progress.loads.none");
        }
        String first = unit.format(steps.get(0).loadKg());
        return steps.size() == 1
                ? Sentence.of("progress.loads.one", first)
                : Sentence.of(
                        "progress.loads.steps",
                        first,
                        unit.format(steps.get(steps.size() - 1).loadKg()),
                        steps.size() - 1);
    }

    private static @Nullable Sentence repetitions(ProgressSeries repetitions) {
        List<ProgressPoint> points = repetitions.points();
        if (points.isEmpty()) {
            return null;
        }
        int most = (int) points.stream().mapToDouble(ProgressPoint::value).max().orElse(0);
        return Sentence.of("progress.repetitions.last", (int) last(repetitions).value(), most);
    }

    private static Sentence once(ProgressSeries once, LoadUnit unit, Moments moments) {
        if (once.points().isEmpty()) {
            return Sentence.of("progress.e1rm.none");
        }
        ProgressPoint last = last(once);
        String low = say(last.low(), unit);
        String high = say(last.high(), unit);
        String when = moments.say(last.at());
        return low.equals(high)
                ? Sentence.of("progress.e1rm.last.one", low, when)
                : Sentence.of("progress.e1rm.last", low, high, when);
    }

    private static Form form(ProgressSeries series) {
        String what = series.kind().word();
        if (series.points().isEmpty()) {
            return new Form(what, false, Sentence.of("progress.form.none"), null, false, null);
        }
        ProgressPoint last = last(series);
        String value = FormWords.amount(last.value(), series.kind().unit());
        @Nullable
        Sentence flagged =
                last.flaggedRepetitions() == 0 ? null : Sentence.of("progress.form.flagged", last.flaggedRepetitions());
        ProgressSeries.Usual usual = series.usual();
        if (usual == null) {
            return new Form(what, true, Sentence.of("progress.form.no-usual", value), null, false, flagged);
        }
        String stem = series.kind() == ProgressKind.DRIFT ? "progress.drift." : "progress.form.";
        Sentence finding = Sentence.of(
                stem + (last.beyondUsual() ? "beyond" : "within"),
                value,
                FormWords.amount(usual.value(), series.kind().unit()),
                "±" + FormWords.amount(usual.detectableChange(), series.kind().unit()));
        Sentence basis = series.kind() == ProgressKind.DRIFT
                ? null
                : Sentence.of(usual.approved() ? "progress.form.approved" : "progress.form.first", usual.from());
        return new Form(what, true, finding, basis, last.beyondUsual(), flagged);
    }

    private static ProgressPoint last(ProgressSeries series) {
        return series.points().get(series.points().size() - 1);
    }
}

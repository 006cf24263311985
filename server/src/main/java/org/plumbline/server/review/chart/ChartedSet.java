package org.plumbline.server.review.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SensorView;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * A set as its charts see it.
 *
 * @param exercise name of the exercise
 * @param repetitions its repetitions
 * @param finding what it comes down to
 * @param usual the lifter's usual, or null where nothing is known of it
 * @param limits the limits it was held to
 * @param off rules that somebody had switched off for the lifter
 * @param holdTargetS for how long each hold was to be held, as far as the reader may know, or null
 * @param changes what changed where form did
 * @param all how many repetitions it has: more than are here where it is very long and this is a part of it
 */
public record ChartedSet(
        String exercise,
        List<StoredRepetition> repetitions,
        SetFinding finding,
        @Nullable UsualBand usual,
        FormLimits limits,
        List<FormRule> off,
        @Nullable Double holdTargetS,
        FormChanges changes,
        int all) {
    /** What the course of trunk inclination shows. */
    private static final Set<String> OF_LEAN =
            Set.of(Metric.TRUNK_INCLINATION_PEAK.jsonName(), Metric.TRUNK_INCLINATION_RANGE.jsonName());

    /**
     * @param approvedFlexionDeg courses of the repetitions approved as the lifter's usual; may be empty
     * @param changes what changed where form did
     */
    public static ChartedSet of(
            String exercise,
            List<StoredRepetition> repetitions,
            List<double[]> approvedFlexionDeg,
            FormLimits limits,
            FormChanges changes) {
        return new ChartedSet(
                exercise,
                repetitions,
                SetFinding.of(repetitions, exercise, limits, null, changes),
                approvedFlexionDeg.isEmpty()
                        ? UsualBand.ofFirst(repetitions)
                        : UsualBand.ofApproved(approvedFlexionDeg),
                limits,
                List.of(),
                null,
                changes,
                repetitions.size());
    }

    /** The same as a part of a set of so many repetitions: what it comes down to names the part. */
    public ChartedSet partOf(int whole) {
        return with(limits, holdTargetS, whole);
    }

    /** The same as a part of a set that began with these: where nothing was approved, they stand for the usual. */
    public ChartedSet begunWith(List<StoredRepetition> first) {
        return usual != null && usual.approved()
                ? this
                : new ChartedSet(
                        exercise,
                        repetitions,
                        finding,
                        UsualBand.ofFirst(first),
                        limits,
                        off,
                        holdTargetS,
                        changes,
                        all);
    }

    /** The same where somebody had switched these rules off. */
    public ChartedSet notJudging(List<FormRule> rules) {
        return new ChartedSet(exercise, repetitions, finding, usual, limits, rules, holdTargetS, changes, all);
    }

    private ChartedSet with(FormLimits held, @Nullable Double targetS, int whole) {
        SetFinding found = SetFinding.of(repetitions, exercise, held, targetS, changes);
        return new ChartedSet(
                exercise,
                repetitions,
                new SetFinding(
                        sentence(exercise, repetitions, whole, found.sentence()), found.strongest(), found.flagged()),
                usual,
                held,
                off,
                targetS,
                changes,
                whole);
    }

    /** A sentence about these repetitions, which names them where they are a part of the set. */
    String sentence(String said) {
        return sentence(exercise, repetitions, all, said);
    }

    private static String sentence(String exercise, List<StoredRepetition> repetitions, int whole, String said) {
        return repetitions.size() == whole || repetitions.isEmpty()
                ? said
                : HoldWords.say(
                        ExerciseProfile.isHold(exercise),
                        "set_finding.part",
                        repetitions.get(0).result().number(),
                        repetitions.get(repetitions.size() - 1).result().number(),
                        whole,
                        said);
    }

    /** The same where each hold was to be held so long; null where that is not known. */
    public ChartedSet toBeHeld(@Nullable Double targetS) {
        return with(limits, targetS, all);
    }

    private ExerciseProfile profile() {
        return ExerciseProfile.ofAnyName(exercise);
    }

    /** Whether it is of postures that are held. */
    public boolean isHold() {
        return profile().isHold();
    }

    /** Whether its efforts lead into extension: what they are known by is the least flexion then, not the most. */
    boolean isTowardExtension() {
        return profile().isTowardExtension();
    }

    /** The text of a key, as it is said of what the set is of. */
    String say(String key, Object... arguments) {
        return HoldWords.say(isHold(), key, arguments);
    }

    /** The same beside what a plan prescribes for it; of two numbers the lower one holds. */
    public ChartedSet prescribing(Map<Metric, Double> most) {
        FormLimits both = limits;
        for (Map.Entry<Metric, Double> one : most.entrySet()) {
            both = both.prescribing(one.getKey(), one.getValue());
        }
        return with(both, holdTargetS, all);
    }

    /** Whether lumbar flexion is known in any repetition. */
    public boolean hasFlexion() {
        return repetitions.stream()
                .anyMatch(repetition ->
                        SetFinding.peak(repetition.curves().lumbarFlexionDeg()).isPresent());
    }

    /** Whether a rule was watched in the set: some need both sensors, some are for where there is but one. */
    boolean isWatched(FormRule rule) {
        return limits.of(rule) != null && isSeen(rule, hasFlexion());
    }

    /** Whether a metric has a limit that was watched in the set. */
    boolean isLimited(Metric metric) {
        return limits.prescribed().containsKey(metric)
                || (metric.isOfTempo() && isWatched(FormRule.TEMPO))
                || Arrays.stream(FormRule.values())
                        .anyMatch(rule -> rule.metric() == metric && rule.isOfItsMetricAlone() && isWatched(rule));
    }

    /** Whether a metric would have a limit, had nobody switched the rule off that looks at it. */
    boolean isSwitchedOff(Metric metric) {
        return !isLimited(metric) && switchedOff().anyMatch(rule -> rule.metric() == metric);
    }

    /** The rules that were switched off for the lifter, of those that the sensors of the set could see. */
    Stream<FormRule> switchedOff() {
        return off.stream().filter(rule -> isSeen(rule, hasFlexion()));
    }

    /** Whether the sensors of a set can see what a rule looks at. */
    public static boolean isSeen(FormRule rule, boolean spineSeen) {
        return spineSeen
                ? rule.isSeenBy(SensorView.TRUNK_AND_PELVIS)
                : rule.isSeenBy(SensorView.TRUNK_ONLY) || rule.isSeenBy(SensorView.PELVIS_ONLY);
    }

    /** Whether there is a course to draw: one sensor at the pelvis gives neither flexion nor trunk inclination. */
    public boolean isDrawable() {
        if (isHold()) {
            return repetitions.stream()
                    .anyMatch(
                            hold -> SetFinding.peak(hold.curves().holdSagDeg()).isPresent());
        }
        return hasFlexion() || hasInclination();
    }

    private boolean hasInclination() {
        return repetitions.stream()
                .anyMatch(repetition -> SetFinding.peak(repetition.curves().trunkInclinationDeg())
                        .isPresent());
    }

    /** Whether the one chart of all repetitions is of lumbar flexion: where that is known, unless the set comes down to trunk lean. */
    boolean isShownByFlexion() {
        @Nullable FormFlag strongest = finding.strongest();
        boolean ofLean = strongest != null && OF_LEAN.contains(strongest.metric());
        return hasFlexion() && !(ofLean && hasInclination());
    }

    /** Whether its holds were analysed by a version that did not keep the course of what they are judged by. */
    public boolean hasHoldsOfBefore() {
        return isHold() && repetitions.stream().anyMatch(hold -> hold.curves().holdSagDeg().length == 0);
    }

    /** Why there is no course to draw. */
    public String withoutCourse() {
        if (repetitions.isEmpty()) {
            return say("chart.overlay.no-repetition");
        }
        return Words.say(hasHoldsOfBefore() ? "chart.hold.before" : "chart.overlay.no-course");
    }

    /** A course of a repetition: lumbar flexion, or trunk inclination. */
    static double[] course(StoredRepetition repetition, boolean flexion) {
        return flexion
                ? repetition.curves().lumbarFlexionDeg()
                : repetition.curves().trunkInclinationDeg();
    }

    /** The usual of a course; null where nothing is known of it. */
    @Nullable
    UsualBand band(boolean flexion) {
        return flexion ? usual : null;
    }

    /** The limits as words need them; a chart names nobody. */
    LimitNames unnamed() {
        return LimitNames.unnamed(limits);
    }

    /** What a repetition is known by in a course, as the pages say it. */
    String peak(StoredRepetition repetition, boolean flexion) {
        return said(repetition, flexion ? ofFlexion() : Metric.TRUNK_INCLINATION_PEAK);
    }

    /** What the course of lumbar flexion is labelled with. */
    Metric ofFlexion() {
        return isTowardExtension() ? Metric.LOCKOUT_EXTENSION : Metric.LUMBAR_FLEXION_PEAK;
    }

    /** The point of a course that its label speaks of, or -1. */
    int farthestAt(double[] course, boolean flexion) {
        return isTowardExtension() && flexion ? Courses.leastAt(course) : Courses.peakAt(course);
    }

    /** The most that a plan prescribes for the peak of a course: lumbar flexion, or trunk inclination. */
    OptionalDouble prescribedDeg(boolean flexion) {
        @Nullable
        Double most = limits.prescribed().get(flexion ? Metric.LUMBAR_FLEXION_PEAK : Metric.TRUNK_INCLINATION_PEAK);
        return most == null ? OptionalDouble.empty() : OptionalDouble.of(most);
    }

    /** A peak as the pages say it; empty where it was not assessed. */
    String said(StoredRepetition repetition, Metric metric) {
        return SetFinding.figure(repetition, metric).stream()
                .mapToObj(peak -> FormWords.amountAmong(peak, unnamed().levels(metric.jsonName()), metric.unit()))
                .findFirst()
                .orElse("");
    }

    /** Where in a repetition a moment lies, percent, at the median of the repetitions. */
    OptionalDouble percentOf(ToDoubleFunction<AnalysisResult.Repetition> timeS) {
        double[] percents = repetitions.stream()
                .map(StoredRepetition::result)
                .mapToDouble(result -> percent(result, timeS.applyAsDouble(result)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return percents.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(percents[percents.length / 2]);
    }

    static double percent(AnalysisResult.Repetition repetition, double timeS) {
        return 100 * (timeS - repetition.startS()) / (repetition.endS() - repetition.startS());
    }

    static double topS(AnalysisResult.Repetition repetition) {
        return repetition.topS() == null ? Double.NaN : repetition.topS();
    }
}

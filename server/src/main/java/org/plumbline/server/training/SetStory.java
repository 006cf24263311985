package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionsLeft;
import org.plumbline.server.web.Words;

/** What happened over a set as a whole, in plain sentences: where it was stopped, tiring, form that leaves the usual, and when to stop. */
public final class SetStory {
    private SetStory() {}

    /** The sentences while the set runs, the most important first; empty where nothing can be said. */
    public static List<String> soFar(AnalysisResult result) {
        return sentences(result, false);
    }

    /**
     * The sentences once the set is over, where it was stopped first.
     *
     * @param holdTargetS for how long each hold was to be held, as far as the reader may know, or null
     */
    public static List<String> of(AnalysisResult result, @Nullable Double holdTargetS) {
        List<String> story = new ArrayList<>();
        @Nullable String left = UnfinishedWords.sentence(result, holdTargetS);
        if (left != null) {
            story.add(left);
        }
        story.addAll(withoutStop(result));
        return List.copyOf(story);
    }

    /** The sentences once the set is over, for a place where {@link UnfinishedWords} stand by themselves. */
    public static List<String> withoutStop(AnalysisResult result) {
        return sentences(result, true);
    }

    private static List<String> sentences(AnalysisResult result, boolean over) {
        AnalysisResult.SetSummary set = result.set();
        List<String> story = new ArrayList<>();
        story.addAll(changed(result, over));
        @Nullable Double loss = set.speedLossPercent();
        if (loss != null && loss >= Metric.TRUNK_SPEED_LOSS.minimalDetectableChange()) {
            story.add(Words.say(
                    isTwoSensor(result) ? "story.speed_loss" : "story.speed_loss_one_sensor",
                    FormWords.amount(loss, "%")));
        }
        if (set.suggestStopAfter() != null) {
            story.add(Words.say("story.stop_suggested", set.suggestStopAfter()));
        }
        @Nullable RepetitionsLeft reserve = set.repetitionsLeft();
        if (reserve != null) {
            story.add(left(reserve, over));
        }
        return List.copyOf(story);
    }

    /** While it runs only what stays true: a form that is beyond the usual now may come back. */
    private static List<String> changed(AnalysisResult result, boolean over) {
        AnalysisResult.SetSummary set = result.set();
        String usual = Words.say(isHeldAgainstApproved(result) ? "story.usual" : "story.first_reps");
        if (over && set.formLeavesUsualFrom() != null) {
            return List.of(Words.say("story.changed_to_the_end", set.formLeavesUsualFrom(), usual));
        }
        return set.beyondUsual().isEmpty()
                ? List.of()
                : List.of(Words.say(
                        over ? "story.changed_and_back" : "story.changed_so_far",
                        RepetitionNumbers.say(set.beyondUsual()),
                        usual));
    }

    /** Whether repetitions were approved as the lifter's usual; without them it is counted from the first ones of the set. */
    private static boolean isHeldAgainstApproved(AnalysisResult result) {
        return result.repetitions().stream()
                .anyMatch(repetition -> repetition.metrics().containsKey(Metric.BASELINE_DEVIATION.jsonName())
                        || repetition.metrics().containsKey(Metric.TRUNK_DEVIATION.jsonName()));
    }

    private static String left(RepetitionsLeft left, boolean over) {
        String metric = FormWords.metric(left.metric());
        return Words.say(
                over ? "story.left_at_end" : "story.left_now",
                range(left),
                Character.toLowerCase(metric.charAt(0)) + metric.substring(1));
    }

    private static String range(RepetitionsLeft left) {
        if (left.least() == left.most()) {
            return Words.say("story.reps", left.most());
        }
        return left.least() == 0
                ? Words.say("story.reps_at_most", left.most())
                : Words.say("story.reps_range", left.least(), left.most());
    }

    /** Whether the lumbar spine was between two sensors. */
    public static boolean isTwoSensor(AnalysisResult result) {
        return result.recording().mode().equals("two-sensor");
    }
}

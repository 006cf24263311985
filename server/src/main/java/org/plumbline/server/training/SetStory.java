package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionsLeft;

/** What happened over a set as a whole, in plain sentences: tiring, form that leaves the usual, and when to stop. */
public final class SetStory {
    private SetStory() {}

    /** The sentences while the set runs, the most important first; empty where nothing can be said. */
    public static List<String> soFar(AnalysisResult result) {
        return of(result, false);
    }

    /** The sentences once the set is over. */
    public static List<String> of(AnalysisResult result) {
        return of(result, true);
    }

    private static List<String> of(AnalysisResult result, boolean over) {
        AnalysisResult.SetSummary set = result.set();
        List<String> story = new ArrayList<>();
        if (set.formLeavesUsualFrom() != null) {
            story.add("Form is leaving your usual from rep " + set.formLeavesUsualFrom() + ".");
        }
        @Nullable Double loss = set.speedLossPercent();
        if (loss != null && loss >= Metric.TRUNK_SPEED_LOSS.minimalDetectableChange()) {
            story.add("Speed loss " + FormWords.amount(loss, "%") + " by the last rep"
                    + (isTwoSensor(result) ? "." : ", as one sensor sees it; form was not judged."));
        }
        if (set.suggestStopAfter() != null) {
            story.add("Ending the set was suggested after rep " + set.suggestStopAfter() + ".");
        }
        @Nullable RepetitionsLeft left = set.repetitionsLeft();
        if (left != null) {
            story.add(left(left, over));
        }
        return List.copyOf(story);
    }

    private static String left(RepetitionsLeft left, boolean over) {
        String metric = FormWords.metric(left.metric());
        boolean one = left.least() == left.most();
        String least = left.least() == 0 ? "at most " : left.least() + " to ";
        String range = (one ? "" : least) + left.most() + (left.most() == 1 ? " rep" : " reps");
        String verb = over ? (left.most() == 1 ? " was" : " were") : (left.most() == 1 ? " is" : " are");
        return (over ? "At the end, " : "If it goes on like this, ") + range + verb + " left before a limit: "
                + Character.toLowerCase(metric.charAt(0)) + metric.substring(1) + ".";
    }

    /** Whether the lumbar spine was between two sensors. */
    public static boolean isTwoSensor(AnalysisResult result) {
        return result.recording().mode().equals("two-sensor");
    }
}

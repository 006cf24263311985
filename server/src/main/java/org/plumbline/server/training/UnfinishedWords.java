package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/** The words for the movement a set ended in the middle of: when, where in it, and what is known of it until then. */
public final class UnfinishedWords {
    private UnfinishedWords() {}

    /**
     * When and where it was left, in a sentence; null where the set did not end in the middle of a movement.
     *
     * @param holdTargetS for how long each hold was to be held, as far as the reader may know, or null
     */
    public static @Nullable String sentence(AnalysisResult result, @Nullable Double holdTargetS) {
        AnalysisResult.@Nullable Unfinished left = result.unfinished();
        if (left == null) {
            return null;
        }
        @Nullable Double lostFromS = left.lostFromS();
        String where = where(result, left, holdTargetS);
        return lostFromS == null ? where : where + " " + Words.say("stopped.lost", tenths(lostFromS));
    }

    /** Whether it may be no movement of the set at all. */
    public static boolean isDoubtful(AnalysisResult result) {
        AnalysisResult.@Nullable Unfinished left = result.unfinished();
        return left != null && doubt(result, left).isPresent();
    }

    /** Whoever stands up after putting the bar down looks as if they lifted it; empty where nothing of that kind can be. */
    private static Optional<String> doubt(AnalysisResult result, AnalysisResult.Unfinished left) {
        String exercise = result.recording().exercise();
        return ExerciseProfile.isHold(exercise)
                ? Optional.empty()
                : Words.find(key(left) + "." + exercise, tenths(left.stoppedS()), left.number());
    }

    private static String key(AnalysisResult.Unfinished left) {
        return "stopped." + left.phase();
    }

    private static String where(AnalysisResult result, AnalysisResult.Unfinished left, @Nullable Double holdTargetS) {
        String key = key(left);
        String when = tenths(left.stoppedS());
        boolean hold = ExerciseProfile.isHold(result.recording().exercise());
        @Nullable Double heldS = left.metrics().get(Metric.HOLD_DURATION.jsonName());
        if (hold && heldS != null) {
            return Words.say("stopped.held", when, left.number(), HoldWords.held(heldS, holdTargetS));
        }
        if (hold) {
            return HoldWords.say(true, key, when, left.number());
        }
        return doubt(result, left).orElseGet(() -> Words.say(key, when, left.number()));
    }

    /** What is known of it, in sentences; empty where there is none. */
    public static List<String> known(AnalysisResult result) {
        AnalysisResult.@Nullable Unfinished left = result.unfinished();
        if (left == null) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            @Nullable Double value = left.metrics().get(metric.jsonName());
            if (value != null) {
                said.add(Words.say(
                        "stopped.value", FormWords.metric(metric.jsonName()), FormWords.amount(value, metric.unit())));
            }
        }
        String values = String.join(", ", said);
        sentences.add(values.isEmpty() ? Words.say("stopped.nothing") : Words.say("stopped.values", values));
        if (!left.notAssessed().isEmpty()) {
            sentences.add(Words.say(
                    "stopped.not-assessed",
                    left.notAssessed().stream().map(FormWords::metric).collect(Collectors.joining(", "))));
        }
        return sentences;
    }

    /** Seconds on the clock of a set, as pages say them. */
    public static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}

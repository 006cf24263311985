package org.plumbline.server.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/** What the repetitions of an exercise are known by, in words: from the least of a set to the most. */
public final class FigureWords {
    private FigureWords() {}

    /** {@code 18–20 s}, {@code 31–35°}; empty where none was assessed. */
    static Optional<String> range(Metric metric, List<@Nullable Double> values) {
        List<Double> known = values.stream().filter(Objects::nonNull).sorted().toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (metric == Metric.HOLD_DURATION) {
            return Optional.of(HoldWords.held(known, null));
        }
        return Optional.of(degrees(known));
    }

    /** {@code 31–35°}, or {@code 31°} where least and most read the same. */
    public static String degrees(List<Double> sorted) {
        long least = Math.round(sorted.get(0));
        long most = Math.round(sorted.get(sorted.size() - 1));
        return least == most ? least + "°" : least + "–" + most + "°";
    }

    /** {@code held 18–20 s}, {@code extension 31–35°}; empty where none was assessed. */
    static Optional<String> sentence(String exercise, List<@Nullable Double> values) {
        Metric metric = Metric.ofExercise(ExerciseProfile.ofAnyName(exercise));
        return range(metric, values).map(range -> Words.say("set_finding.figure." + metric.jsonName(), range));
    }
}

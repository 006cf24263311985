package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.web.Words;

/**
 * What could not be assessed for one reason, in words.
 *
 * @param reason the reason
 * @param what the metrics, each with the repetitions it is missing in where it is not missing in all
 */
public record NotAssessed(String reason, String what) {
    /** By reason, because a reason nearly always holds for many metrics and for the whole set. */
    public static List<NotAssessed> of(AnalysisResult result) {
        Map<String, Map<String, List<Integer>>> byReason = new LinkedHashMap<>();
        for (AnalysisResult.Repetition repetition : result.repetitions()) {
            for (String metric : repetition.notAssessed()) {
                byReason.computeIfAbsent(
                                FormWords.whyNotAssessed(result, repetition, metric), unseen -> new LinkedHashMap<>())
                        .computeIfAbsent(metric, unseen -> new ArrayList<>())
                        .add(repetition.number());
            }
        }
        int all = result.repetitions().size();
        return byReason.entrySet().stream()
                .map(entry -> new NotAssessed(
                        Character.toUpperCase(entry.getKey().charAt(0))
                                + entry.getKey().substring(1),
                        entry.getValue().entrySet().stream()
                                .map(metric -> said(metric.getKey(), metric.getValue(), all))
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private static String said(String metric, List<Integer> numbers, int all) {
        String name = FormWords.metric(metric);
        if (numbers.size() == all) {
            return name;
        }
        return Words.say("not_assessed.in_reps", name, numbers.size(), RepetitionNumbers.say(numbers));
    }
}

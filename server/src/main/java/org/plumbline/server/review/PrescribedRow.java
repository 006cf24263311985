package org.plumbline.server.review;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.web.Words;

/**
 * The most of a metric that a plan prescribes, in words: it is shown beside the limits, and changed in the plan alone.
 *
 * @param name what it looks at
 * @param sentence what that measures
 * @param most the limit
 * @param holds which holds: it, or a lower limit of a rule
 * @param by who prescribed it, and when
 */
record PrescribedRow(String name, String sentence, String most, String holds, String by) {
    /** Those among the limits that stand. */
    static List<PrescribedRow> of(List<PersonalLimit> standing, FormLimits now, Moments moments) {
        return standing.stream().flatMap(limit -> of(limit, now, moments)).toList();
    }

    static String holds(Metric metric, FormLimits now) {
        return now.prescribedHolds(metric)
                ? Words.say("limits.prescribed.holds")
                : Words.say(
                        "limits.prescribed.lower",
                        FormWords.limit(now.limitOf(metric).orElseThrow(), metric.unit()));
    }

    private static Stream<PrescribedRow> of(PersonalLimit limit, FormLimits now, Moments moments) {
        Metric metric = limit.value().metric();
        Double most = limit.value().most();
        if (metric == null || most == null) {
            return Stream.empty();
        }
        return Stream.of(new PrescribedRow(
                FormWords.metric(metric.jsonName()),
                FormWords.metricSentence(metric.jsonName()),
                Words.say("rep.limit.prescribed", FormWords.limit(most, metric.unit())),
                holds(metric, now),
                Words.say(
                        "limits.by",
                        limit.setBy() == null ? Words.say("limits.somebody") : limit.setBy(),
                        moments.say(limit.setAt()))));
    }
}

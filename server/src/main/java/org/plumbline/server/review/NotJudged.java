package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.SwitchedOff;
import org.plumbline.server.web.Words;

/** What nobody judged in a set though somebody may think so: limits of what it does not measure, and rules that were switched off. */
final class NotJudged {
    private NotJudged() {}

    /**
     * A sentence each.
     *
     * @param held the limits the set was held to, as far as the reader may know them
     * @param off what had switched rules off as it began
     * @param spineSeen whether lumbar flexion was seen in it
     */
    static List<String> sentences(String exercise, FormLimits held, List<PersonalLimit> off, boolean spineSeen) {
        List<String> sentences = new ArrayList<>();
        held.prescribed().forEach((metric, most) -> {
            if (!LimitValue.isMeasured(metric, exercise)) {
                sentences.add(Words.say(
                        "not_judged.unmeasured",
                        FormWords.metric(metric.jsonName()),
                        FormWords.limit(most, metric.unit())));
            }
        });
        for (FormRule rule : SwitchedOff.of(held, off)) {
            // a plan may limit what the rule looks at
            if (ChartedSet.isSeen(rule, spineSeen) && !held.prescribed().containsKey(rule.metric())) {
                sentences.add(off(rule, off));
            }
        }
        return sentences;
    }

    private static String off(FormRule rule, List<PersonalLimit> off) {
        String name = FormWords.metric(rule.metric().jsonName());
        for (PersonalLimit limit : off) {
            @Nullable String by = limit.setBy();
            @Nullable String reason = limit.reason();
            if (limit.value().rule() == rule && by != null) {
                return reason == null
                        ? Words.say("not_judged.off.by", name, by)
                        : Words.say("not_judged.off.why", name, by, reason);
            }
        }
        return Words.say("not_judged.off", name);
    }
}

package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** The levels of a rule in words, and what a level owes to the repetitions before. */
final class LimitWords {
    private LimitWords() {}

    /** {@code note from 4°, caution from 6°, stop from 10°}; what is absent is left out. */
    static String levels(FlagLevels levels, String unit) {
        return String.join(", ", parts(levels, unit));
    }

    /** The same with what else decides of a level, where it does: without it a level does not follow from the limits. */
    static String rule(FormRule rule, FlagLevels levels, FormLimits limits) {
        List<String> parts = parts(levels, rule.metric().unit());
        recurring(rule, levels, limits).ifPresent(parts::add);
        if (Double.isFinite(levels.stop())) {
            parts.add(Words.say("rep.limit.stop-when-sure"));
        }
        return String.join(", ", parts);
    }

    private static List<String> parts(FlagLevels levels, String unit) {
        List<String> parts = new ArrayList<>();
        add(parts, "rep.limit.note", levels.notice(), unit);
        add(parts, "rep.limit.caution", levels.caution(), unit);
        add(parts, "rep.limit.stop", levels.stop(), unit);
        return parts;
    }

    private static void add(List<String> parts, String key, double level, String unit) {
        if (Double.isFinite(level)) {
            parts.add(Words.say(key, FormWords.limit(level, unit)));
        }
    }

    private static Optional<String> recurring(FormRule rule, FlagLevels levels, FormLimits limits) {
        boolean caution = Double.isFinite(levels.caution());
        return switch (rule.recurrence()) {
            case EACH -> Optional.empty();
            case STOP_WHEN_RUNNING ->
                caution ? Optional.of(Words.say("rep.limit.stop-when-running")) : Optional.empty();
            case TWO_OF_THREE ->
                caution && levels.caution() < limits.singleTwistDeg()
                        ? Optional.of(Words.say(
                                "rep.limit.two-of-three",
                                FormWords.limit(
                                        limits.singleTwistDeg(), rule.metric().unit())))
                        : Optional.empty();
            case STEP_BY_STEP ->
                caution || Double.isFinite(levels.stop())
                        ? Optional.of(Words.say("rep.limit.step-by-step"))
                        : Optional.empty();
        };
    }
}

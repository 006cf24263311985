package org.plumbline.server.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.KnownExercise;
import org.plumbline.server.training.LimitNoise;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.web.ReadBack;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/**
 * What is to be read of the limit of a rule before it is set: that it lies within the noise of the sensors around what is usual, in
 * the words in which a therapist reads it, or what is no longer looked at where the rule is switched off.
 */
@Component
class RuleRemarks {
    /** The field in which somebody says that they have read it. */
    static final String CONFIRMED = "limitsConfirmed";

    /** From this level on a flag is one; a note is for the log, where it may lie within noise. */
    private static final int CAUTION = 2;

    private final LimitNoise noise;

    RuleRemarks(LimitNoise noise) {
        this.noise = noise;
    }

    /** What is to be read, in sentences; null where nothing is. */
    @Nullable
    String of(Person lifter, String exercise, LimitValue value) {
        FormRule rule = value.rule();
        if (rule == null) {
            return null;
        }
        String spelled = KnownExercise.spelled(exercise);
        FlagLevels levels = value.levels();
        return levels == null ? off(rule, spelled) : within(lifter, spelled, rule, levels.limitOf(CAUTION));
    }

    /**
     * Ends the request where there is something to read.
     *
     * @param confirmed what was given back of what was read, or null
     */
    void check(Person lifter, String exercise, LimitValue value, @Nullable String confirmed) {
        String said = of(lifter, exercise, value);
        if (said != null && !answer(said).equals(confirmed)) {
            throw new UnreadException(said);
        }
    }

    /** What somebody gives back to say that they have read just this. */
    static String answer(String said) {
        return ReadBack.of("read", said);
    }

    /** Nothing is said of a limit that is no lower than the default: that one is as near to noise. */
    private @Nullable String within(Person lifter, String exercise, FormRule rule, double caution) {
        FlagLevels usual = PersonalLimits.defaults(exercise).of(rule);
        if (usual != null && caution >= usual.limitOf(CAUTION)) {
            return null;
        }
        List<String> remarks = noise.remarks(lifter, exercise, rule, caution);
        return remarks.isEmpty() ? null : String.join(" ", remarks);
    }

    private static String off(FormRule rule, String exercise) {
        String said = Words.say(
                "limits.off.means",
                FormWords.metric(rule.metric().jsonName()),
                FormWords.exercise(exercise),
                FormWords.metricSentence(rule.metric().jsonName()));
        boolean half = (rule == FormRule.DEEP_FLEXION || rule == FormRule.TWIST)
                && PersonalLimits.defaults(exercise).of(FormRule.FLEXION_WITH_TWIST) != null;
        return half ? said + " " + Words.say("limits.off.with-twist") : said;
    }

    /** Something is to be read first. */
    static final class UnreadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadException(String said) {
            super(said);
        }

        String said() {
            return String.valueOf(getMessage());
        }
    }
}

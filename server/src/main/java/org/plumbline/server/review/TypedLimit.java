package org.plumbline.server.review;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.Numbers;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;

/**
 * What stands in the fields of a limit, as it was typed.
 *
 * @param seen mark of the limit that stood when the form was opened
 */
record TypedLimit(
        @Nullable String notice,
        @Nullable String caution,
        @Nullable String stop,
        @Nullable String reason,
        @Nullable String seen) {
    /** The limits that stand, to be changed. */
    static TypedLimit of(LimitRow row, String seen) {
        return new TypedLimit(number(row.notice()), number(row.caution()), number(row.stop()), null, seen);
    }

    /** @throws IllegalArgumentException where there is no such rule; the message is for the person */
    static FormRule rule(String name) {
        return Choice.of(FormRule.class, "rule", name);
    }

    /** The same for who has seen that another limit stands by now. */
    TypedLimit having(String nowSeen) {
        return new TypedLimit(notice, caution, stop, reason, nowSeen);
    }

    /** @throws IllegalArgumentException where it cannot be understood; the message is for the person */
    LimitValue levels(FormRule rule, Capacity as) {
        return LimitValue.levels(rule, parse(notice), parse(caution), parse(stop), as);
    }

    private static @Nullable Double parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Double number = Numbers.decimal(typed);
        if (number == null) {
            throw new IllegalArgumentException(Words.say("limits.no-number", typed));
        }
        return number;
    }

    private static @Nullable String number(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }
}

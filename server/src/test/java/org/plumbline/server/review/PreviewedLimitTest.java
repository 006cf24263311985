package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.LimitValue;

/** What a coach reads of a limit before it is set. */
class PreviewedLimitTest {
    private static final LimitValue TYPED = LimitValue.levels(FormRule.TWIST, 20.0, 25.0, 30.0, Capacity.COACH);
    private static final FormLimits THEN =
            FormLimits.NONE.with(FormRule.TWIST, new FlagLevels(20, 25, 30, "test", LimitOrigin.PERSON));

    @Test
    void whatChangesIsSaidRepByRepAndFlagByFlag() {
        PreviewedLimit.Line said = PreviewedLimit.line(changed(), false);
        assertEquals("Rep 4", said.rep());
        assertEquals(
                List.of(
                        "Twist: caution so far, nothing with this limit",
                        "Drift over the set: nothing so far, caution with this limit"),
                said.said());
    }

    @Test
    void aLowerPrescribedLimitIsNamedWhereThePlanMayBeReadAndElseThatThereIsOne() {
        FormLimits prescribed = THEN.prescribing(FormRule.TWIST.metric(), 12);
        assertEquals(
                "The limit from the plan is lower and holds: at most 12°."
                        + " A rep beyond it stays flagged, whatever is set here.",
                PreviewedLimit.stricter(TYPED, prescribed, true));
        assertEquals(
                "A stricter limit is prescribed, and holds. What it is goes with the plan."
                        + " A rep beyond it stays flagged, whatever is set here.",
                PreviewedLimit.stricter(TYPED, prescribed, false));
    }

    @Test
    void nothingIsSaidOfLimitsThatAreNoLower() {
        assertNull(PreviewedLimit.stricter(TYPED, THEN, true));
        assertNull(PreviewedLimit.stricter(TYPED, THEN.prescribing(FormRule.TWIST.metric(), 26), true));
    }

    @Test
    void aLowerLimitOfTheSameRuleIsNamed() {
        FormLimits lowered = THEN.loweredTo(FormRule.TWIST, 10, 15, 30, "test");
        assertEquals(
                "A lower limit that somebody else set holds in place of this one:"
                        + " note from 10°, caution from 15°, stop from 30°.",
                PreviewedLimit.stricter(TYPED, lowered, false));
    }

    private static LimitPreviews.Repetition changed() {
        return new LimitPreviews.Repetition(
                UUID.randomUUID(),
                Instant.EPOCH,
                60.0,
                4,
                List.of(),
                List.of(),
                2,
                0,
                List.of(
                        new LimitPreviews.FlagChange("Twist", 2, 0),
                        new LimitPreviews.FlagChange("Drift over the set", 0, 2)));
    }
}

package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;

class LimitPreviewsTest {
    @Test
    void aFlagThatBecomesACautionFromANoteShowsWithItsNewLevel() {
        List<FormFlag> after = LimitPreviews.changed(List.of(twist(1)), List.of(twist(1)), List.of(twist(2)));
        assertEquals(List.of(twist(2)), after);
    }

    @Test
    void limitsThatAreTheSameChangeNothingWhateverWasRounded() {
        assertEquals(List.of(twist(2)), LimitPreviews.changed(List.of(twist(2)), List.of(twist(1)), List.of(twist(1))));
        assertEquals(List.of(twist(2)), LimitPreviews.changed(List.of(twist(2)), List.of(), List.of()));
    }

    @Test
    void aFlagGoesOrComesWithTheLimits() {
        assertEquals(List.of(), LimitPreviews.changed(List.of(twist(2)), List.of(twist(2)), List.of()));
        assertEquals(List.of(twist(1)), LimitPreviews.changed(List.of(), List.of(), List.of(twist(1))));
    }

    @Test
    void everyFlagThatChangesIsNamedWithItsLevelsThatOfTheLimitFirst() {
        LimitValue changed = LimitValue.off(FormRule.TWIST);
        FormFlag breakdown =
                new FormFlag(FlagName.FORM_BREAKDOWN, 3, "formDriftIndex", 2, 1, "×", 31, Confidence.HIGH, 0);
        assertEquals(
                List.of(
                        new LimitPreviews.FlagChange(FormWords.title(twist(2)), 2, 0),
                        new LimitPreviews.FlagChange(FormWords.title(breakdown), 0, 3)),
                LimitPreviews.changes(changed, List.of(twist(2)), List.of(breakdown)));
        assertEquals(List.of(), LimitPreviews.changes(changed, List.of(breakdown), List.of(breakdown)));
    }

    @Test
    void onlyTheChangedLimitIsPutInThePlaceOfWhatTheSetWasHeldTo() {
        FormLimits had = FormLimits.NONE.with(FormRule.TWIST, levels(10)).with(FormRule.ROUNDING, levels(5));
        FormLimits then = FormLimits.NONE.with(FormRule.TWIST, levels(1)).with(FormRule.ROUNDING, levels(7));
        FormLimits held =
                LimitPreviews.heldTo(had, LimitValue.levels(FormRule.ROUNDING, 7.0, 7.0, 7.0, Capacity.COACH), then);
        assertEquals(levels(7), held.of(FormRule.ROUNDING));
        assertEquals(levels(10), held.of(FormRule.TWIST), "changed since by somebody, and not the question");
    }

    private static FlagLevels levels(double all) {
        return new FlagLevels(all, all, all, "test");
    }

    private static FormFlag twist(int level) {
        return new FormFlag(
                FlagName.TWIST_UNDER_LOAD, level, "axialRotationRangeDeg", 14, 10, "deg", 31, Confidence.HIGH, 4);
    }
}

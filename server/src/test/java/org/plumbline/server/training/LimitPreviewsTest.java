package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

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
    void aFlagOfAnotherRuleThatChangesWithTheLimitsIsNamed() {
        FormFlag breakdown =
                new FormFlag(FlagName.FORM_BREAKDOWN, 3, "formDriftIndex", 2, 1, "×", 31, Confidence.HIGH, 0);
        assertEquals(
                List.of(FormWords.title(breakdown), FormWords.title(twist(2))),
                LimitPreviews.through(List.of(twist(2)), List.of(breakdown)));
        assertEquals(List.of(), LimitPreviews.through(List.of(breakdown), List.of(breakdown)));
    }

    private static FormFlag twist(int level) {
        return new FormFlag(
                FlagName.TWIST_UNDER_LOAD, level, "axialRotationRangeDeg", 14, 10, "deg", 31, Confidence.HIGH, 4);
    }
}

package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.PersonalLimit;

/** What the page of a set says of rules and limits that judged nothing. */
class NotJudgedTest {
    private static final FormLimits USUAL = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);

    @Test
    void aRuleThatWasSwitchedOffIsNamedWithWhoDidAndWhy() {
        FormLimits held = USUAL.without(FormRule.TWIST);
        assertEquals(
                List.of("Twist, peak to peak: not judged, rule switched off by Cora (“mixed grip”)."),
                sentences(held, off("Cora", "mixed grip")));
        assertEquals(
                List.of("Twist, peak to peak: not judged, rule switched off by Cora."),
                sentences(held, off("Cora", null)));
        assertEquals(List.of("Twist, peak to peak: not judged, rule switched off."), sentences(held, off(null, null)));
        assertEquals(List.of(), sentences(USUAL, off("Cora", null)), "it was switched on again");
    }

    @Test
    void aRuleThatTheSensorsCouldNotSeeIsNotMissed() {
        FormLimits held = USUAL.without(FormRule.TWIST);
        assertEquals(List.of(), NotJudged.sentences("deadlift", held, List.of(off("Cora", null)), false));
    }

    @Test
    void aRuleThatTheDefaultsGainedSinceTheSetIsNotCalledSwitchedOff() {
        assertEquals(List.of(), sentences(USUAL.without(FormRule.TWIST)));
    }

    @Test
    void aLimitForWhatTheExerciseNeverMeasuresIsNotAssessed() {
        assertEquals(
                List.of("Sag in the hold, at most 5°: not assessed, this exercise does not measure it."),
                sentences(USUAL.prescribing(Metric.HOLD_SAG, 5).prescribing(Metric.LUMBAR_FLEXION_PEAK, 40)));
    }

    private static List<String> sentences(FormLimits held, PersonalLimit... off) {
        return NotJudged.sentences("deadlift", held, List.of(off), true);
    }

    private static PersonalLimit off(@Nullable String by, @Nullable String reason) {
        return new PersonalLimit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "deadlift",
                LimitValue.off(FormRule.TWIST),
                Capacity.COACH,
                by,
                Instant.EPOCH,
                reason,
                null);
    }
}

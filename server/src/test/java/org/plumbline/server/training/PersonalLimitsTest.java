package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;

/** Whose limit holds. */
class PersonalLimitsTest {
    private static final FormLimits DEFAULTS = PersonalLimits.defaults("deadlift");

    @Test
    void aCoachMayRaiseAndLowerAndTheRestStaysAsItIs() {
        FormLimits limits = PersonalLimits.apply(
                "deadlift", List.of(limit(Capacity.COACH, levels(Capacity.COACH, 8.0, 12.0, 16.0))));
        assertEquals(12, limits.of(FormRule.ROUNDING).caution(), 1e-9);
        assertEquals(LimitOrigin.PERSON, limits.of(FormRule.ROUNDING).origin());
        assertEquals(DEFAULTS.of(FormRule.TWIST), limits.of(FormRule.TWIST));
    }

    @Test
    void aTherapistOnlyLowersWhateverACoachSetBeforeOrAfter() {
        PersonalLimit coach = limit(Capacity.COACH, levels(Capacity.COACH, 8.0, 12.0, 16.0));
        PersonalLimit therapist = limit(Capacity.THERAPIST, levels(Capacity.THERAPIST, 3.0, 5.0, 20.0));
        for (List<PersonalLimit> order : List.of(List.of(coach, therapist), List.of(therapist, coach))) {
            FormLimits limits = PersonalLimits.apply("deadlift", order);
            assertEquals(5, limits.of(FormRule.ROUNDING).caution(), 1e-9);
            assertEquals(16, limits.of(FormRule.ROUNDING).stop(), 1e-9, "a higher number raises nothing");
            assertEquals(LimitOrigin.THERAPIST, limits.of(FormRule.ROUNDING).origin());
        }
    }

    @Test
    void aCoachWhoSwitchesARuleOffDoesNotSwitchOffTheTherapists() {
        PersonalLimit off = limit(Capacity.COACH, LimitValue.off(FormRule.ROUNDING));
        assertNull(PersonalLimits.apply("deadlift", List.of(off)).of(FormRule.ROUNDING));
        PersonalLimit therapist = limit(Capacity.THERAPIST, levels(Capacity.THERAPIST, null, 5.0, null));
        assertEquals(
                5,
                PersonalLimits.apply("deadlift", List.of(therapist, off))
                        .of(FormRule.ROUNDING)
                        .caution(),
                1e-9);
    }

    @Test
    void theMostOfAMetricIsForTherapists() {
        LimitValue most = LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, 20);
        assertEquals(
                Map.of(Metric.LUMBAR_FLEXION_PEAK, 20.0),
                PersonalLimits.apply("deadlift", List.of(limit(Capacity.THERAPIST, most)))
                        .prescribed());
        assertThrows(IllegalArgumentException.class, () -> most.checkFor(Capacity.COACH));
        assertThrows(
                IllegalArgumentException.class,
                () -> LimitValue.off(FormRule.TWIST).checkFor(Capacity.THERAPIST));
    }

    @Test
    void levelsForWhatTheExerciseNeverMeasuresAreRefused() {
        LimitValue rounding = levels(Capacity.COACH, 4.0, 6.0, 10.0);
        rounding.checkIn("deadlift");
        assertThrows(IllegalArgumentException.class, () -> rounding.checkIn("side_plank"));
        LimitValue.off(FormRule.ROUNDING).checkIn("side_plank");
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> levels(Capacity.COACH, 9.0, 8.0, null));
        assertThrows(IllegalArgumentException.class, () -> levels(Capacity.COACH, null, null, null));
        assertThrows(IllegalArgumentException.class, () -> levels(Capacity.COACH, -1.0, 8.0, null));
        assertThrows(IllegalArgumentException.class, () -> LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, LimitValue.LARGEST + 1));
        assertEquals(4500.0, LimitValue.most(Metric.FLEXION_DOSE, 4500).most(), "a dose in kg·s gets there");
        assertThrows(IllegalArgumentException.class, () -> LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new LimitValue(null, null, null, 5.0));
    }

    @Test
    void whatASetWasToldIsReadAsItWasWritten() {
        KnownForm known = new KnownForm(
                PersonalLimits.apply(
                        "deadlift",
                        List.of(
                                limit(Capacity.COACH, levels(Capacity.COACH, null, 12.0, null)),
                                limit(Capacity.THERAPIST, LimitValue.most(Metric.LUMBAR_FLEXION_PEAK, 20)))),
                new FormBaseline(3, Map.of(Metric.TUCK, new FormBaseline.Channel(2.5, 0.5))),
                new TempoTarget(3, Double.NaN, 1, Double.NaN),
                true);
        assertEquals(known, StoredJson.read(StoredJson.write(known), KnownForm.class));
    }

    private static LimitValue levels(
            Capacity as, @Nullable Double notice, @Nullable Double caution, @Nullable Double stop) {
        return LimitValue.levels(FormRule.ROUNDING, notice, caution, stop, as);
    }

    private static PersonalLimit limit(Capacity as, LimitValue value) {
        return new PersonalLimit(
                UUID.randomUUID(), UUID.randomUUID(), "deadlift", value, as, null, Instant.EPOCH, null, null);
    }
}

package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.PersonalLimits;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class LimitRowTest {
    private static final Person LIFTER = person(Role.LIFTER);

    private static Person person(Role... roles) {
        return new Person(UUID.randomUUID(), "Cora", LoadUnit.KG, Set.of(roles), false);
    }

    @Test
    void whoIsCoachAndTherapistChoosesAsWhatALimitIsSet() {
        Person both = person(Role.COACH, Role.THERAPIST);
        assertTrue(LimitRow.isChoice(both, LIFTER));
        assertEquals(Capacity.COACH, LimitRow.capacity(both, LIFTER, null));
        assertEquals(Capacity.THERAPIST, LimitRow.capacity(both, LIFTER, "therapist"));
        assertEquals(Capacity.LIFTER, LimitRow.capacity(both, both, null));
    }

    @Test
    void nobodyChoosesToBeWhatTheyAreNot() {
        Person coach = person(Role.COACH);
        assertFalse(LimitRow.isChoice(coach, LIFTER));
        assertRefused(coach, LIFTER, "therapist");
        assertRefused(person(Role.THERAPIST), LIFTER, "coach");
        assertRefused(coach, coach, "coach");
        assertEquals(Capacity.THERAPIST, LimitRow.capacity(person(Role.THERAPIST), LIFTER, null));
    }

    @Test
    void ofALimitOfThePlanAndThatOfARuleTheLowerOneIsSaidToHold() {
        FormRule rounding = FormRule.ROUNDING;
        FormLimits usual = PersonalLimits.defaults("deadlift");
        FlagLevels levels = usual.of(rounding);
        FormLimits strict = usual.prescribing(rounding.metric(), levels.limitOf(2) - 1);
        FormLimits loose = usual.prescribing(rounding.metric(), levels.limitOf(2) + 1);
        assertNull(LimitRow.stricter(rounding, usual, true));
        assertNull(LimitRow.stricter(rounding, loose, true));
        assertEquals(
                "The limit from the plan is lower and holds: at most 5°.", LimitRow.stricter(rounding, strict, true));
        assertEquals(
                "A stricter limit is prescribed, and holds. What it is goes with the plan.",
                LimitRow.stricter(rounding, strict, false),
                "to whom the plan is not shared");
        assertEquals("This one holds.", PrescribedRow.holds(rounding.metric(), strict));
        assertEquals(
                "The limit below holds: it is lower, caution from 6°.", PrescribedRow.holds(rounding.metric(), loose));
    }

    @Test
    void aPrescribedLimitThatNoRowShowsIsSaidBesideOneThatARowShows() {
        FormRule rounding = FormRule.ROUNDING;
        FormLimits usual = PersonalLimits.defaults("deadlift");
        FormLimits inARow =
                usual.prescribing(rounding.metric(), usual.of(rounding).limitOf(2) - 1);
        assertFalse(LimitRow.isStricterBesides(rows(inARow), inARow));
        FormLimits both = inARow.prescribing(Metric.TRUNK_INCLINATION_PEAK, 30);
        assertTrue(LimitRow.isStricterBesides(rows(both), both));
        assertFalse(LimitRow.isStricterBesides(rows(usual), usual));
    }

    private static List<LimitRow> rows(FormLimits standing) {
        return LimitRow.of("deadlift", standing, List.of(), Capacity.COACH, false, null);
    }

    private static void assertRefused(Person me, Person lifter, String wished) {
        ResponseStatusException refused =
                assertThrows(ResponseStatusException.class, () -> LimitRow.capacity(me, lifter, wished));
        assertEquals(HttpStatus.BAD_REQUEST, refused.getStatusCode());
    }
}

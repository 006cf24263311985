package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** An exercise is the same one however its name is capitalised and spaced. */
class ExerciseSpellingIT extends RecordCase {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/limits?exercise=",
                "/sets?exercise=",
                "/next-set?exercise=",
                "/progress?exercise=",
                "/progress/load?exercise="
            })
    void theApiAnswersTheSame(String question) {
        twoWeeks();
        LimitValue own = LimitValue.levels(FormRule.ROUNDING, 3.0, 5.0, null, Capacity.LIFTER);
        SERVER.bean(PersonalLimits.class).set(me, Capacity.LIFTER, me, "deadlift", own, null);
        SERVER.bean(RepetitionGoals.class).put(me, "deadlift", 8);
        String asked = "/api/people/" + me + question;
        JsonNode answer = lifter.json(asked + "deadlift");
        assertEquals(answer, lifter.json(asked + "Deadlift"));
        assertEquals(answer, lifter.json(asked + "%20DEADLIFT"));
        assertNotEquals(answer, lifter.json(asked + "squat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charts/compare-peaks.svg?exercise=",
                "charts/load-drift.svg?exercise=",
                "charts/progress.svg?what=load&exercise="
            })
    void theChartsAreTheSame(String question) {
        twoWeeks();
        String asked = "/people/" + me + "/" + question;
        String chart = lifter.get(asked + "deadlift").body();
        assertEquals(chart, lifter.get(asked + "Deadlift").body());
        assertNotEquals(chart, lifter.get(asked + "squat").body());
    }

    @Test
    void thePageOfLimitsShowsThemAndNotThatThereAreNone() {
        String page = lifter.page("/people/" + me + "/limits?exercise=Romanian%20deadlift")
                .body();
        assertTrue(page.contains("value=\"romanian_deadlift\""), page);
        assertFalse(page.contains("There are no limits for"), page);
    }

    @Test
    void aGoalIsThatOfTheExercise() {
        twoWeeks();
        lifter.postForm("/progress/goal", "exercise=Deadlift&repetitions=9");
        assertEquals(
                9,
                lifter.json("/api/people/" + me + "/progress?exercise=deadlift")
                        .get("goal")
                        .asInt());
    }

    @Test
    void aRosterShowsTheSame() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        twoWeeks();
        assertEquals(coach.json("/api/roster?exercise=deadlift"), coach.json("/api/roster?exercise=Deadlift"));
        assertEquals(1, coach.json("/api/roster?exercise=Deadlift").size());
    }
}

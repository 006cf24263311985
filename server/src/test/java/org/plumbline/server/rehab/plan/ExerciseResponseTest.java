package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExerciseResponseTest {
    private final List<DoneSet> sets = new ArrayList<>();
    private final List<PainReading> readings = new ArrayList<>();

    private DoneSet lift(String exercise, LocalDate day, @Nullable Double loadKg) {
        DoneSet set = Made.set(exercise, day, 8, loadKg);
        sets.add(set);
        return set;
    }

    private void say(LocalDate day, PainReading.Moment moment, int score) {
        say(day, moment, null, score, false);
    }

    private void say(LocalDate day, PainReading.Moment moment, @Nullable UUID set, int score, boolean masked) {
        readings.add(new PainReading(Made.at(day, 18), day, moment, set, score, masked));
    }

    private ExerciseResponse of(String exercise) {
        return ExerciseResponse.of(SessionResponse.of(sets, readings, Set.of())).stream()
                .filter(row -> row.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSessionThatRaisesPainByTwoPointsIsCounted() {
        for (int week = 0; week < 3; week++) {
            LocalDate day = MONDAY.plusWeeks(week);
            lift("deadlift", day, 60.0);
            say(day, PainReading.Moment.BEFORE, 2);
            say(day, PainReading.Moment.AFTER, week == 0 ? 3 : 4 + week);
            say(day, PainReading.Moment.NEXT_DAY, 2);
        }

        ExerciseResponse deadlift = of("deadlift");

        assertEquals(3, deadlift.answered());
        assertEquals(2, deadlift.rose());
        assertEquals(3.0, deadlift.medianRise());
        assertEquals(0, deadlift.nextDayRose());
        assertEquals(0.0, deadlift.nextDayMedianRise());
    }

    @Test
    void fewAnswersGiveNoMiddle() {
        lift("deadlift", MONDAY, 60.0);
        say(MONDAY, PainReading.Moment.BEFORE, 2);
        say(MONDAY, PainReading.Moment.AFTER, 8);

        assertNull(of("deadlift").medianRise());
        assertEquals(1, of("deadlift").rose());
    }

    @Test
    void aScoreSaidOfOneSetIsOfThatExerciseOnly() {
        DoneSet deadlift = lift("deadlift", MONDAY, 60.0);
        lift("squat", MONDAY, 40.0);
        say(MONDAY, PainReading.Moment.BEFORE, 1);
        say(MONDAY, PainReading.Moment.DURING, deadlift.id(), 6, false);

        assertEquals(1, of("deadlift").rose());
        assertEquals(0, of("squat").answered());
    }

    @Test
    void sessionsWithoutAScoreBeforeAreNotJudged() {
        lift("deadlift", MONDAY, 60.0);
        say(MONDAY, PainReading.Moment.AFTER, 6);

        assertEquals(1, of("deadlift").sessions());
        assertEquals(0, of("deadlift").answered());
    }

    @Test
    void scoresUnderAPainkillerAreMarked() {
        lift("deadlift", MONDAY, 60.0);
        say(MONDAY, PainReading.Moment.BEFORE, null, 1, true);

        assertEquals(1, of("deadlift").masked());
    }

    @Test
    void doseIsRepetitionsTimesLoadAndUnknownWhereALoadIs() {
        lift("deadlift", MONDAY, 60.0);
        lift("deadlift", MONDAY, 50.0);
        lift("deadlift", MONDAY.plusDays(2), null);

        List<SessionResponse> sessions = SessionResponse.of(sets, readings, Set.of());

        assertEquals(8 * 60.0 + 8 * 50.0, sessions.get(0).volumeKg());
        assertNull(sessions.get(1).volumeKg());
        assertEquals(8, sessions.get(1).repetitions());
    }
}

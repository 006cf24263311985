package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.repetition.ExerciseProfile;

/** What the header of a recording tells the analysis. */
class MonitorSetupTest {
    private static RecordingHeader header(@Nullable String exercise, RecordingMark... marks) {
        return new RecordingHeader(
                "a set",
                exercise,
                null,
                null,
                List.of(new SensorDescription(SensorPlacement.PELVIS, 100, "")),
                List.of(marks),
                Map.of());
    }

    private static CalibrationPlan plan(RecordingMark... marks) {
        return MonitorSetup.of(header("squat", marks), null).plan();
    }

    @Test
    void anExerciseThatIsGivenStandsInThePlaceOfTheRecordings() {
        assertEquals("squat", MonitorSetup.of(header("squat"), null).exercise());
        MonitorSetup given = MonitorSetup.of(header("squat"), "deadlift");
        assertEquals("deadlift", given.exercise());
        assertEquals("deadlift", given.profile().name());
        assertEquals("a set", given.title());
        assertEquals(
                ExerciseProfile.TRUNK_MOVEMENT,
                MonitorSetup.of(header(null), null).profile());
    }

    @Test
    void ofSeveralPausesTheFirstIsNeutralAndOfSeveralBowsAndSetsAllAre() {
        CalibrationPlan plan = plan(
                new RecordingMark(RecordingMark.NEUTRAL, 1, 3.5),
                new RecordingMark(RecordingMark.BEND, 9, 12),
                new RecordingMark(RecordingMark.BEND, 4, 7),
                new RecordingMark(RecordingMark.NEUTRAL, 13, 15),
                new RecordingMark(RecordingMark.SET, 20, 40),
                new RecordingMark(RecordingMark.SET, 50, 70.5),
                new RecordingMark("walk", 0, 99));
        assertEquals(1_000_000, plan.neutralFromMicros());
        assertEquals(3_500_000, plan.neutralToMicros());
        assertEquals(4_000_000, plan.bendFromMicros());
        assertEquals(12_000_000, plan.bendToMicros());
        assertEquals(20_000_000, plan.setFromMicros());
        assertEquals(70_500_000, plan.setToMicros());
    }

    @Test
    void whatIsNotMarkedIsLookedForAndAnUnmarkedSetHasNoEnd() {
        assertEquals(CalibrationPlan.unmarked(), plan(new RecordingMark("walk", 0, 99)));
        assertEquals(2_000_000, plan(new RecordingMark(RecordingMark.SET, 2, 4)).setFromMicros());
    }

    @Test
    void theLoadOfTheRecordingCountsWhereNoneIsKnown() {
        assertEquals(80, KnownPerson.UNKNOWN.lifting(80.0).loadKg());
        KnownPerson known = KnownPerson.UNKNOWN.lifting(60.0);
        assertSame(known, known.lifting(80.0));
        assertSame(known, known.lifting(null));
        assertTrue(Double.isNaN(KnownPerson.UNKNOWN.lifting(null).loadKg()));
        assertSame(known, MonitorSetup.of(header("squat"), null).of(known).person());
    }
}

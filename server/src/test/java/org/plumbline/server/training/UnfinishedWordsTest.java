package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;

class UnfinishedWordsTest {
    @Test
    void aDeadliftStoppedUprightMayBeLiftedOrOverForTheBarIsNotSeen() {
        assertEquals(
                "Stopped at 41.3 s, upright: at the top of rep 4, of which putting the bar down was not seen, or after standing"
                        + " up without the bar. So it is not among the counted reps.",
                UnfinishedWords.sentence(stopped("deadlift", "top"), null));
    }

    @Test
    void onlyWhoeverStandsUprightInADeadliftMayHaveLiftedNothing() {
        assertTrue(UnfinishedWords.isDoubtful(stopped("deadlift", "top")));
        assertFalse(UnfinishedWords.isDoubtful(stopped("deadlift", "concentric")));
        assertFalse(UnfinishedWords.isDoubtful(stopped("glute_bridge", "top")));
        assertFalse(UnfinishedWords.isDoubtful(stopped("side_plank", "top")));
        assertFalse(UnfinishedWords.isDoubtful(LogRows.analysis(3)), "nothing was left");
    }

    @Test
    void anExerciseWithoutABarOnTheFloorIsNotSaidToPutOneDown() {
        assertEquals(
                "Stopped at 41.3 s, at the top of rep 4: the way up was done, the way down was not seen. So it is not among"
                        + " the counted reps.",
                UnfinishedWords.sentence(stopped("glute_bridge", "top"), null));
    }

    @Test
    void onTheWayUpNothingWasDoneYet() {
        assertEquals(
                "Stopped at 41.3 s, in rep 4 on the way up; it is not counted.",
                UnfinishedWords.sentence(stopped("deadlift", "concentric"), null));
    }

    @Test
    void ofAHoldItIsSaidHowLongItWasAndWasToBe() {
        AnalysisResult left = stopped("side_plank", "top", Map.of("holdS", 14.2));
        assertEquals(
                "Held 14 of 20 s, then stopped at 41.3 s: hold 4 was not finished, so it is not among the counted ones.",
                UnfinishedWords.sentence(left, 20.0));
        assertEquals(
                "Held 14 s, then stopped at 41.3 s: hold 4 was not finished, so it is not among the counted ones.",
                UnfinishedWords.sentence(left, null));
    }

    @Test
    void onTheWayIntoAHoldNothingWasHeldYet() {
        assertEquals(
                "Stopped at 41.3 s, on the way into hold 4; it is not counted.",
                UnfinishedWords.sentence(stopped("side_plank", "concentric"), 20.0));
    }

    private static AnalysisResult stopped(String exercise, String phase) {
        return stopped(exercise, phase, Map.of());
    }

    @Test
    void whatComesAfterASensorWasLostIsSaidNotToBeAssessed() {
        AnalysisResult left = stopped("side_plank", "top", Map.of("holdS", 12.1), 37.04);
        assertEquals(
                "Held 12 s, then stopped at 41.3 s: hold 4 was not finished, so it is not among the counted ones. From 37.0 s"
                        + " on a sensor sent nothing: what came after that is not assessed.",
                UnfinishedWords.sentence(left, null));
    }

    private static AnalysisResult stopped(String exercise, String phase, Map<String, Double> metrics) {
        return stopped(exercise, phase, metrics, null);
    }

    private static AnalysisResult stopped(
            String exercise, String phase, Map<String, Double> metrics, @Nullable Double lostFromS) {
        AnalysisResult set = LogRows.analysis(3);
        return new AnalysisResult(
                new AnalysisResult.Recording(null, exercise, "two-sensor", 60),
                set.software(),
                set.quality(),
                set.calibration(),
                set.repetitions(),
                set.setAside(),
                new AnalysisResult.Unfinished(4, phase, 39.0, 41.32, lostFromS, metrics, List.of(), Map.of()),
                set.set());
    }
}

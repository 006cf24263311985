package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.RepetitionsLeft;

class SetStoryTest {
    @Test
    void aTiringSetIsToldInSentences() {
        assertEquals(
                List.of(
                        "Reps 6–8 were beyond your first reps.",
                        "Speed loss 18 % by the last rep.",
                        "Ending the set was suggested after rep 7.",
                        "If it goes on like this, a limit is reached after 1 to 3 more reps: peak flexion above your"
                                + " first reps."),
                SetStory.soFar(
                        set("two-sensor", 17.8, 7, 6, List.of(6, 7, 8), new RepetitionsLeft(1, 3, "flexionDriftDeg"))));
    }

    @Test
    void aFormThatIsBackAtTheEndIsNotSaidToHaveLeft() {
        AnalysisResult set = set("two-sensor", null, null, null, List.of(4, 5), null);
        assertEquals(List.of("Reps 4 and 5 were beyond your first reps."), SetStory.soFar(set));
        assertEquals(List.of("Reps 4 and 5 were beyond your first reps, then back."), SetStory.of(set, null));
    }

    @Test
    void aFormThatStaysAwayIsSaidToHaveOnceTheEndIsKnown() {
        AnalysisResult set = set("two-sensor", null, null, 6, List.of(6, 7, 8), null);
        assertEquals(List.of("From rep 6 to the end form was beyond your first reps."), SetStory.of(set, null));
        assertEquals(
                List.of("Reps 6–8 were beyond your first reps."),
                SetStory.soFar(set),
                "it may come back while it runs");
    }

    @Test
    void onceItIsOverNothingGoesOn() {
        assertEquals(
                List.of("Had it gone on like this, a limit would have been reached after 1 more rep: peak flexion above"
                        + " your first reps."),
                SetStory.of(set("two-sensor", null, null, null, new RepetitionsLeft(1, 1, "flexionDriftDeg")), null));
        assertEquals(
                List.of("Had it gone on like this, a limit would have been reached within 16 more reps: rounding after"
                        + " the lift began."),
                SetStory.of(
                        set("two-sensor", null, null, null, new RepetitionsLeft(0, 16, "flexionGainLoadedDeg")), null));
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertEquals(List.of(), SetStory.of(set("two-sensor", null, null, null, null), null));
    }

    @Test
    void aLossWithinTheNoiseIsNotTold() {
        assertEquals(List.of(), SetStory.of(set("two-sensor", 6.0, null, null, null), null));
    }

    @Test
    void oneSensorSpeaksOfSpeedAndNotOfForm() {
        assertEquals(
                List.of("Speed loss 22 % by the last rep, as one sensor sees it; form was not judged."),
                SetStory.of(set("one-sensor", 22.0, null, null, null), null));
    }

    private static AnalysisResult set(
            String mode,
            @Nullable Double loss,
            @Nullable Integer stop,
            @Nullable Integer leaves,
            @Nullable RepetitionsLeft left) {
        return set(mode, loss, stop, leaves, List.of(), left);
    }

    private static AnalysisResult set(
            String mode,
            @Nullable Double loss,
            @Nullable Integer stop,
            @Nullable Integer leaves,
            List<Integer> beyond,
            @Nullable RepetitionsLeft left) {
        AnalysisResult.Graded good = new AnalysisResult.Graded("good", null);
        return new AnalysisResult(
                new AnalysisResult.Recording(null, "deadlift", mode, 60),
                new AnalysisResult.Software("1", "1"),
                new AnalysisResult.Quality(List.of(), List.of()),
                new AnalysisResult.CalibrationSummary(good, good, good, null, List.of()),
                List.of(),
                List.of(),
                new AnalysisResult.SetSummary(8, List.of(), loss, null, stop, leaves, beyond, left, null, List.of()));
    }
}

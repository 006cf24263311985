package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.NotAssessedReason;
import org.plumbline.server.web.Spoken;

class WithdrawnFlagsTest {
    private static final String TWIST = Metric.AXIAL_ROTATION_RANGE.jsonName();

    private final WithdrawnFlags withdrawn = new WithdrawnFlags();

    @Test
    void aCautionThatCannotBeJudgedInTheEndIsTakenBackWithTheReason() {
        withdrawn.said(5, twist(2));
        withdrawn.said(5, twist(3));
        List<String> said = of(repetition(5, null, NotAssessedReason.MISSING_SAMPLES));
        assertEquals(
                List.of("Rep 5: “Twist” came while it ran and is taken back: it cannot be judged over the whole"
                        + " rep, samples are missing."),
                said);
        assertTrue(WithdrawnFlags.isSentence(said.get(0)), "the set page knows it again");
    }

    @Test
    void oneThatStayedWithinTheLimitSaysWhatItCameTo() {
        withdrawn.said(5, twist(2));
        List<String> said = of(repetition(5, 6.2, null));
        assertTrue(said.get(0).contains("it came to 6°, which is within the limit"), said.toString());
    }

    @Test
    void whatStandsOrWasOnlyNotedIsNotTakenBack() {
        withdrawn.said(5, twist(2));
        withdrawn.said(6, twist(1));
        assertEquals(List.of(), of(repetition(5, 14.0, null, twist(2))));
        assertEquals(List.of(), of(repetition(6, 6.0, null)));
    }

    @Test
    void aMovementThatIsNoRepetitionTakesItsFlagsBack() {
        withdrawn.said(9, twist(2));
        List<String> said = own(withdrawn.ofNoRepetition(LimitNames.NOBODY));
        assertTrue(said.get(0).endsWith("the movement is not counted as a rep."), said.toString());
        assertEquals(List.of(), withdrawn.ofNoRepetition(LimitNames.NOBODY), "it is said once");
    }

    private List<String> of(AnalysisResult.Repetition repetition) {
        return own(withdrawn.of(repetition, set(), LimitNames.NOBODY));
    }

    private static List<String> own(List<Spoken<String>> said) {
        return said.stream().map(Spoken::own).toList();
    }

    private static FormFlag twist(int level) {
        return new FormFlag(FlagName.TWIST_UNDER_LOAD, level, TWIST, 14, 10, "deg", 31, Confidence.HIGH, 4);
    }

    private static AnalysisResult.Repetition repetition(
            int number, @Nullable Double twistDeg, @Nullable NotAssessedReason why, FormFlag... flags) {
        return new AnalysisResult.Repetition(
                number,
                1,
                30.0,
                31.0,
                32.0,
                33.0,
                1.0,
                0.5,
                1.0,
                0.5,
                twistDeg == null ? Map.of() : Map.of(TWIST, twistDeg),
                why == null ? List.of() : List.of(TWIST),
                why == null ? Map.of() : Map.of(TWIST, why.jsonName()),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                List.of(flags));
    }

    private static AnalysisResult set() {
        AnalysisResult.Graded good = new AnalysisResult.Graded("good", null);
        return new AnalysisResult(
                new AnalysisResult.Recording(null, "deadlift", "two-sensor", 60),
                new AnalysisResult.Software("1", "1"),
                new AnalysisResult.Quality(List.of(), List.of()),
                new AnalysisResult.CalibrationSummary(good, good, good, null, List.of()),
                List.of(),
                List.of(),
                new AnalysisResult.SetSummary(8, List.of(), null, null, null, null, List.of(), null, null, List.of()));
    }
}

package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.StoredRepetition;

/** When a flag says that something happened. */
class FlagMomentTest {
    private static final double START_S = 20;
    private static final double END_S = 24;

    @Test
    void aPeakIsNamedByItsOwnMomentAndNotByTheEndOfTheRepetition() {
        FormFlag peak = flag(FlagName.REHAB_LIMIT, "lumbarFlexionPeakDeg");
        assertEquals(21, FlagMoment.of(peak, repetition(peak)), 0.03);
        assertEquals(
                "21.0 s",
                Evidence.of(peak, LimitNames.NOBODY, repetition(peak), FormChanges.UNKNOWN)
                        .time());
    }

    @Test
    void theFurthestLeanIsNamedByTheCourseOfTheTrunkAndNotOfTheLowerBack() {
        FormFlag lean = flag(FlagName.REHAB_LIMIT, Metric.TRUNK_INCLINATION_PEAK.jsonName());
        assertEquals(23, FlagMoment.of(lean, repetition(lean)), 0.03);
    }

    @Test
    void theSamplesShowThePeakOfTheGravestFlagAndNotTheEndAtWhichTheFirstWasJudged() {
        FormFlag slow = new FormFlag(
                FlagName.SPEED_LOSS, 1, Metric.TRUNK_SPEED_LOSS.jsonName(), 22, 20, "%", END_S, Confidence.HIGH, 9);
        FormFlag peak = flag(FlagName.REHAB_LIMIT, "lumbarFlexionPeakDeg");
        assertEquals(21, SampleExcerpts.momentOf(repetition(slow, peak)), 0.03);
        assertEquals((START_S + END_S) / 2, SampleExcerpts.momentOf(repetition()), "no flag: the middle");
    }

    @Test
    void oneMeasurementStandsAtOneMomentWhoeverSetTheLimit() {
        FormFlag limit = flag(FlagName.REHAB_LIMIT, Metric.FLEXION_GAIN_LOADED.jsonName());
        FormFlag rounding = flag(FlagName.ROUNDING_UNDER_LOAD, Metric.FLEXION_GAIN_LOADED.jsonName());
        assertEquals(START_S + 1, FlagMoment.of(limit, repetition(limit, rounding)));
        assertEquals(START_S + 1, FlagMoment.of(rounding, repetition(limit, rounding)));
    }

    @Test
    void theQueueHasTheMomentThatTheRepetitionHas() {
        FormFlag peak = flag(FlagName.REHAB_LIMIT, "lumbarFlexionPeakDeg");
        OpenFlag open =
                new OpenFlag(UUID.randomUUID(), UUID.randomUUID(), "deadlift", Instant.EPOCH, null, false, 1, peak);
        assertEquals(FlagMoment.of(peak, repetition(peak)), FlagMoment.of(open, List.of(repetition(peak))));
        assertEquals(END_S, FlagMoment.of(open, List.of()), "of a repetition that is gone nothing more is known");
    }

    @Test
    void whatIsOfTheWholeRepetitionKeepsTheMomentItWasJudged() {
        FormFlag slow = flag(FlagName.SPEED_LOSS, "trunkSpeedLossPercent");
        assertEquals(END_S, FlagMoment.of(slow, repetition(slow)));
    }

    private static FormFlag flag(FlagName name, String metric) {
        return new FormFlag(name, 2, metric, 37, 35, "deg", END_S, Confidence.HIGH, 9);
    }

    private static double[] course(double peakDeg, int peak) {
        double[] course = new double[RepetitionCurves.POINTS];
        for (int i = 0; i < course.length; i++) {
            course[i] = peakDeg - Math.abs(i - peak) / 4.0;
        }
        return course;
    }

    /** The lower back bends furthest a quarter of the way through; the trunk leans furthest at three quarters. */
    private static StoredRepetition repetition(FormFlag... flags) {
        int quarter = (RepetitionCurves.POINTS - 1) / 4;
        AnalysisResult.Repetition result = new AnalysisResult.Repetition(
                1,
                1,
                START_S,
                START_S + 1,
                START_S + 2,
                END_S,
                2.0,
                0.1,
                1.0,
                0.5,
                Map.of(),
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                List.of(flags));
        return new StoredRepetition(
                Instant.EPOCH, result, new RepetitionCurves(course(37, quarter), course(80, 3 * quarter)));
    }
}

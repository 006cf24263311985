package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** What other limits would have flagged in repetitions whose values are given. */
class LimitPreviewOfGivenValuesTest {
    private static final double[] NO_COURSE = {};

    private FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);

    @Test
    void theStoredValuesAreJudgedByTheLimitsAskedFor() {
        List<LimitPreview.Measured> rounded = List.of(of(1, Map.of("flexionGainLoadedDeg", 7.0)));
        assertEquals(List.of(List.of(2)), levels(FlagName.ROUNDING_UNDER_LOAD, rounded));
        limits = limits.with(FormRule.ROUNDING, new FlagLevels(4, 8, 12, "test"));
        assertEquals(List.of(List.of(1)), levels(FlagName.ROUNDING_UNDER_LOAD, rounded));
    }

    @Test
    void whatIsUsualIsThatOfTheSetAndIsForgottenInTheNext() {
        List<LimitPreview.Measured> sets = new ArrayList<>();
        for (double peakDeg : new double[] {30, 30, 30, 40}) {
            sets.add(of(1, Map.of("lumbarFlexionPeakDeg", peakDeg)));
        }
        for (double peakDeg : new double[] {40, 40, 40}) {
            sets.add(of(2, Map.of("lumbarFlexionPeakDeg", peakDeg)));
        }
        List<Integer> none = List.of();
        assertEquals(List.of(none, none, none, List.of(2), none, none, none), levels(FlagName.FLEXION_DRIFT, sets));
    }

    @Test
    void whatComparesRepetitionsIsFoundAnewAndNotTakenFromWhatWasStored() {
        List<Integer> none = List.of();
        assertEquals(
                List.of(none),
                levels(FlagName.FLEXION_DRIFT, List.of(of(1, Map.of("flexionDriftDeg", 15.0)))),
                "nothing to compare with");
        limits = limits.prescribing(Metric.TRUNK_DEVIATION, 5);
        assertEquals(List.of(none), levels(FlagName.REHAB_LIMIT, List.of(of(1, Map.of("trunkDeviationDeg", 15.0)))));
    }

    @Test
    void whatWasNotAssessedRaisesNothingAndIsNotSaidAgain() {
        limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);
        List<LimitPreview.Measured> doubtful = List.of(new LimitPreview.Measured(
                1,
                Map.of("flexionGainLoadedDeg", 12.0, "lateralBendRangeDeg", 12.0),
                Set.of("flexionGainLoadedDeg"),
                NO_COURSE));
        assertEquals(List.of(List.of()), levels(FlagName.ROUNDING_UNDER_LOAD, doubtful));
        assertEquals(List.of(List.of(2)), levels(FlagName.SIDE_BEND, doubtful));
    }

    @Test
    void aSignalThatWasBadIsNoMatterOfLimits() {
        // a course without a peak to it: samples are missing
        double[] course = new double[RepetitionCurve.POINTS];
        List<LimitPreview.Measured> holed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            holed.add(new LimitPreview.Measured(
                    1, Map.of("lumbarFlexionPeakDeg", i < 3 ? 30.0 : Double.NaN), Set.of(), course));
        }
        for (List<FormFlag> flags : LimitPreview.judge(basis(), holed)) {
            assertTrue(flags.isEmpty(), flags::toString);
        }
    }

    private FormBasis basis() {
        return FormBasis.of(limits, CalibrationGrade.GOOD);
    }

    private List<List<Integer>> levels(FlagName name, List<LimitPreview.Measured> repetitions) {
        List<List<Integer>> levels = new ArrayList<>();
        for (List<FormFlag> flags : LimitPreview.judge(basis(), repetitions)) {
            levels.add(flags.stream()
                    .filter(flag -> flag.flag() == name)
                    .map(FormFlag::level)
                    .toList());
        }
        return levels;
    }

    private static LimitPreview.Measured of(int set, Map<String, Double> metrics) {
        return new LimitPreview.Measured(set, metrics, Set.of(), NO_COURSE);
    }
}

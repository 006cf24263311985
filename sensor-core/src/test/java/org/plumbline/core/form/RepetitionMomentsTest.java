package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

class RepetitionMomentsTest {
    private static final double START_S = 20;
    private static final double BAR_BREAK_S = 21;
    private static final double END_S = 24;

    /** The lower back bends furthest a quarter of the way through, the trunk leans furthest at three quarters. */
    private static final RepetitionMoments LIFT = new RepetitionMoments(
            START_S, BAR_BREAK_S, END_S, course(25), course(75), Double.NaN, Double.NaN, new double[0]);

    @Test
    void aPeakStandsWhereItsCourseIsHighest() {
        assertEquals(21, LIFT.of(Metric.LUMBAR_FLEXION_PEAK));
        assertEquals(21, LIFT.of(Metric.FLEXION_DRIFT));
        assertEquals(23, LIFT.of(Metric.TRUNK_INCLINATION_PEAK));
    }

    @Test
    void whatIsOfTheWayUpStandsAtItsBeginAndWhatIsOfTheWholeAtItsEnd() {
        assertEquals(BAR_BREAK_S, LIFT.of(Metric.FLEXION_GAIN_LOADED));
        assertEquals(END_S, LIFT.of(Metric.AXIAL_ROTATION_RANGE));
        assertEquals(END_S, LIFT.of(Metric.TRUNK_SPEED_LOSS));
    }

    @Test
    void theSagOfAHoldStandsWhereItWasFirstTheLargest() {
        double[] sag = course(50);
        Arrays.fill(sag, 50, 101, sag[50]);
        RepetitionMoments hold = new RepetitionMoments(10, 10, 60, new double[0], new double[0], 12, 40, sag);
        assertEquals(32, hold.of(Metric.HOLD_SAG));
    }

    @Test
    void aPeakWhoseCourseIsNotKnownStandsAtTheEnd() {
        double[] unseen = new double[101];
        Arrays.fill(unseen, Double.NaN);
        RepetitionMoments moments = RepetitionMoments.of(unseen, BAR_BREAK_S, END_S);
        assertEquals(END_S, moments.of(Metric.LUMBAR_FLEXION_PEAK));
        assertEquals(END_S, moments.of(Metric.TRUNK_INCLINATION_PEAK));
    }

    @Test
    void aFlagCarriesTheMomentOfWhatItSpeaksOfWhoeverSetItsLimit() {
        SetForm form = new SetForm(
                FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.LUMBAR_FLEXION_PEAK, 35),
                CalibrationGrade.GOOD);
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, 40);
        metrics.put(Metric.FLEXION_GAIN_LOADED, 8);
        List<FormFlag> flags = form.judge(metrics, LIFT);
        assertEquals(21, timeOf(flags, FlagName.REHAB_LIMIT));
        assertEquals(BAR_BREAK_S, timeOf(flags, FlagName.ROUNDING_UNDER_LOAD));
    }

    private static double timeOf(List<FormFlag> flags, FlagName name) {
        return flags.stream()
                .filter(flag -> flag.flag() == name)
                .findFirst()
                .orElseThrow()
                .timeS();
    }

    private static double[] course(int peak) {
        double[] course = new double[101];
        for (int i = 0; i < course.length; i++) {
            course[i] = 40 - Math.abs(i - peak) / 4.0;
        }
        return course;
    }
}

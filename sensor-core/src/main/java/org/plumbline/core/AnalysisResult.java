package org.plumbline.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.CalibrationPart;
import org.plumbline.core.calibration.CalibrationReport;
import org.plumbline.core.form.FatigueSummary;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormTrend;
import org.plumbline.core.form.RepetitionsLeft;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.repetition.SetAside;

/**
 * What was found in one set: the one shape of {@code analyze --json}, REST and export.
 *
 * <p>Times are seconds on the recording's clock, angles degrees. A metric that could not be assessed is absent from
 * {@code metrics} and named in {@code notAssessed}. Movements that were not counted stand in {@code setAside}; the one in the
 * middle of which the set ended is {@code unfinished}, null where there is none.
 */
public record AnalysisResult(
        Recording recording,
        Software software,
        Quality quality,
        CalibrationSummary calibration,
        List<Repetition> repetitions,
        List<SetAside> setAside,
        @Nullable Unfinished unfinished,
        SetSummary set) {

    /** A result of a set that did not end in the middle of a movement. */
    public AnalysisResult(
            Recording recording,
            Software software,
            Quality quality,
            CalibrationSummary calibration,
            List<Repetition> repetitions,
            List<SetAside> setAside,
            SetSummary set) {
        this(recording, software, quality, calibration, repetitions, setAside, null, set);
    }

    /** The same with other remarks on its quality. */
    public AnalysisResult with(Quality other) {
        return new AnalysisResult(recording, software, other, calibration, repetitions, setAside, unfinished, set);
    }

    /** The same with other repetitions. */
    public AnalysisResult with(List<Repetition> others) {
        return new AnalysisResult(recording, software, quality, calibration, others, setAside, unfinished, set);
    }

    /**
     * @param title title of the recording, may be null
     * @param exercise name of the exercise it was analysed as
     * @param mode {@code two-sensor}, {@code one-sensor}, or {@code none} where no sensor sits on the trunk
     * @param durationS from the first to the last sample
     */
    public record Recording(@Nullable String title, String exercise, String mode, double durationS) {}

    /**
     * @param version version of the software
     * @param algorithm version of the algorithms; results of equal versions are equal
     */
    public record Software(String version, String algorithm) {}

    /** @param messages what a person should know before trusting the numbers, in plain words */
    public record Quality(List<SensorQuality> sensors, List<String> messages) {}

    /**
     * @param placement file name of the placement
     * @param rateHz measured rate
     * @param lostPercent samples missing against that rate
     * @param gaps stretches without samples, pairs of seconds
     * @param clipped samples at the end of the range
     * @param restAccelerationMs2 mean magnitude of specific force while still; null where never still
     */
    public record SensorQuality(
            String placement,
            double rateHz,
            double lostPercent,
            List<List<Double>> gaps,
            long clipped,
            @Nullable Double restAccelerationMs2) {}

    /**
     * @param neutral how good the neutral pose is
     * @param axis how good the axis of bending is
     * @param maximum how good the largest flexion is
     * @param maxFlexionDeg median peak lumbar flexion of the slow bows; null where none were made
     * @param messages what is missing and what to do, in plain words
     */
    public record CalibrationSummary(
            Graded neutral,
            Graded axis,
            Graded maximum,
            @Nullable Double maxFlexionDeg,
            List<String> messages) {
        static CalibrationSummary of(CalibrationReport report, double maxFlexionDeg) {
            return new CalibrationSummary(
                    Graded.of(report.neutral()),
                    Graded.of(report.axis()),
                    Graded.of(report.maximum()),
                    Double.isNaN(maxFlexionDeg) || report.swapped() ? null : Math.round(maxFlexionDeg * 10) / 10.0,
                    report.messages());
        }

        /** There is no calibration, for that reason. */
        static CalibrationSummary none(@Nullable String reason) {
            Graded none = new Graded(CalibrationGrade.NONE.jsonName(), reason);
            return new CalibrationSummary(none, none, none, null, reason == null ? List.of() : List.of(reason));
        }
    }

    /**
     * A part of the calibration.
     *
     * @param quality {@code good}, {@code fair}, {@code poor} or {@code none}
     * @param reason why it is not good, and what to do, in plain words; null where it is
     */
    public record Graded(String quality, @Nullable String reason) {
        static Graded of(CalibrationPart part) {
            return new Graded(part.grade().jsonName(), part.reason());
        }
    }

    /**
     * One repetition.
     *
     * @param number from 1, through all sets of the recording
     * @param set the set it belongs to, from 1
     * @param startS start of the repetition
     * @param barBreakS where the concentric phase begins
     * @param topS lockout; null where the top was not reached
     * @param endS end of the repetition
     * @param eccentricS duration of the way down
     * @param bottomS dwell at the bottom
     * @param concentricS duration of the way up
     * @param topHoldS dwell at the top
     * @param metrics values by metric name
     * @param notAssessed names of the metrics that belong to the repetition but could not be assessed
     * @param notAssessedBecause the reason for each of them, by name
     * @param quality how far the signals of the repetition can be trusted
     * @param flags flags by this repetition, strongest first
     */
    public record Repetition(
            int number,
            int set,
            double startS,
            double barBreakS,
            @Nullable Double topS,
            double endS,
            @Nullable Double eccentricS,
            @Nullable Double bottomS,
            @Nullable Double concentricS,
            @Nullable Double topHoldS,
            Map<String, Double> metrics,
            List<String> notAssessed,
            Map<String, String> notAssessedBecause,
            RepetitionQuality quality,
            List<FormFlag> flags) {
        /** Whether that moment of the recording lies within it. */
        public boolean spans(double momentS) {
            return momentS >= startS && momentS <= endS;
        }
    }

    /**
     * The movement in the middle of which the set ended. It is no repetition.
     *
     * @param number number the repetition would have had
     * @param phase how far it had come: {@code eccentric, bottom, concentric} or {@code top}
     * @param startS start of the movement
     * @param stoppedS where it was left
     * @param lostFromS from when on the sensor that shows it was lost; null where it was seen to its end
     * @param metrics values until then by metric name: the most so far, which the whole might have passed
     * @param notAssessed names of the metrics that a repetition has and this cannot have
     * @param notAssessedBecause the reason for each of them, by name
     */
    public record Unfinished(
            int number,
            String phase,
            double startS,
            double stoppedS,
            @Nullable Double lostFromS,
            Map<String, Double> metrics,
            List<String> notAssessed,
            Map<String, String> notAssessedBecause) {}

    /**
     * @param grade {@code good}, {@code fair} or {@code poor}
     * @param reasons why it is less than good
     */
    public record RepetitionQuality(String grade, List<SignalDoubt> reasons) {}

    /**
     * The newest set: the one that runs, or the last one. Repetitions are named by their number through all sets.
     *
     * @param repetitionCount repetitions counted in the recording, in all its sets
     * @param flags flags that belong to that set as a whole: the strongest of each kind
     * @param speedLossPercent loss of trunk-extension speed of the last repetition against the fastest; null where unknown
     * @param formDriftIndex largest form-drift index of its repetitions; null where unknown
     * @param suggestStopAfter repetition after which ending the set was suggested; null where it was not
     * @param formLeavesUsualFrom repetition from which on the form is beyond the lifter's usual; null where it is not
     * @param beyondUsual the repetitions beyond the lifter's usual, two or more running: what comes after them takes none of it back
     * @param repetitionsLeft range of repetitions left before a limit; null where that cannot be known
     * @param repetitionsLeftUnknown why it cannot be known, in plain words; null where it is
     * @param trends how metrics move over the set, where there are enough repetitions
     */
    public record SetSummary(
            int repetitionCount,
            List<FormFlag> flags,
            @Nullable Double speedLossPercent,
            @Nullable Double formDriftIndex,
            @Nullable Integer suggestStopAfter,
            @Nullable Integer formLeavesUsualFrom,
            List<Integer> beyondUsual,
            @Nullable RepetitionsLeft repetitionsLeft,
            @Nullable String repetitionsLeftUnknown,
            List<FormTrend> trends) {
        /** A set of which nothing more is known. */
        public SetSummary(
                int repetitionCount,
                List<FormFlag> flags,
                @Nullable Double speedLossPercent,
                @Nullable Double formDriftIndex,
                @Nullable Integer suggestStopAfter) {
            this(
                    repetitionCount,
                    flags,
                    speedLossPercent,
                    formDriftIndex,
                    suggestStopAfter,
                    null,
                    List.of(),
                    null,
                    "No repetitions were assessed.",
                    List.of());
        }

        static SetSummary of(
                int repetitionCount,
                List<FormFlag> flags,
                @Nullable Double speedLossPercent,
                @Nullable Integer suggestStopAfter,
                FatigueSummary fatigue) {
            return new SetSummary(
                    repetitionCount,
                    flags,
                    speedLossPercent,
                    fatigue.formDriftIndex(),
                    suggestStopAfter,
                    fatigue.formLeavesUsualFrom(),
                    fatigue.beyondUsual(),
                    fatigue.repetitionsLeft(),
                    fatigue.unknown(),
                    fatigue.trends());
        }
    }
}

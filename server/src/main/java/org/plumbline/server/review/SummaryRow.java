package org.plumbline.server.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetSummary;

/**
 * A set of a list of a person's sets, in words.
 *
 * @param id identity
 * @param when when it began
 * @param exercise name of the exercise
 * @param load load with its unit, or null
 * @param repetitions repetitions counted
 * @param flagged repetitions with a caution or more
 * @param level highest level of any flag, {@link FormWords#NOT_ASSESSED} where that says nothing; the highest where it was stopped for pain
 * @param levelWord its word
 * @param peak middle and largest peak flexion, or null
 * @param twist middle twist, or null
 * @param loss speed lost by the last repetition, or that it cannot be told from noise; or null
 * @param drift largest form change of a repetition, likewise; or null
 * @param simulated whether its samples are simulated
 */
record SummaryRow(
        UUID id,
        String when,
        String exercise,
        @Nullable String load,
        int repetitions,
        int flagged,
        int level,
        String levelWord,
        @Nullable String peak,
        @Nullable String twist,
        @Nullable String loss,
        @Nullable String drift,
        boolean simulated) {
    /**
     * @param stopped whether the viewer is told that it was stopped for pain
     * @param motionTest whether a range of motion was read of it
     */
    static SummaryRow of(SetSummary set, boolean stopped, boolean motionTest, LoadUnit unit, Moments moments) {
        int level = stopped ? FormWords.STRONGEST : PersonCharts.level(set);
        return new SummaryRow(
                set.setId(),
                moments.say(set.startedAt()),
                FormWords.exercise(set.exercise()),
                set.loadKg() == null ? null : unit.format(set.loadKg()),
                set.repetitions(),
                set.flaggedRepetitions(),
                level,
                stopped
                        ? FormWords.stoppedForPain()
                        : set.judged().words(set.strongestLevel(), ExerciseProfile.isHold(set.exercise()), motionTest),
                peak(set),
                set.twistMedianDeg() == null ? null : FormWords.amount(set.twistMedianDeg(), "deg"),
                set.speedLossPercent() == null
                        ? null
                        : FormWords.change(set.speedLossPercent(), Metric.TRUNK_SPEED_LOSS),
                set.formDriftIndex() == null ? null : FormWords.change(set.formDriftIndex(), Metric.FORM_DRIFT_INDEX),
                set.simulated());
    }

    private static @Nullable String peak(SetSummary set) {
        if (set.peakFlexionMedianDeg() == null || set.peakFlexionWorstDeg() == null) {
            return null;
        }
        String middle = FormWords.amount(set.peakFlexionMedianDeg(), "deg");
        String most = FormWords.amount(set.peakFlexionWorstDeg(), "deg");
        return middle.equals(most) ? middle : middle + ", " + most;
    }
}

package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.SetForm;

/** The repetitions of a stream so far, and what those of its newest set say together. */
final class SetTally {
    private final List<AnalysisResult.Repetition> repetitions = new ArrayList<>();
    private int setNumber = 1;
    /** Repetitions of the sets before the newest. */
    private int repetitionsBefore;

    private double speedLossPercent = Double.NaN;
    private @Nullable Integer suggestStopAfter;

    /** Whether the next repetition is the first of another set; what was found of the one before is let go then. */
    boolean beginsSet(int nextSetNumber) {
        if (nextSetNumber <= setNumber) {
            return false;
        }
        setNumber = nextSetNumber;
        repetitionsBefore = repetitions.size();
        speedLossPercent = Double.NaN;
        suggestStopAfter = null;
        return true;
    }

    /** @param lossPercent its loss of speed; NaN where not assessed */
    void add(AnalysisResult.Repetition repetition, double lossPercent) {
        repetitions.add(repetition);
        speedLossPercent = Double.isNaN(lossPercent) ? speedLossPercent : lossPercent;
        if (suggestStopAfter == null && repetition.flags().stream().anyMatch(flag -> flag.level() >= 3)) {
            suggestStopAfter = repetition.number();
        }
    }

    List<AnalysisResult.Repetition> repetitions() {
        return repetitions;
    }

    AnalysisResult.SetSummary summary(SetForm form) {
        return AnalysisResult.SetSummary.of(
                repetitions.size(),
                form.flagsOfTheSet(),
                Double.isNaN(speedLossPercent) ? null : Math.round(speedLossPercent * 10) / 10.0,
                suggestStopAfter,
                form.fatigue().after(repetitionsBefore));
    }
}

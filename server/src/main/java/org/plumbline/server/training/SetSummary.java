package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a set that is over comes down to, in one row: lists, rosters and progress read it and never the analysis.
 *
 * <p>Angles are degrees. A value that was not assessed in any repetition is null; it is never zero.
 *
 * @param setId the set
 * @param sessionId the session it belongs to
 * @param lifterId whose set it is
 * @param exercise name of the exercise
 * @param title what a person knows it by, or null
 * @param source where its samples came from
 * @param state what has become of it
 * @param demo whether it goes when demo mode ends
 * @param simulated whether its samples are simulated
 * @param startedAt when it began
 * @param loadKg load, or null where not said
 * @param repetitions repetitions counted
 * @param assessedRepetitions repetitions whose form was judged, see {@link Assessment#isJudged}
 * @param flaggedRepetitions repetitions with a flag of level 2 or 3
 * @param strongestLevel highest level of any flag, 0 where there is none; says nothing where nothing was assessed
 * @param peakFlexionMedianDeg median of the peak lumbar flexion of its repetitions
 * @param peakFlexionWorstDeg largest of them
 * @param twistMedianDeg median of the axial rotation of its repetitions, peak to peak
 * @param twistWorstDeg largest of them
 * @param formDriftIndex largest form-drift index of its repetitions; null also where an algorithm analysed it that meant something else by it
 * @param speedLossPercent loss of trunk speed of the last repetition against the fastest, percent
 * @param effort what the lifter said of the effort; {@link Effort#NOT_SAID} where nothing
 * @param peakFlexionsDeg peak lumbar flexion of each repetition, null where not assessed
 */
public record SetSummary(
        UUID setId,
        UUID sessionId,
        UUID lifterId,
        String exercise,
        @Nullable String title,
        SetSource source,
        SetState state,
        boolean demo,
        boolean simulated,
        Instant startedAt,
        @Nullable Double loadKg,
        int repetitions,
        int assessedRepetitions,
        int flaggedRepetitions,
        int strongestLevel,
        @Nullable Double peakFlexionMedianDeg,
        @Nullable Double peakFlexionWorstDeg,
        @Nullable Double twistMedianDeg,
        @Nullable Double twistWorstDeg,
        @Nullable Double formDriftIndex,
        @Nullable Double speedLossPercent,
        Effort effort,
        List<@Nullable Double> peakFlexionsDeg) {
    /** Of how many repetitions the form was judged. */
    public Judged judged() {
        return new Judged(repetitions, assessedRepetitions);
    }

    /** The same set with what the lifter said of the effort. */
    public SetSummary with(Effort said) {
        return new SetSummary(
                setId,
                sessionId,
                lifterId,
                exercise,
                title,
                source,
                state,
                demo,
                simulated,
                startedAt,
                loadKg,
                repetitions,
                assessedRepetitions,
                flaggedRepetitions,
                strongestLevel,
                peakFlexionMedianDeg,
                peakFlexionWorstDeg,
                twistMedianDeg,
                twistWorstDeg,
                formDriftIndex,
                speedLossPercent,
                said,
                peakFlexionsDeg);
    }
}

package org.plumbline.server.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of sets.
 *
 * @param set the set
 * @param repetitions repetitions counted
 * @param assessedRepetitions repetitions whose form was judged, see {@link Assessment#isJudged}
 * @param flaggedRepetitions repetitions with a flag of level 2 or 3
 * @param strongestLevel highest level of any flag, 0 where there is none
 * @param effort what the lifter said of the effort
 * @param peakFlexionsDeg peak lumbar flexion of each repetition, null where not assessed; empty while the set runs
 * @param figures what each repetition is known by where that is not the peak of flexion, null where not assessed; empty elsewhere
 * @param inSession which set of its session it is, from 1
 * @param trouble what went wrong with its sensors, or null
 */
public record SetListing(
        TrainingSet set,
        int repetitions,
        int assessedRepetitions,
        int flaggedRepetitions,
        int strongestLevel,
        Effort effort,
        List<@Nullable Double> peakFlexionsDeg,
        List<@Nullable Double> figures,
        int inSession,
        @Nullable SensorTrouble trouble) {
    /** Of how many repetitions the form was judged. */
    Judged judged() {
        return new Judged(repetitions, assessedRepetitions);
    }
}

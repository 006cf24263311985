package org.plumbline.core.simulation;

import java.util.List;
import org.plumbline.core.recording.RecordingMark;

/**
 * What really happened in a simulated set, on the host's clock.
 *
 * @param repetitions the repetitions in order
 * @param marks the stretches {@code neutral}, {@code bend} and {@code set}
 */
public record SimulationTruth(List<Repetition> repetitions, List<RecordingMark> marks) {
    /**
     * One repetition: down, bottom, up, hold. The first way down of a deadlift is the set-up bend without the bar;
     * putting the bar down after the last repetition and standing up without it belongs to no repetition.
     *
     * <p>Rows, presses and the exercises on the ground are an effort, a hold and the way back: the effort is the way up,
     * {@code startS}, {@code bottomS} and {@code barBreakS} are its begin, and {@code endS} is when the way back is over.
     *
     * @param startS start of the way down that leads to it
     * @param bottomS end of that way down
     * @param barBreakS bar break or, in the squat, begin of the ascent
     * @param topS end of the way up: lockout
     * @param holdEndS end of the hold at the top
     * @param endS end of the hold at the top
     * @param peakFlexionDeg peak lumbar flexion from start to end
     * @param flexionGainLoadedDeg peak lumbar flexion of the way up less the flexion at bar break
     * @param rotationRangeDeg axial rotation from start to end, peak to peak
     * @param peakRotationDeg axial rotation from start to end where it is furthest from that at the start, to the left
     *     positive
     * @param sideBendRangeDeg lateral bend from start to end, peak to peak
     * @param tuckDeg lumbar flexion at the bottom less that at 70 % of the time of the way down; 0 without a way down
     * @param earlyPitchDeg growth of trunk inclination within the first third of the way up, 0 or more
     * @param peakExtensionDeg peak lumbar extension beyond neutral from the last fifth of the way up to the end, 0 or more
     * @param trunkRangeDeg range of trunk inclination from start to end
     * @param flexionRangeDeg range of lumbar flexion from start to end
     * @param earlyAccelerationDegPerS2 peak angular acceleration of the trunk's inclination in the first fifth of the way up
     */
    public record Repetition(
            double startS,
            double bottomS,
            double barBreakS,
            double topS,
            double holdEndS,
            double endS,
            double peakFlexionDeg,
            double flexionGainLoadedDeg,
            double rotationRangeDeg,
            double peakRotationDeg,
            double sideBendRangeDeg,
            double tuckDeg,
            double earlyPitchDeg,
            double peakExtensionDeg,
            double trunkRangeDeg,
            double flexionRangeDeg,
            double earlyAccelerationDegPerS2) {}
}

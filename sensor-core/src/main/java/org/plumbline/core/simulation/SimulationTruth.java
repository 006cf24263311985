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
     * @param startS start of the way down that leads to it
     * @param barBreakS bar break or, in the squat, begin of the ascent
     * @param topS end of the way up: lockout
     * @param endS end of the hold at the top
     * @param peakFlexionDeg peak lumbar flexion from start to end
     * @param flexionGainLoadedDeg peak lumbar flexion of the way up less the flexion at bar break
     * @param rotationRangeDeg axial rotation from start to end, peak to peak
     */
    public record Repetition(
            double startS,
            double barBreakS,
            double topS,
            double endS,
            double peakFlexionDeg,
            double flexionGainLoadedDeg,
            double rotationRangeDeg) {}
}

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
     * @param startS start of the repetition
     * @param barBreakS bar break or, in the squat, begin of the ascent
     * @param topS lockout
     * @param endS end of the repetition
     * @param peakFlexionDeg peak lumbar flexion
     * @param flexionGainLoadedDeg flexion gained after bar break
     * @param rotationRangeDeg axial rotation, peak to peak
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

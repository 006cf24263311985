package org.plumbline.bench.orientation;

import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.core.imu.ImuSample;

/**
 * Samples to which something happened on their way.
 *
 * @param samples what arrives
 * @param originals for each of them its position among the samples as they were measured
 */
record DamagedSamples(List<ImuSample> samples, int[] originals) {

    /** What arrives when nothing is lost. */
    static DamagedSamples allOf(List<ImuSample> samples) {
        return new DamagedSamples(samples, IntStream.range(0, samples.size()).toArray());
    }

    /** The measured samples at these positions, unchanged. */
    static DamagedSamples only(int[] originals, List<ImuSample> measured) {
        return new DamagedSamples(
                IntStream.of(originals).mapToObj(measured::get).toList(), originals);
    }
}

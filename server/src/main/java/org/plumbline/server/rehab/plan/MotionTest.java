package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;

/**
 * A range-of-motion test, as it was read of a set of slow bends.
 *
 * @param id identity
 * @param personId who bent
 * @param recordedBy name of who recorded it, or null where they are no longer on this server
 * @param setId the set, or null once it was removed
 * @param takenAt when the bends were made
 * @param simulated whether nobody wore a sensor
 * @param placement where the sensors sat
 * @param algorithm version of the algorithms that read it
 * @param note what the therapist noted, or null
 * @param ranges the ranges, one a metric
 */
public record MotionTest(
        UUID id,
        UUID personId,
        @Nullable String recordedBy,
        @Nullable UUID setId,
        Instant takenAt,
        boolean simulated,
        String placement,
        String algorithm,
        @Nullable String note,
        List<MotionRange> ranges) {
    public Optional<MotionRange> range(Metric metric) {
        return ranges.stream().filter(range -> range.metric() == metric).findFirst();
    }
}

package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;

/**
 * A set as adherence looks at it.
 *
 * @param id identity
 * @param startedAt when it began
 * @param day the day on the server's calendar
 * @param exercise name of the exercise
 * @param loadKg load, or null where not said
 * @param repetitions repetitions counted
 * @param simulated whether nobody wore a sensor
 * @param results what was found in each repetition; empty where not looked up
 */
public record DoneSet(
        UUID id,
        Instant startedAt,
        LocalDate day,
        String exercise,
        @Nullable Double loadKg,
        int repetitions,
        boolean simulated,
        List<AnalysisResult.Repetition> results) {
    /** Repetitions times load, kg; null where no load was said. */
    public @Nullable Double volumeKg() {
        return loadKg == null ? null : loadKg * repetitions;
    }
}

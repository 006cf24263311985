package org.plumbline.server.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets of deadlifts as their summaries say them. */
final class Summaries {
    static final UUID LIFTER = UUID.randomUUID();

    private Summaries() {}

    /** Five repetitions, all assessed, nothing flagged. */
    static SetSummary set(UUID session, Instant at, @Nullable Double loadKg, int repetitions, Effort effort) {
        return new SetSummary(
                UUID.randomUUID(),
                session,
                LIFTER,
                "deadlift",
                null,
                SetSource.SENSORS,
                SetState.FINISHED,
                false,
                false,
                at,
                loadKg,
                repetitions,
                repetitions,
                0,
                0,
                28.0,
                30.0,
                4.0,
                5.0,
                0.4,
                8.0,
                effort,
                new ArrayList<>(Collections.nCopies(repetitions, 28.0)));
    }

    static SetSummary formed(SetSummary of, int assessed, int flagged, @Nullable Double peakFlexionDeg) {
        return new SetSummary(
                of.setId(),
                of.sessionId(),
                of.lifterId(),
                of.exercise(),
                of.title(),
                of.source(),
                of.state(),
                of.demo(),
                of.simulated(),
                of.startedAt(),
                of.loadKg(),
                of.repetitions(),
                assessed,
                flagged,
                flagged > 0 ? 2 : 0,
                peakFlexionDeg,
                peakFlexionDeg,
                of.twistMedianDeg(),
                of.twistWorstDeg(),
                of.formDriftIndex(),
                of.speedLossPercent(),
                of.effort(),
                of.peakFlexionsDeg());
    }

    static List<SetSummary> reversed(List<SetSummary> sets) {
        List<SetSummary> reversed = new ArrayList<>(sets);
        Collections.reverse(reversed);
        return reversed;
    }
}

package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Metric;

class ComplianceTest {
    @Test
    void whatWasNotMeasuredIsNotCountedAsKept() {
        DoneSet set = Made.with(
                Made.set("deadlift", MONDAY, 3, 50.0),
                Made.repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK, 22.0)),
                Made.repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.1)),
                Made.repetition(Map.of()));

        Share within = Compliance.of(Made.deadlifts(), set).withinLimits();

        assertEquals(new Share(1, 2), within);
        assertEquals(50, within.percent());
    }

    @Test
    void theLimitItselfIsWithin() {
        DoneSet set = Made.with(
                Made.set("deadlift", MONDAY, 1, 50.0), Made.repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.0)));

        assertEquals(new Share(1, 1), Compliance.of(Made.deadlifts(), set).withinLimits());
    }

    @Test
    void aRepetitionIsOnTempoWhereEveryPrescribedPartIs() {
        PrescribedWork slow =
                new PrescribedWork("deadlift", 3, 8, null, null, new Tempo(3.0, null, 2.0), 2, 3, Map.of(), null, null);
        DoneSet set = Made.with(
                Made.set("deadlift", MONDAY, 3, 50.0),
                Made.repetition(Map.of(Metric.ECCENTRIC_DURATION, 3.5, Metric.CONCENTRIC_DURATION, 2.2)),
                Made.repetition(Map.of(Metric.ECCENTRIC_DURATION, 3.0, Metric.CONCENTRIC_DURATION, 1.2)),
                Made.repetition(Map.of()));

        assertEquals(new Share(1, 2), Compliance.of(slow, set).onTempo());
    }

    @Test
    void aHoldCountsFromTheTimePrescribedLessWhatCannotBeTold() {
        DoneSet set = Made.with(
                Made.set("side_plank", MONDAY, 3, null),
                Made.repetition(Map.of(Metric.HOLD_DURATION, 9.6)),
                Made.repetition(Map.of(Metric.HOLD_DURATION, 9.4)),
                Made.repetition(Map.of(Metric.HOLD_DURATION, 14.0)));

        assertEquals(new Share(2, 3), Compliance.of(Made.sidePlanks(), set).holds());
    }

    @Test
    void aLoadAboveTheCapIsNoted() {
        assertEquals(
                1,
                Compliance.of(Made.deadlifts(), Made.set("deadlift", MONDAY, 8, 62.5))
                        .setsAboveCap());
        assertEquals(
                0,
                Compliance.of(Made.deadlifts(), Made.set("deadlift", MONDAY, 8, 60.0))
                        .setsAboveCap());
    }
}

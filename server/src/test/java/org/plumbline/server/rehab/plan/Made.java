package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;

/** Prescriptions, sets and repetitions made up for tests. */
final class Made {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private Made() {}

    static PrescribedWork deadlifts() {
        return new PrescribedWork(
                "deadlift", 3, 8, null, 60.0, Tempo.FREE, 2, 3, Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.0), null, null);
    }

    static PrescribedWork sidePlanks() {
        return new PrescribedWork("side_plank", 2, 3, 10.0, null, Tempo.FREE, 3, 5, Map.of(), null, null);
    }

    static Prescription prescribed(PrescribedWork work, LocalDate from, @Nullable LocalDate to) {
        return version(UUID.randomUUID(), 1, work, from, to, from);
    }

    static Prescription version(
            UUID series, int version, PrescribedWork work, LocalDate from, @Nullable LocalDate to, LocalDate written) {
        return version(series, version, work, from, to, written, null);
    }

    static Prescription version(
            UUID series,
            int version,
            PrescribedWork work,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate written,
            @Nullable LocalDate toBefore) {
        return new Prescription(
                UUID.randomUUID(),
                series,
                version,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Therapist",
                work,
                Phase.SUPERVISED,
                null,
                from,
                to,
                at(written, 6),
                null,
                toBefore,
                false);
    }

    static Prescription writtenAt(Prescription one, Instant writtenAt) {
        return new Prescription(
                one.id(),
                one.series(),
                one.version(),
                one.personId(),
                one.therapistId(),
                one.therapist(),
                one.work(),
                one.phase(),
                one.phaseSignature(),
                one.startsOn(),
                one.endsOn(),
                writtenAt,
                one.changeReason(),
                one.endsOnBefore(),
                one.ended());
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZoneId.systemDefault()).toInstant();
    }

    static DoneSet set(String exercise, LocalDate day, int repetitions, @Nullable Double loadKg) {
        return new DoneSet(UUID.randomUUID(), at(day, 17), day, exercise, loadKg, repetitions, false, List.of());
    }

    static DoneSet begunAt(DoneSet set, Instant begun) {
        return new DoneSet(
                set.id(),
                begun,
                set.day(),
                set.exercise(),
                set.loadKg(),
                set.repetitions(),
                set.simulated(),
                set.results());
    }

    static DoneSet simulated(DoneSet set) {
        return new DoneSet(
                set.id(),
                set.startedAt(),
                set.day(),
                set.exercise(),
                set.loadKg(),
                set.repetitions(),
                true,
                set.results());
    }

    static List<DoneSet> sets(int count, String exercise, LocalDate day, int repetitions) {
        List<DoneSet> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sets.add(set(exercise, day, repetitions, 50.0));
        }
        return sets;
    }

    static DoneSet with(DoneSet set, AnalysisResult.Repetition... results) {
        return new DoneSet(
                set.id(),
                set.startedAt(),
                set.day(),
                set.exercise(),
                set.loadKg(),
                results.length,
                set.simulated(),
                List.of(results));
    }

    static AnalysisResult.Repetition repetition(Map<Metric, Double> metrics) {
        Map<String, Double> byName = new HashMap<>();
        metrics.forEach((metric, value) -> byName.put(metric.jsonName(), value));
        return new AnalysisResult.Repetition(
                1,
                1,
                0,
                1,
                2.0,
                4,
                2.0,
                0.1,
                1.0,
                0.5,
                byName,
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                List.of());
    }
}

package org.plumbline.server.rehab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.server.rehab.plan.Phase;
import org.plumbline.server.rehab.plan.PrescribedWork;
import org.plumbline.server.rehab.plan.Prescription;
import org.plumbline.server.rehab.plan.Tempo;

class ReportedPlanTest {
    private static final UUID SERIES = UUID.randomUUID();

    private final List<Prescription> versions = List.of(
            version(4, "2026-11-12", "2026-10-19", "2026-11-12", true),
            version(1, "2026-10-19", "2026-10-19", null, false),
            version(2, "2026-11-02", "2026-10-19", null, false),
            version(3, "2026-11-09", "2026-10-19", null, false));

    @Test
    void everyVersionStandsThereWithItsDaysAndTheOneThatOnlyEndedItDoesNot() {
        assertEquals(
                List.of("1: 2026-10-19 to 2026-11-02", "2: 2026-11-02 to 2026-11-09", "3: 2026-11-09 to 2026-11-12"),
                said("2026-09-15", "2026-11-23"));
    }

    @Test
    void ofAPeriodInThePastOnlyThoseAreThereThatWereInForceThen() {
        assertEquals(
                List.of("1: 2026-10-19 to 2026-11-02", "2: 2026-11-02 to 2026-11-09"),
                said("2026-10-12", "2026-11-08"));
        assertEquals(List.of(), said("2026-10-01", "2026-10-18"));
        assertEquals(List.of(), said("2026-11-13", "2026-11-23"));
    }

    @Test
    void oneThatGoesOnHasNoEndAndOneThatNeverBeganIsNotThere() {
        Prescription goesOn = version(1, "2026-11-01", "2026-11-03", null, false);
        assertEquals(List.of("1: 2026-11-03 to null"), said(List.of(goesOn), "2026-11-01", "2026-11-23"));
        Prescription ended = version(2, "2026-11-02", "2026-11-03", "2026-11-02", true);
        assertEquals(List.of(), said(List.of(goesOn, ended), "2026-11-01", "2026-11-23"));
    }

    private List<String> said(String first, String last) {
        return said(versions, first, last);
    }

    private static List<String> said(List<Prescription> versions, String first, String last) {
        return ReportedPlan.inForce(versions, LocalDate.parse(first), LocalDate.parse(last)).stream()
                .map(one -> one.version().version() + ": " + one.from() + " to " + one.until())
                .toList();
    }

    private static Prescription version(
            int number, String writtenOn, String startsOn, @Nullable String endsOn, boolean ended) {
        PrescribedWork work = new PrescribedWork(
                "deadlift", 3, 8, null, null, new Tempo(null, null, null), 2, 3, Map.of(), null, null);
        return new Prescription(
                UUID.randomUUID(),
                SERIES,
                number,
                UUID.randomUUID(),
                null,
                "Tea",
                work,
                Phase.SUPERVISED,
                null,
                LocalDate.parse(startsOn),
                endsOn == null ? null : LocalDate.parse(endsOn),
                LocalDate.parse(writtenOn)
                        .atTime(9, 0)
                        .atZone(ZoneId.systemDefault())
                        .toInstant(),
                null,
                null,
                ended);
    }
}

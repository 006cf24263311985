package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.TestDatabase;

class PrescriptionRepositoryTest {
    @BothDatabases
    void everyVersionKnowsTheLastDayOfTheOneBefore(TestDatabase database) {
        UUID person = SamplePeople.add(database.jdbc(), "Ada");
        UUID therapist = SamplePeople.add(database.jdbc(), "Tea");
        PrescriptionRepository repository = new PrescriptionRepository(database.jdbc());
        UUID corrected = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        repository.insert(version(person, therapist, corrected, 1, MONDAY), null);
        repository.insert(version(person, therapist, corrected, 2, MONDAY.plusDays(3)), null);
        repository.insert(version(person, therapist, corrected, 3, null), null);
        repository.insert(version(person, therapist, other, 1, null), null);
        repository.insert(version(person, therapist, other, 2, MONDAY), null);

        List<Prescription> all = repository.versions(List.of(person));
        assertEquals(Arrays.asList(null, MONDAY, MONDAY.plusDays(3)), before(all, corrected));
        assertEquals(Arrays.asList(null, null), before(all, other));
    }

    private static List<@Nullable LocalDate> before(List<Prescription> all, UUID series) {
        return all.stream()
                .filter(one -> one.series().equals(series))
                .<@Nullable LocalDate>map(Prescription::endsOnBefore)
                .toList();
    }

    private static Prescription version(
            UUID person, UUID therapist, UUID series, int version, @Nullable LocalDate endsOn) {
        return new Prescription(
                UUID.randomUUID(),
                series,
                version,
                person,
                therapist,
                "Tea",
                Made.sidePlanks(),
                Phase.SUPERVISED,
                null,
                MONDAY,
                endsOn,
                Made.at(MONDAY, 6),
                null,
                null,
                false);
    }
}

package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.server.web.NothingHere;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** What is prescribed, and was. */
@Service
public class Prescriptions {
    private final PrescriptionRepository prescriptions;
    private final Days days;

    Prescriptions(PrescriptionRepository prescriptions, Days days) {
        this.prescriptions = prescriptions;
        this.days = days;
    }

    /** The newest version of each prescription of a person, those in force first, then by exercise. */
    public List<Prescription> newest(UUID personId) {
        LocalDate today = days.today();
        return newestOf(versions(personId)).stream()
                .sorted(Comparator.comparing((Prescription one) -> one.isOver(today))
                        .thenComparing(one -> one.work().exercise())
                        .thenComparing(Prescription::series))
                .toList();
    }

    /** What a person is to do on that day. */
    public List<Prescription> on(UUID personId, LocalDate day) {
        return newest(personId).stream().filter(one -> one.isOn(day)).toList();
    }

    /** Every version of every prescription of a person. */
    public List<Prescription> versions(UUID personId) {
        return prescriptions.versions(List.of(personId));
    }

    /** The same of many people. */
    public List<Prescription> versions(List<UUID> people) {
        return prescriptions.versions(people);
    }

    /** The versions of one prescription, newest first. */
    public List<Prescription> history(UUID personId, UUID series) {
        List<Prescription> history = versions(personId).stream()
                .filter(version -> version.series().equals(series))
                .sorted(Comparator.comparingInt(Prescription::version).reversed())
                .toList();
        if (history.isEmpty()) {
            throw nothing();
        }
        return history;
    }

    static List<Prescription> newestOf(List<Prescription> versions) {
        Map<UUID, Prescription> newest = new LinkedHashMap<>();
        for (Prescription version : versions) {
            newest.merge(version.series(), version, (one, other) -> one.version() > other.version() ? one : other);
        }
        return List.copyOf(newest.values());
    }

    static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}

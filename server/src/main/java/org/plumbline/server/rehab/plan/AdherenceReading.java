package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.Activities;
import org.plumbline.server.training.Activity;
import org.plumbline.server.training.CountedSets;
import org.springframework.stereotype.Service;

/** Adherence and the response of pain, read of what a person has done and said. */
@Service
public class AdherenceReading {
    private final Prescriptions prescriptions;
    private final PatientSets sets;
    private final Activities activities;
    private final PainReadings pain;
    private final Days days;

    AdherenceReading(
            Prescriptions prescriptions, PatientSets sets, Activities activities, PainReadings pain, Days days) {
        this.prescriptions = prescriptions;
        this.sets = sets;
        this.activities = activities;
        this.pain = pain;
        this.days = days;
    }

    /** Adherence from the week of a day to the week of another. */
    public Adherence of(Person person, LocalDate from, LocalDate to) {
        List<Prescription> versions = prescriptions.versions(person.id());
        Set<String> exercises =
                versions.stream().map(version -> version.work().exercise()).collect(Collectors.toSet());
        LocalDate first = Adherence.monday(from);
        List<DoneSet> done = sets.judged(person.id(), first, exercises);
        return Adherence.of(
                versions, new Adherence.Done(done, walking(person.id(), first), person.sample()), first, to);
    }

    /** What was prescribed for each of these sets as it was begun, by identity of the set: what adherence holds it against. */
    public Map<UUID, PrescribedWork> told(UUID personId, List<DoneSet> sets) {
        return Told.of(prescriptions.versions(personId), sets).stream()
                .collect(Collectors.toMap(told -> told.set().id(), Told::work));
    }

    /** This week only, for the person's own plan: nothing is judged but days. */
    public Adherence.Week thisWeek(Person person) {
        LocalDate today = days.today();
        LocalDate monday = Adherence.monday(today);
        return Adherence.of(
                        prescriptions.versions(person.id()),
                        new Adherence.Done(
                                sets.since(person.id(), monday), walking(person.id(), monday), person.sample()),
                        monday,
                        today)
                .weeks()
                .get(0);
    }

    /** This week of many people: as many queries as for one. */
    public Map<UUID, Adherence.Week> thisWeekOf(List<Person> people) {
        LocalDate today = days.today();
        LocalDate monday = Adherence.monday(today);
        List<UUID> ids = people.stream().map(Person::id).toList();
        Map<UUID, List<Prescription>> versions =
                prescriptions.versions(ids).stream().collect(Collectors.groupingBy(Prescription::personId));
        Map<UUID, List<DoneSet>> done = sets.ofMany(ids, monday);
        Map<UUID, Adherence.Week> weeks = new HashMap<>();
        for (Person person : people) {
            weeks.put(
                    person.id(),
                    Adherence.of(
                                    versions.getOrDefault(person.id(), List.of()),
                                    new Adherence.Done(
                                            done.getOrDefault(person.id(), List.of()), Map.of(), person.sample()),
                                    monday,
                                    today)
                            .weeks()
                            .get(0));
        }
        return weeks;
    }

    /** Days of training with their dose and what was said of pain. Whether the viewer may see it is asked before. */
    public List<SessionResponse> responses(Person person, LocalDate from, LocalDate to) {
        List<DoneSet> done = sets.since(person.id(), from).stream()
                .filter(set -> !set.day().isAfter(to))
                .filter(set -> CountedSets.counts(person, set.simulated()))
                // a test is no dose
                .filter(set -> !set.exercise().equals(MotionTests.EXERCISE))
                .toList();
        return SessionResponse.of(done, pain.of(person.id(), from, days.today()), pain.stopped(person.id(), from));
    }

    /** What was said of pain at all. Whether the viewer may see it is asked before. */
    public PainNoted noted(Person person, LocalDate from, LocalDate to) {
        return pain.noted(person.id(), from, to);
    }

    private Map<LocalDate, Integer> walking(UUID personId, LocalDate from) {
        return activities.since(personId, from).stream()
                .filter(activity -> activity.kind() == Activity.Kind.WALKING)
                .collect(Collectors.groupingBy(Activity::doneOn, Collectors.summingInt(Activity::minutes)));
    }
}

package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/**
 * Sets with more load than the plan says of which nobody was asked before they began: they were uploaded, or their load was said
 * afterwards. Simulated sets, in which nobody lifts, are none of them.
 */
@Component
class LoadsAbovePlan {
    private final Prescriptions prescriptions;
    private final PatientSets sets;

    LoadsAbovePlan(Prescriptions prescriptions, PatientSets sets) {
        this.prescriptions = prescriptions;
        this.sets = sets;
    }

    /**
     * By person, earliest first; a person without one is left out. Sets are read only of people whose plan has a load.
     *
     * @param asked sets before which the load was asked about, which are said elsewhere
     */
    Map<UUID, List<Told>> between(Collection<UUID> people, Set<UUID> asked, LocalDate from, LocalDate to) {
        Map<UUID, List<Prescription>> versions = prescriptions.versions(List.copyOf(people)).stream()
                .collect(Collectors.groupingBy(Prescription::personId));
        List<UUID> capped = versions.entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .anyMatch(version -> version.work().loadCapKg() != null))
                .map(Map.Entry::getKey)
                .toList();
        Map<UUID, List<Told>> found = new HashMap<>();
        sets.ofMany(capped, from).forEach((person, done) -> {
            List<DoneSet> unasked = done.stream()
                    .filter(set -> !set.simulated() && !set.day().isAfter(to) && !asked.contains(set.id()))
                    .sorted(Comparator.comparing(DoneSet::startedAt))
                    .toList();
            List<Told> above = Told.of(versions.getOrDefault(person, List.of()), unasked).stream()
                    .filter(Told::isAboveCap)
                    .toList();
            if (!above.isEmpty()) {
                found.put(person, above);
            }
        });
        return found;
    }

    /** A line an exercise, in the order in which they were lifted: how many sets, when the last was, and with what instead of what. */
    static List<String> say(List<Told> above, LoadUnit unit) {
        List<String> lines = new ArrayList<>();
        above.stream()
                .collect(Collectors.groupingBy(one -> one.set().exercise(), LinkedHashMap::new, Collectors.toList()))
                .forEach((exercise, of) -> {
                    Told last = of.get(of.size() - 1);
                    lines.add(Words.say(
                            "plan.news.above",
                            of.size(),
                            PlanWords.moment(last.set().startedAt()),
                            FormWords.exercise(exercise),
                            unit.format(Objects.requireNonNull(last.set().loadKg())),
                            unit.format(Objects.requireNonNull(last.work().loadCapKg()))));
                });
        return lines;
    }
}

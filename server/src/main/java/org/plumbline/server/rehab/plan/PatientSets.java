package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.training.RepetitionsOfSets;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.springframework.stereotype.Service;

/** The sets of a person as the plan looks at them. */
@Service
public class PatientSets {
    private final SetSummaries summaries;
    private final RepetitionsOfSets repetitions;

    PatientSets(SetSummaries summaries, RepetitionsOfSets repetitions) {
        this.summaries = summaries;
        this.repetitions = repetitions;
    }

    /** Sets of a person from a day on, earliest first, without what was found in their repetitions. */
    public List<DoneSet> since(UUID personId, LocalDate from) {
        return summaries.since(personId, start(from)).stream()
                .map(summary -> done(summary, List.of()))
                .sorted(Comparator.comparing(DoneSet::startedAt))
                .toList();
    }

    /** The same with what was found in the repetitions of these exercises. */
    public List<DoneSet> judged(UUID personId, LocalDate from, Set<String> exercises) {
        List<DoneSet> sets = since(personId, from);
        Map<UUID, List<AnalysisResult.Repetition>> found = repetitions.of(sets.stream()
                .filter(set -> exercises.contains(set.exercise()))
                .map(DoneSet::id)
                .toList());
        List<DoneSet> judged = new ArrayList<>();
        for (DoneSet set : sets) {
            judged.add(new DoneSet(
                    set.id(),
                    set.startedAt(),
                    set.day(),
                    set.exercise(),
                    set.loadKg(),
                    set.repetitions(),
                    set.simulated(),
                    found.getOrDefault(set.id(), List.of())));
        }
        return judged;
    }

    /** Sets of many people from a day on: one query however many they are. */
    public Map<UUID, List<DoneSet>> ofMany(List<UUID> people, LocalDate from) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return summaries.ofMany(people, start(from)).stream()
                .collect(Collectors.groupingBy(
                        SetSummary::lifterId,
                        Collectors.mapping(summary -> done(summary, List.of()), Collectors.toList())));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private static DoneSet done(SetSummary summary, List<AnalysisResult.Repetition> results) {
        return new DoneSet(
                summary.setId(),
                summary.startedAt(),
                Days.of(summary.startedAt()),
                summary.exercise(),
                summary.loadKg(),
                summary.repetitions(),
                summary.simulated(),
                results);
    }
}

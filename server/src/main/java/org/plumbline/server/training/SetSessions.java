package org.plumbline.server.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sets of one exercise, session by session, oldest first. */
final class SetSessions {
    private SetSessions() {}

    /**
     * The sets of an exercise in one session.
     *
     * @param sets in the order they were done
     * @param early those of them that were ended early, which are no best and no load to go on from
     */
    record Session(List<SetSummary> sets, Set<UUID> early) {
        Instant startedAt() {
            return sets.get(0).startedAt();
        }

        /** The sets that may be a best. */
        List<SetSummary> whole() {
            return sets.stream().filter(set -> !early.contains(set.setId())).toList();
        }

        /** Whether any of them was ended early. */
        boolean isEndedEarly() {
            return !early.isEmpty();
        }

        /** The last whole set with the heaviest load; empty where no load was said or nothing was lifted. */
        Optional<SetSummary> heaviest() {
            return whole().stream()
                    .filter(set -> set.loadKg() != null && set.repetitions() > 0)
                    // of equal loads the later one
                    .reduce((one, next) -> load(next) >= load(one) ? next : one);
        }

        /** The first whole set with a load that was lifted; empty where there is none. */
        Optional<SetSummary> first() {
            return whole().stream()
                    .filter(set -> set.loadKg() != null && set.repetitions() > 0)
                    .findFirst();
        }

        /** The first whole set with that load. */
        SetSummary firstAt(SetSummary other) {
            return whole().stream()
                    .filter(set -> set.repetitions() > 0 && load(set) == load(other))
                    .findFirst()
                    .orElse(other);
        }

        /** Most repetitions of a whole set with that load. */
        int mostRepetitionsAt(double loadKg) {
            return whole().stream()
                    .filter(set -> set.loadKg() != null && load(set) == loadKg)
                    .mapToInt(SetSummary::repetitions)
                    .max()
                    .orElse(0);
        }
    }

    private static double load(SetSummary set) {
        return set.loadKg() == null ? Double.NaN : set.loadKg();
    }

    /** @param endedEarly sets that are no best; others than these may be among them */
    static List<Session> of(List<SetSummary> sets, Set<UUID> endedEarly) {
        Map<UUID, List<SetSummary>> bySession = new LinkedHashMap<>();
        sets.stream()
                .sorted(Comparator.comparing(SetSummary::startedAt))
                .forEach(set -> bySession
                        .computeIfAbsent(set.sessionId(), unseen -> new ArrayList<>())
                        .add(set));
        return bySession.values().stream()
                .map(all -> new Session(
                        all,
                        all.stream()
                                .map(SetSummary::setId)
                                .filter(endedEarly::contains)
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    /**
     * The loads that were lifted for the first time and more than all before, oldest first: the very first one, whatever came
     * after it that day, and the heaviest of each session.
     */
    static List<LoadStep> steps(List<Session> sessions) {
        List<LoadStep> steps = new ArrayList<>();
        for (Session session : sessions) {
            if (steps.isEmpty()) {
                session.first().ifPresent(first -> add(steps, session, first));
            }
            session.heaviest().ifPresent(heaviest -> add(steps, session, session.firstAt(heaviest)));
        }
        return List.copyOf(steps);
    }

    private static void add(List<LoadStep> steps, Session session, SetSummary set) {
        double best = steps.isEmpty() ? Double.NaN : steps.get(steps.size() - 1).loadKg();
        if (load(set) <= best) {
            return;
        }
        steps.add(new LoadStep(
                set.startedAt(),
                set.setId(),
                load(set),
                session.mostRepetitionsAt(load(set)),
                steps.isEmpty() ? null : load(set) - best));
    }
}

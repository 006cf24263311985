package org.plumbline.server.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sets of one exercise, session by session, oldest first. */
final class SetSessions {
    private SetSessions() {}

    /**
     * The sets of an exercise in one session.
     *
     * @param sets in the order they were done
     */
    record Session(List<SetSummary> sets) {
        Instant startedAt() {
            return sets.get(0).startedAt();
        }

        /** The last set with the heaviest load; empty where no load was said or nothing was lifted. */
        Optional<SetSummary> heaviest() {
            return sets.stream()
                    .filter(set -> set.loadKg() != null && set.repetitions() > 0)
                    // of equal loads the later one
                    .reduce((one, next) -> load(next) >= load(one) ? next : one);
        }

        /** Most repetitions of a set with that load. */
        int mostRepetitionsAt(double loadKg) {
            return sets.stream()
                    .filter(set -> set.loadKg() != null && load(set) == loadKg)
                    .mapToInt(SetSummary::repetitions)
                    .max()
                    .orElse(0);
        }
    }

    private static double load(SetSummary set) {
        return set.loadKg() == null ? Double.NaN : set.loadKg();
    }

    static List<Session> of(List<SetSummary> sets) {
        Map<UUID, List<SetSummary>> bySession = new LinkedHashMap<>();
        sets.stream()
                .sorted(Comparator.comparing(SetSummary::startedAt))
                .forEach(set -> bySession
                        .computeIfAbsent(set.sessionId(), unseen -> new ArrayList<>())
                        .add(set));
        return bySession.values().stream().map(Session::new).toList();
    }

    /** The loads that were lifted for the first time and more than all before, oldest first. */
    static List<LoadStep> steps(List<Session> sessions) {
        List<LoadStep> steps = new ArrayList<>();
        double best = Double.NaN;
        for (Session session : sessions) {
            Optional<SetSummary> heaviest = session.heaviest();
            if (heaviest.isPresent() && !(load(heaviest.get()) <= best)) {
                SetSummary set = heaviest.get();
                steps.add(new LoadStep(
                        set.startedAt(),
                        set.setId(),
                        load(set),
                        session.mostRepetitionsAt(load(set)),
                        Double.isNaN(best) ? null : load(set) - best));
                best = load(set);
            }
        }
        return List.copyOf(steps);
    }
}

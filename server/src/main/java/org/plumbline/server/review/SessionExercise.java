package org.plumbline.server.review;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An exercise in a session of a lifter, whatever the loads.
 *
 * @param sessionId the session
 * @param exercise name of the exercise
 * @param startedAt when its last set began
 * @param simulated whether any of it is simulated
 * @param flexionDeg mean of its sets' median peak flexion, NaN where none was assessed
 * @param twistDeg mean of its sets' median twist, NaN where none was assessed
 */
record SessionExercise(
        UUID sessionId, String exercise, Instant startedAt, boolean simulated, double flexionDeg, double twistDeg) {
    private record Key(UUID sessionId, String exercise) {}

    /** The exercises of a lifter's sessions. */
    static Collection<SessionExercise> of(List<RosterRepository.Part> parts) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (RosterRepository.Part part : parts) {
            sums.computeIfAbsent(new Key(part.sessionId(), part.exercise()), key -> new Sum(part.startedAt()))
                    .add(part);
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().of(sum.getKey()))
                .toList();
    }

    private static final class Sum {
        private final Mean flexionDeg = new Mean();
        private final Mean twistDeg = new Mean();
        private Instant last;
        private boolean simulated;

        Sum(Instant first) {
            last = first;
        }

        void add(RosterRepository.Part part) {
            flexionDeg.add(part.flexionDeg(), part.flexionSets());
            twistDeg.add(part.twistDeg(), part.twistSets());
            last = part.startedAt().isAfter(last) ? part.startedAt() : last;
            simulated |= part.simulated();
        }

        SessionExercise of(Key key) {
            return new SessionExercise(
                    key.sessionId(), key.exercise(), last, simulated, flexionDeg.value(), twistDeg.value());
        }
    }

    private static final class Mean {
        private double sum;
        private int sets;

        void add(double mean, int of) {
            if (of > 0) {
                sum += mean * of;
                sets += of;
            }
        }

        double value() {
            return sets == 0 ? Double.NaN : sum / sets;
        }
    }
}

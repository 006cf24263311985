package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.form.Metric;

/**
 * What may be said of two tests of the same motion. A change is named only beyond what the channel can tell from noise.
 *
 * @param kind what may be said
 * @param byDeg later less earlier, degrees; NaN where they cannot be compared
 * @param detectableDeg the smallest change that can be told apart, degrees
 */
public record MotionChange(Kind kind, double byDeg, double detectableDeg) {
    /** What may be said. */
    public enum Kind {
        MORE,
        LESS,
        /** They may differ or not: the difference lies within the noise. */
        CANNOT_BE_TOLD,
        /** One of them was not assessed, or the sensors sat elsewhere, or it was read otherwise. */
        NOT_COMPARABLE
    }

    /** Compares a later test with an earlier one. */
    public static MotionChange of(Metric metric, MotionTest earlier, MotionTest later) {
        Double before = earlier.range(metric).map(MotionRange::medianDeg).orElse(null);
        Double after = later.range(metric).map(MotionRange::medianDeg).orElse(null);
        double detectable = later.range(metric).map(MotionRange::detectableDeg).orElse(Double.NaN);
        if (before == null || after == null || !alike(earlier, later) || Double.isNaN(detectable)) {
            return new MotionChange(Kind.NOT_COMPARABLE, Double.NaN, detectable);
        }
        double by = after - before;
        if (Math.abs(by) > detectable) {
            return new MotionChange(by > 0 ? Kind.MORE : Kind.LESS, by, detectable);
        }
        return new MotionChange(Kind.CANNOT_BE_TOLD, by, detectable);
    }

    /**
     * Compares a test with the first one it can be compared with; with the very first where there is none.
     *
     * @param tests newest first
     * @return empty of the first test
     */
    public static Optional<MotionChange> sinceFirst(Metric metric, List<MotionTest> tests, MotionTest later) {
        List<MotionChange> changes = tests.subList(tests.indexOf(later) + 1, tests.size()).stream()
                .map(earlier -> of(metric, earlier, later))
                .toList();
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).kind() != Kind.NOT_COMPARABLE) {
                return Optional.of(changes.get(i));
            }
        }
        return changes.stream().findFirst();
    }

    /**
     * The first test that was made and read as the newest was; the very first where there is none but the newest itself.
     *
     * @param tests newest first, at least one
     */
    public static MotionTest firstAlike(List<MotionTest> tests) {
        for (int i = tests.size() - 1; i > 0; i--) {
            if (alike(tests.get(i), tests.get(0))) {
                return tests.get(i);
            }
        }
        return tests.get(tests.size() - 1);
    }

    private static boolean alike(MotionTest earlier, MotionTest later) {
        return earlier.placement().equals(later.placement())
                && earlier.simulated() == later.simulated()
                && earlier.algorithm().equals(later.algorithm());
    }
}

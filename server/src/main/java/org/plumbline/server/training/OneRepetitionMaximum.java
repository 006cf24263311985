package org.plumbline.server.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lifter could lift once, as two formulas estimate it from a set: a range, because neither is right for everybody.
 *
 * <p>Epley (1985): {@code w (1 + r/30)}; Brzycki (1993): {@code 36 w / (37 − r)}; both were made for sets of up to ten
 * repetitions taken to the last one possible, so repetitions that were left are counted as done.
 *
 * @param lowKg the lesser of the two estimates
 * @param highKg the greater
 * @param effortKnown whether the lifter said how many were left; else the set is counted as the limit, and the range is a least one
 */
public record OneRepetitionMaximum(double lowKg, double highKg, boolean effortKnown) {
    private static final int MOST_REPETITIONS = 10;

    /**
     * The estimate from a set.
     *
     * @param left repetitions that were left, or null where the lifter has not said
     * @return empty where the set is too long for the formulas, empty, or without a load
     */
    public static Optional<OneRepetitionMaximum> of(@Nullable Double loadKg, int repetitions, @Nullable Integer left) {
        int possible = repetitions + (left == null ? 0 : left);
        if (loadKg == null || loadKg <= 0 || repetitions < 1 || possible > MOST_REPETITIONS) {
            return Optional.empty();
        }
        double epley = possible == 1 ? loadKg : loadKg * (1 + possible / 30.0);
        double brzycki = 36 * loadKg / (37 - possible);
        return Optional.of(new OneRepetitionMaximum(Math.min(epley, brzycki), Math.max(epley, brzycki), left != null));
    }

    /** The estimate from a set; a rating so low that it means no number of repetitions gives none. */
    static Optional<OneRepetitionMaximum> of(SetSummary set) {
        boolean tooEasy = !set.effort().isEmpty() && set.effort().left() == null;
        return tooEasy
                ? Optional.empty()
                : of(set.loadKg(), set.repetitions(), set.effort().left());
    }

    /**
     * The least that a set shows by itself, whatever was said of its effort: what was lifted was lifted. Of a longer set the first
     * repetitions count.
     */
    static Optional<OneRepetitionMaximum> atLeast(SetSummary set) {
        return of(set.loadKg(), Math.min(set.repetitions(), MOST_REPETITIONS), null);
    }

    /**
     * The estimate of a session: that of its best set whose effort is known, else of the best of all; unless another set of it
     * was more by itself, for then the effort that was said cannot be.
     */
    static Optional<Of> ofSession(List<SetSummary> sets) {
        Optional<Of> best = sets.stream()
                .flatMap(set -> of(set).map(once -> new Of(set, once)).stream())
                .max(Comparator.comparing((Of one) -> one.once().effortKnown())
                        .thenComparing(one -> one.once().middleKg()));
        Optional<Of> shown = sets.stream()
                .flatMap(set -> atLeast(set).map(once -> new Of(set, once)).stream())
                .max(Comparator.comparing(one -> one.once().lowKg()));
        boolean contradicted = best.isPresent()
                && shown.isPresent()
                && shown.get().once().lowKg() > best.get().once().highKg();
        return contradicted ? shown : best;
    }

    /** An estimate and the set it is from. */
    record Of(SetSummary set, OneRepetitionMaximum once) {}

    double middleKg() {
        return (lowKg + highKg) / 2;
    }
}

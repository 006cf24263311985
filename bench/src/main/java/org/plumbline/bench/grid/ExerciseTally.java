package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** What became of the sets of one exercise with the same sensors. */
public final class ExerciseTally {
    int sets;
    int exact;
    /** Sets of which the product said beforehand that their repetitions cannot be seen. */
    int notVisible;

    int repetitions;
    int cautioned;
    final List<Double> startErrorsS = new ArrayList<>();
    final List<Double> barBreakErrorsS = new ArrayList<>();
    final List<Double> topErrorsS = new ArrayList<>();
    final List<Double> endErrorsS = new ArrayList<>();
    final Map<String, Integer> cautions = new TreeMap<>();
    final List<String> remarks = new ArrayList<>();

    public int sets() {
        return sets;
    }

    /** Sets whose repetitions were counted exactly. */
    public int exact() {
        return exact;
    }

    public int repetitions() {
        return repetitions;
    }

    /** Repetitions with a caution: none had a fault. */
    public int cautioned() {
        return cautioned;
    }

    static double medianS(List<Double> errors) {
        return new Median()
                .evaluate(errors.stream().mapToDouble(Math::abs).sorted().toArray());
    }
}

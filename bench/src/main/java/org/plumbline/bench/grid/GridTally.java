package org.plumbline.bench.grid;

/** What became of a group of sets. */
public final class GridTally {
    int sets;
    int exact;
    int faulty;
    int found;
    int clean;
    int falseCautions;
    int notAssessed;
    double squaredFlexion;
    long flexions;
    double squaredRotation;
    long rotations;

    public int sets() {
        return sets;
    }

    /** Sets whose repetitions were counted exactly. */
    public int exact() {
        return exact;
    }

    /** Faulty repetitions. */
    public int faulty() {
        return faulty;
    }

    /** Faulty repetitions whose fault was flagged. */
    public int found() {
        return found;
    }

    /** Repetitions without a fault that were counted. */
    public int clean() {
        return clean;
    }

    /** Cautions on them, and where no repetition was. */
    public int falseCautions() {
        return falseCautions;
    }

    /** Clean repetitions whose flexion under load was not assessed. */
    public int notAssessed() {
        return notAssessed;
    }

    double exactPercent() {
        return 100.0 * exact / sets;
    }

    double foundPercent() {
        return 100.0 * found / faulty;
    }

    double falsePercent() {
        return 100.0 * falseCautions / clean;
    }

    public double flexionRmsDeg() {
        return Math.sqrt(squaredFlexion / flexions);
    }

    public double rotationRmsDeg() {
        return Math.sqrt(squaredRotation / rotations);
    }

    void add(GridTally other) {
        sets += other.sets;
        exact += other.exact;
        faulty += other.faulty;
        found += other.found;
        clean += other.clean;
        falseCautions += other.falseCautions;
        notAssessed += other.notAssessed;
        squaredFlexion += other.squaredFlexion;
        flexions += other.flexions;
        squaredRotation += other.squaredRotation;
        rotations += other.rotations;
    }
}

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

    public double exactPercent() {
        return 100.0 * exact / sets;
    }

    public double foundPercent() {
        return 100.0 * found / faulty;
    }

    public double falsePercent() {
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

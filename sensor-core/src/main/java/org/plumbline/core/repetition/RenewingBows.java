package org.plumbline.core.repetition;

/** The slow bows that renew a calibration, made before a set though nobody asked for them: they are no repetitions of it. */
final class RenewingBows {
    /** Why they do not count, for a person. */
    static final String REASON = "It looks like one of the slow bows that renew a calibration.";

    /** They are known by this share of the person's largest lumbar flexion. */
    private static final double BOW_SHARE = 0.85;

    /** A bow takes at least this long beyond half of its way, s: bows are asked for slow. */
    private static final double SHORTEST_BOW_S = 1;

    /** More than so many alike are no bows but lifting with a very round back. */
    private static final int MOST_BOWS = 4;

    /** What flexes the lumbar spine so far may be a bow, degrees; NaN where none can be told. */
    private double flexionDeg = Double.NaN;

    private int found;

    /** @param maxFlexionDeg the person's largest lumbar flexion, degrees; NaN where not known */
    void expect(double maxFlexionDeg) {
        flexionDeg = Math.max(EverydayMovement.FIRST_FLEXION_DEG, BOW_SHARE * maxFlexionDeg);
    }

    private boolean isLike(Movement movement) {
        return movement.flexionDeg() >= flexionDeg && movement.wholeS() >= SHORTEST_BOW_S;
    }

    /** Takes the next movement; whether it is taken for a bow. */
    boolean take(Movement movement) {
        return isLike(movement) && found++ < MOST_BOWS;
    }

    /** Whether a movement taken earlier is still taken for one. */
    boolean include(Movement movement) {
        return isLike(movement) && found <= MOST_BOWS;
    }
}

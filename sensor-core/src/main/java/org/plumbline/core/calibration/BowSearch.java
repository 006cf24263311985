package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells bows from lifting by their shape: two to four slow, deep, alike excursions from neutral that end in standing still.
 * Where two sensors see the lumbar spine flex as it does in no lift, one bow is enough, and one may stand between them.
 */
final class BowSearch {
    /** An excursion of a thorax begins beyond this inclination from neutral, degrees. */
    private static final double ENTER_DEG = 25;

    /** It ends within this inclination of neutral, degrees. */
    private static final double LEAVE_DEG = 13;

    /** Least inclination of a thorax in a bow; of a sensor that leans less the excursions are as much smaller, degrees. */
    private static final double SHALLOWEST_THORAX_BOW_DEG = 60;

    /** A bow takes at least this long, s; a repetition is rarely slower. */
    private static final double SHORTEST_BOW_S = 1.8;

    /** What takes longer is no bow, s. */
    private static final double LONGEST_BOW_S = 15;

    /** Bows of one person are alike within this, degrees. */
    private static final double ALIKE_DEG = 25;

    /** The trunk leans about 70 degrees at the floor of a deadlift and beyond this in a full bow, degrees. */
    private static final double FULL_BOW_DEG = 82;

    /**
     * The lumbar spine of a full bow flexes further; in lifts from the floor it reaches about 33 degrees (Bengtsson 2022),
     * so that beyond this no lift is taken for a bow, degrees.
     */
    private static final double BOW_FLEXION_DEG = 38;

    /** After standing for so long, no further bow is awaited, s. */
    private static final double NO_MORE_BOWS_S = 6;

    private static final int BOWS_ASKED_FOR = 3;
    private static final int FEWEST_BOWS = 2;
    private static final int MOST_BOWS = 4;

    /** How long the standing pause after the bows lasts, beyond the time the rest detector needs, s. */
    private static final double PAUSE_S = 0.5;

    /**
     * An excursion from neutral.
     *
     * @param fromMicros where the inclination left neutral
     * @param toMicros where it came back
     * @param peakDeg largest inclination
     * @param flexionDeg by how much the two sensors' inclinations differed at the most; 0 with one sensor
     */
    record Excursion(long fromMicros, long toMicros, double peakDeg, double flexionDeg) {
        double durationS() {
            return (toMicros - fromMicros) * 1e-6;
        }
    }

    private final double shallowestBowDeg;
    private final double enterDeg;
    private final double leaveDeg;
    private final List<Excursion> excursions = new ArrayList<>();
    private boolean out;
    private long outSinceMicros;
    private long stillSinceMicros = CalibrationPlan.UNKNOWN;
    private double peakDeg;
    private double flexionDeg;
    /** Whether somebody stood still after a bow, and may bow again. */
    private boolean awaitsMore;

    private boolean impossible;
    private int total;
    private boolean hasMoved;
    private long liftingSinceMicros = CalibrationPlan.UNKNOWN;

    /** @param shallowestBowDeg least inclination of a bow: the trunk leans further in a bow than in a lift */
    BowSearch(double shallowestBowDeg) {
        this.shallowestBowDeg = shallowestBowDeg;
        double share = Math.min(1, shallowestBowDeg / SHALLOWEST_THORAX_BOW_DEG);
        enterDeg = share * ENTER_DEG;
        leaveDeg = share * LEAVE_DEG;
    }

    /**
     * Takes the next tick; true when the bows are over.
     *
     * @param inclinationDeg inclination from neutral, of the sensor that leans further
     * @param differenceDeg by how much the two inclinations differ; 0 with one sensor
     */
    boolean accept(long timeMicros, double inclinationDeg, double differenceDeg, boolean still) {
        if (out) {
            peakDeg = Math.max(peakDeg, inclinationDeg);
            flexionDeg = Math.max(flexionDeg, differenceDeg);
            if (inclinationDeg < leaveDeg) {
                return close(timeMicros);
            } else if ((timeMicros - outSinceMicros) * 1e-6 > LONGEST_BOW_S) {
                impossible = true;
            }
            return false;
        }
        if (inclinationDeg > enterDeg) {
            out = true;
            outSinceMicros = timeMicros;
            peakDeg = inclinationDeg;
            flexionDeg = differenceDeg;
            hasMoved = true;
            if (liftingSinceMicros == CalibrationPlan.UNKNOWN) {
                liftingSinceMicros = timeMicros;
            }
            stillSinceMicros = CalibrationPlan.UNKNOWN;
            return false;
        }
        if (!still) {
            stillSinceMicros = CalibrationPlan.UNKNOWN;
            return false;
        }
        if (stillSinceMicros == CalibrationPlan.UNKNOWN) {
            stillSinceMicros = timeMicros;
        }
        double pauseS = (timeMicros - stillSinceMicros) * 1e-6;
        return pauseS >= PAUSE_S && endOfPause(pauseS);
    }

    /** True where what has just ended is the first lift after bows with pauses, or after as many bows as are asked for. */
    private boolean close(long timeMicros) {
        out = false;
        total++;
        Excursion excursion = new Excursion(outSinceMicros, timeMicros, peakDeg, flexionDeg);
        boolean asked = excursions.size() >= BOWS_ASKED_FOR && arePlainBows();
        if ((awaitsMore || asked) && !isPlainBow(excursion)) {
            awaitsMore = true;
            return true;
        }
        excursions.add(excursion);
        if (excursions.size() > MOST_BOWS) {
            impossible = true;
        }
        return false;
    }

    private boolean endOfPause(double pauseS) {
        if (!awaitsMore && areBows()) {
            return true;
        }
        if (arePlainBows()) {
            awaitsMore = true;
            return excursions.size() >= BOWS_ASKED_FOR || pauseS >= NO_MORE_BOWS_S;
        }
        if (excursions.size() > 1) {
            // more than one movement, then standing: what came before was something else
            liftingSinceMicros = CalibrationPlan.UNKNOWN;
        }
        excursions.clear();
        awaitsMore = false;
        return false;
    }

    /** Bows that cannot be lifts, so that they are bows even one by one. */
    private boolean arePlainBows() {
        for (Excursion excursion : excursions) {
            if (!isPlainBow(excursion)) {
                return false;
            }
        }
        return !impossible && !excursions.isEmpty();
    }

    private boolean isPlainBow(Excursion excursion) {
        return excursion.durationS() >= SHORTEST_BOW_S
                && excursion.peakDeg() >= shallowestBowDeg
                && excursion.flexionDeg() >= BOW_FLEXION_DEG;
    }

    /** Whether what {@link #accept} has told of was over before: the set begins where the last bow ended, not now. */
    boolean areOverBefore() {
        return awaitsMore;
    }

    private boolean areBows() {
        if (impossible || excursions.size() < FEWEST_BOWS || excursions.size() > MOST_BOWS) {
            return false;
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Excursion excursion : excursions) {
            if (excursion.durationS() < SHORTEST_BOW_S) {
                return false;
            }
            least = Math.min(least, excursion.peakDeg());
            most = Math.max(most, excursion.peakDeg());
        }
        return least >= shallowestBowDeg && most - least <= ALIKE_DEG;
    }

    /** The bows, once {@link #accept} has said so. */
    List<Excursion> excursions() {
        return excursions;
    }

    /**
     * Whether all that was seen so far, the excursion in progress included, is deeper than a lift goes: somebody bows and has
     * not lifted yet.
     */
    boolean areFullBows() {
        boolean any = out;
        boolean deep = !out || peakDeg >= FULL_BOW_DEG;
        for (Excursion excursion : excursions) {
            any = true;
            deep &= excursion.peakDeg() >= FULL_BOW_DEG;
        }
        return any && deep && total <= MOST_BOWS;
    }

    /** Whether what was seen can no longer be bows: somebody lifts. */
    boolean isLifting() {
        return impossible || total > MOST_BOWS + 1;
    }

    /** Whether the person has left neutral at all. */
    boolean hasMoved() {
        return hasMoved;
    }

    /** When the first of the single movements with pauses began, which may be lifts; {@link Long#MAX_VALUE} where none. */
    long liftingSinceMicros() {
        return liftingSinceMicros == CalibrationPlan.UNKNOWN ? Long.MAX_VALUE : liftingSinceMicros;
    }

    /** Whether the person is away from neutral now. */
    boolean isOut() {
        return out;
    }

    /** Whether an excursion of the present run has been closed. */
    boolean hasExcursions() {
        return !excursions.isEmpty();
    }
}

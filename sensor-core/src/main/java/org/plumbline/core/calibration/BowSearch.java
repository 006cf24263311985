package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells bows from lifting by their shape: two to four slow, deep, alike excursions from neutral that end in standing still.
 */
final class BowSearch {
    /** An excursion begins beyond this inclination from neutral, degrees. */
    private static final double ENTER_DEG = 25;

    /** It ends within this inclination of neutral, degrees. */
    private static final double LEAVE_DEG = 13;

    /** A bow takes at least this long, s; a repetition is rarely slower. */
    private static final double SHORTEST_BOW_S = 1.8;

    /** What takes longer is no bow, s. */
    private static final double LONGEST_BOW_S = 15;

    /** Bows of one person are alike within this, degrees. */
    private static final double ALIKE_DEG = 25;

    /** The trunk leans about 70 degrees at the floor of a deadlift and beyond this in a full bow, degrees. */
    private static final double FULL_BOW_DEG = 82;

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
     */
    record Excursion(long fromMicros, long toMicros, double peakDeg) {
        double durationS() {
            return (toMicros - fromMicros) * 1e-6;
        }
    }

    private final double shallowestBowDeg;
    private final List<Excursion> excursions = new ArrayList<>();
    private boolean out;
    private long outSinceMicros;
    private long stillSinceMicros = CalibrationPlan.UNKNOWN;
    private double peakDeg;
    private boolean impossible;
    private int total;
    private long firstMicros = CalibrationPlan.UNKNOWN;

    /** @param shallowestBowDeg least inclination of a bow: the trunk leans further in a bow than in a lift */
    BowSearch(double shallowestBowDeg) {
        this.shallowestBowDeg = shallowestBowDeg;
    }

    /** Takes the inclination from neutral; true when the bows have just ended in a standing pause. */
    boolean accept(long timeMicros, double inclinationDeg, boolean still) {
        if (out) {
            peakDeg = Math.max(peakDeg, inclinationDeg);
            if (inclinationDeg < LEAVE_DEG) {
                close(timeMicros);
            } else if ((timeMicros - outSinceMicros) * 1e-6 > LONGEST_BOW_S) {
                impossible = true;
            }
            return false;
        }
        if (inclinationDeg > ENTER_DEG) {
            out = true;
            outSinceMicros = timeMicros;
            peakDeg = inclinationDeg;
            if (firstMicros == CalibrationPlan.UNKNOWN) {
                firstMicros = timeMicros;
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
        return (timeMicros - stillSinceMicros) * 1e-6 >= PAUSE_S && endOfPause();
    }

    private void close(long timeMicros) {
        out = false;
        total++;
        excursions.add(new Excursion(outSinceMicros, timeMicros, peakDeg));
        if (excursions.size() > MOST_BOWS) {
            impossible = true;
        }
    }

    private boolean endOfPause() {
        if (areBows()) {
            return true;
        }
        excursions.clear();
        return false;
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
        return firstMicros != CalibrationPlan.UNKNOWN;
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

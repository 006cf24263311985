package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a walker has got to along one direction of the earth: the integral of a velocity that changes in smooth steps.
 *
 * <p>The steps of velocity follow the minimum-jerk course like the angles, one after the other, so that position has no
 * jump in its first three derivatives and is known at any time.
 */
final class TravelCourse {
    /** Mean of the minimum-jerk course over its duration: what the step covers while it lasts. */
    private static final double MEAN_SHARE = 0.5;

    /** What holds from the start of a step of velocity. */
    private record Change(double startS, double durationS, double beforeMs, double deltaMs, double positionM) {}

    private final List<Change> changes = new ArrayList<>();

    /** Changes the velocity to {@code targetMs}, metres a second; begins no sooner than the change before has ended. */
    void velocityTo(double startS, double durationS, double targetMs) {
        double beforeMs = 0;
        double positionM = 0;
        if (!changes.isEmpty()) {
            Change last = changes.get(changes.size() - 1);
            if (startS < last.startS() + last.durationS() - 1e-9) {
                throw new IllegalArgumentException("The velocity still changes at " + startS + " s");
            }
            beforeMs = last.beforeMs() + last.deltaMs();
            positionM = position(last, startS);
        }
        changes.add(new Change(startS, durationS, beforeMs, targetMs - beforeMs, positionM));
    }

    /** Metres from where the walker stood at first. */
    double atM(double timeS) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).startS() <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : position(changes.get(low - 1), timeS);
    }

    private static double position(Change change, double timeS) {
        double elapsedS = timeS - change.startS();
        double share = elapsedS / change.durationS();
        double coveredS = share >= 1
                ? elapsedS - (1 - MEAN_SHARE) * change.durationS()
                : change.durationS() * integralOfMinimumJerk(share);
        return change.positionM() + change.beforeMs() * elapsedS + change.deltaMs() * coveredS;
    }

    private static double integralOfMinimumJerk(double share) {
        return share * share * share * share * (2.5 + share * (share - 3));
    }
}

package org.plumbline.core.simulation;

import java.util.Arrays;

/**
 * The course of one angle over the whole set: a sum of smooth steps, known at any time.
 *
 * <p>Each step is a minimum-jerk movement (Flash and Hogan 1985), so that angular acceleration has no jumps and the
 * specific force of a sensor can be had by differencing. Asking is cheap however long the set is: steps that are over
 * are summed beforehand.
 */
final class AngleCourse {
    private double[] startS = new double[16];
    private double[] durationS = new double[16];
    private double[] deltaDeg = new double[16];
    private double[] sumBeforeDeg = new double[0];
    private int count;
    private double longestS;
    private double settledDeg;

    /** Adds a step; steps may overlap and come in any order before {@link #freeze}. */
    void step(double start, double duration, double delta) {
        if (delta == 0) {
            return;
        }
        if (count == startS.length) {
            startS = Arrays.copyOf(startS, 2 * count);
            durationS = Arrays.copyOf(durationS, 2 * count);
            deltaDeg = Arrays.copyOf(deltaDeg, 2 * count);
        }
        int place = count;
        while (place > 0 && startS[place - 1] > start) {
            startS[place] = startS[place - 1];
            durationS[place] = durationS[place - 1];
            deltaDeg[place] = deltaDeg[place - 1];
            place--;
        }
        startS[place] = start;
        durationS[place] = duration;
        deltaDeg[place] = delta;
        count++;
        longestS = Math.max(longestS, duration);
        settledDeg += delta;
    }

    /** Adds the step that leads from where all steps so far end to {@code target}. */
    void stepTo(double start, double duration, double target) {
        step(start, duration, target - settledDeg);
    }

    /** There and back again, the peak at the middle. */
    void pulse(double start, double duration, double peak) {
        step(start, duration / 2, peak);
        step(start + duration / 2, duration / 2, -peak);
    }

    /** Where all steps so far end. */
    double settledDeg() {
        return settledDeg;
    }

    /** Ends the adding. */
    void freeze() {
        sumBeforeDeg = new double[count + 1];
        for (int index = 0; index < count; index++) {
            sumBeforeDeg[index + 1] = sumBeforeDeg[index] + deltaDeg[index];
        }
    }

    double atDeg(double timeS) {
        int running = firstStartingAfter(timeS - longestS);
        double sum = sumBeforeDeg[running];
        for (int index = running; index < count && startS[index] < timeS; index++) {
            sum += deltaDeg[index] * minimumJerk((timeS - startS[index]) / durationS[index]);
        }
        return sum;
    }

    private int firstStartingAfter(double timeS) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startS[middle] <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double minimumJerk(double share) {
        if (share >= 1) {
            return 1;
        }
        return share * share * share * (10 + share * (6 * share - 15));
    }
}

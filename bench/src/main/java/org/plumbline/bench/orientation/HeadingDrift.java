package org.plumbline.bench.orientation;

/** The slope of heading errors over time, by least squares. */
final class HeadingDrift {
    private int count;
    private double startS;
    private double lastRad;
    private double timeSum;
    private double headingSum;
    private double timeSquareSum;
    private double productSum;

    /** Takes the next error; whole turns between two are no drift. */
    void add(double timeS, double headingRad) {
        if (count == 0) {
            startS = timeS;
            lastRad = headingRad;
        }
        double heading = lastRad + Math.IEEEremainder(headingRad - lastRad, 2 * Math.PI);
        double time = timeS - startS;
        count++;
        lastRad = heading;
        timeSum += time;
        headingSum += heading;
        timeSquareSum += time * time;
        productSum += time * heading;
    }

    double degPerMin() {
        double slope = (count * productSum - timeSum * headingSum) / (count * timeSquareSum - timeSum * timeSum);
        return Math.toDegrees(slope) * 60;
    }
}

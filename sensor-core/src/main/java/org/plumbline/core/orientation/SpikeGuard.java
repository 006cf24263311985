package org.plumbline.core.orientation;

/**
 * Doubts a vector that leaps from one sample to the next. A leap is believed when the following sample is nearer to it than
 * to the value before it; till then the value before it holds. A real impact is so believed one sample late, and a bit
 * error of the radio never.
 */
final class SpikeGuard {
    private final double surprising;
    private final double believed;
    private final double perSecond;
    /** Squares of the leap and of the vector below which nothing needs a closer look. */
    private final double calm;

    private final double smallest;

    /** What holds. */
    double x;

    double y;
    double z;
    private double doubtedX;
    private double doubtedY;
    private double doubtedZ;
    /** What a doubted vector would have added over its step, where it is now believed. */
    double owedX;

    double owedY;
    double owedZ;
    private double doubtedStepS;
    /** Largest components of the vectors that may be at the end of their range. */
    double largestX;

    double largestY;
    double largestZ;
    private boolean doubting;
    private boolean unsettled;

    /**
     * @param surprising difference between two samples, in the unit of the vector, that is remarkable
     * @param believed difference that is doubted until the next sample confirms it
     * @param perSecond how much more is neither for each second between the samples
     * @param smallest length from which on a vector may be at the end of its range
     */
    SpikeGuard(double surprising, double believed, double perSecond, double smallest) {
        this.surprising = surprising;
        this.believed = believed;
        this.perSecond = perSecond;
        calm = surprising * surprising;
        this.smallest = smallest * smallest;
        restart();
    }

    /**
     * Whether nothing is doubted nor owed, and the next vector is no leap and repeats no component of the last to the bit; then
     * {@link #take} it. Small vectors may repeat: a sensor at rest does.
     */
    boolean isCalm(double nextX, double nextY, double nextZ) {
        double dx = nextX - x;
        double dy = nextY - y;
        double dz = nextZ - z;
        if (!(dx * dx + dy * dy + dz * dz <= calm) || unsettled) {
            return false;
        }
        return nextX * nextX + nextY * nextY + nextZ * nextZ < smallest
                || (dx != 0 && dy != 0 && dz != 0 && widen(nextX, nextY, nextZ));
    }

    private boolean widen(double nextX, double nextY, double nextZ) {
        largestX = Math.max(largestX, Math.abs(nextX));
        largestY = Math.max(largestY, Math.abs(nextY));
        largestZ = Math.max(largestZ, Math.abs(nextZ));
        return true;
    }

    /** Takes a vector that is no leap. */
    void take(double nextX, double nextY, double nextZ) {
        x = nextX;
        y = nextY;
        z = nextZ;
    }

    /**
     * Takes the next vector, leap or not; {@link #x}, {@link #y}, {@link #z} then hold what to go on with.
     *
     * @return length of a surprising leap, believed or doubted; 0 where there is none or where it confirms the one before
     */
    double accept(double nextX, double nextY, double nextZ, double stepS) {
        double dx = nextX - x;
        double dy = nextY - y;
        double dz = nextZ - z;
        double squared = dx * dx + dy * dy + dz * dz;
        double bound = believed + perSecond * stepS;
        boolean confirmed = doubting && distance(nextX, nextY, nextZ) < squared;
        if (confirmed) {
            owedX = (doubtedX - x) * doubtedStepS;
            owedY = (doubtedY - y) * doubtedStepS;
            owedZ = (doubtedZ - z) * doubtedStepS;
        }
        // no comparison holds with the NaN that stands before the first vector
        boolean doubted = squared > bound * bound && !confirmed;
        doubting = doubted;
        unsettled = doubted || confirmed;
        if (doubted) {
            doubtedX = nextX;
            doubtedY = nextY;
            doubtedZ = nextZ;
            doubtedStepS = stepS;
        } else {
            take(nextX, nextY, nextZ);
            widen(nextX, nextY, nextZ);
        }
        return squared > surprising * surprising && !confirmed ? Math.sqrt(squared) : 0;
    }

    boolean doubts() {
        return doubting;
    }

    /** How far the next vector is from the one that holds. */
    double distanceTo(double nextX, double nextY, double nextZ) {
        double dx = nextX - x;
        double dy = nextY - y;
        double dz = nextZ - z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private double distance(double nextX, double nextY, double nextZ) {
        double dx = nextX - doubtedX;
        double dy = nextY - doubtedY;
        double dz = nextZ - doubtedZ;
        return dx * dx + dy * dy + dz * dz;
    }

    void settle() {
        owedX = 0;
        owedY = 0;
        owedZ = 0;
        unsettled = doubting;
    }

    /** Whatever comes next is believed. */
    void restart() {
        x = Double.NaN;
        doubting = false;
        settle();
    }

    void exchange(StateExchange with) {
        x = with.value(x);
        y = with.value(y);
        z = with.value(z);
        doubtedX = with.value(doubtedX);
        doubtedY = with.value(doubtedY);
        doubtedZ = with.value(doubtedZ);
        owedX = with.value(owedX);
        owedY = with.value(owedY);
        owedZ = with.value(owedZ);
        doubtedStepS = with.value(doubtedStepS);
        largestX = with.value(largestX);
        largestY = with.value(largestY);
        largestZ = with.value(largestZ);
        doubting = with.flag(doubting);
        unsettled = with.flag(unsettled);
    }
}

package org.plumbline.core.form;

/**
 * The limits of one flag. A level that the flag does not have is absent (NaN) and never reached.
 *
 * @param notice level 1 from here
 * @param caution level 2 from here
 * @param stop level 3 from here
 * @param source where the numbers come from
 * @param origin who set them
 */
public record FlagLevels(double notice, double caution, double stop, String source, LimitOrigin origin) {
    /** A level that the flag does not have. */
    public static final double ABSENT = Double.NaN;

    public FlagLevels {
        if (notice > caution || caution > stop || notice > stop) {
            throw new IllegalArgumentException(
                    "limits must not fall: notice " + notice + ", caution " + caution + ", stop " + stop);
        }
        if (Double.isNaN(notice) && Double.isNaN(caution) && Double.isNaN(stop)) {
            throw new IllegalArgumentException("a flag needs one level at least");
        }
    }

    /** Limits of the catalogue. */
    public FlagLevels(double notice, double caution, double stop, String source) {
        this(notice, caution, stop, source, LimitOrigin.DEFAULT);
    }

    /** Level reached by {@code value}: 0 to 3; 0 where the value is NaN. */
    public int levelOf(double value) {
        if (value >= stop) {
            return 3;
        }
        if (value >= caution) {
            return 2;
        }
        return value >= notice ? 1 : 0;
    }

    /** The limit of a level, 1 to 3; where that is absent, of the next lower one there is, else of the lowest. */
    public double limitOf(int level) {
        double lowest = first(notice, first(caution, stop));
        if (level >= 3) {
            return first(stop, first(caution, notice));
        }
        return level == 2 ? first(caution, lowest) : lowest;
    }

    /** These limits where they are the lower ones, and {@code other} where those are: nothing is ever raised. */
    public FlagLevels loweredTo(FlagLevels other) {
        double newStop = lower(stop, other.stop);
        double newCaution = lower(lower(caution, other.caution), Double.isNaN(caution) ? caution : newStop);
        double newNotice = lower(lower(notice, other.notice), Double.isNaN(notice) ? notice : newCaution);
        FlagLevels lowered = new FlagLevels(newNotice, newCaution, newStop, other.source, other.origin);
        boolean same = Double.compare(newNotice, notice) == 0
                && Double.compare(newCaution, caution) == 0
                && Double.compare(newStop, stop) == 0;
        return same ? this : lowered;
    }

    /** The same levels as far above {@code reference} as they lay above zero. */
    FlagLevels above(double reference) {
        return new FlagLevels(notice + reference, caution + reference, stop + reference, source, origin);
    }

    /** The same, with caution and stop no lower than these. */
    FlagLevels atLeast(double leastCaution, double leastStop) {
        return new FlagLevels(notice, Math.max(caution, leastCaution), Math.max(stop, leastStop), source, origin);
    }

    private static double first(double wanted, double otherwise) {
        return Double.isNaN(wanted) ? otherwise : wanted;
    }

    private static double lower(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
    }
}

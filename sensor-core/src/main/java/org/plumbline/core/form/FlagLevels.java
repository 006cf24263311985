package org.plumbline.core.form;

/**
 * The limits of one flag.
 *
 * @param notice level 1 from here
 * @param caution level 2 from here
 * @param stop level 3 from here
 * @param source where the numbers come from
 */
public record FlagLevels(double notice, double caution, double stop, String source) {
    public FlagLevels {
        if (!(notice <= caution && caution <= stop)) {
            throw new IllegalArgumentException(
                    "limits must not fall: notice " + notice + ", caution " + caution + ", stop " + stop);
        }
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

    /** The limit of a level, 1 to 3. */
    public double limitOf(int level) {
        return level >= 3 ? stop : level == 2 ? caution : notice;
    }
}

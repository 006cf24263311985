package org.plumbline.server.training;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of a few small numbers, as the path of a drawing {@value #WIDTH} wide and {@value #HEIGHT} high. */
final class Sparkline {
    static final int WIDTH = 72;
    static final int HEIGHT = 24;
    private static final int MARGIN = 3;
    /** A smaller spread than this is noise and drawn as small as it is: the smallest change of a peak, degrees. */
    private static final double LEAST_SPREAD = 9;

    private Sparkline() {}

    /** The path, broken where a value is missing; null where fewer than two values are known. */
    static @Nullable String path(List<@Nullable Double> values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int known = 0;
        for (Double value : values) {
            if (value != null) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                known++;
            }
        }
        if (known < 2) {
            return null;
        }
        double spread = Math.max(LEAST_SPREAD, most - least);
        double middle = (least + most) / 2;
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                double x = MARGIN + (WIDTH - 2.0 * MARGIN) * i / (values.size() - 1);
                double y = HEIGHT / 2.0 - (HEIGHT - 2.0 * MARGIN) * (value - middle) / spread;
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x, y));
            }
            drawing = value != null;
        }
        return path.toString();
    }
}

package org.plumbline.server.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How large a chart is drawn, pixels at 1×: a phone gets a smaller chart, not a shrunken one. */
enum ChartSize {
    WIDE(800, 440),
    NARROW(420, 340);

    final int width;
    final int height;

    ChartSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The size of that name; wide where there is none such. */
    static ChartSize named(@Nullable String name) {
        return "narrow".equals(name == null ? null : name.toLowerCase(Locale.ROOT)) ? NARROW : WIDE;
    }
}

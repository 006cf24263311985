package org.plumbline.server.review.chart;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** How large a chart is drawn, pixels at 1×: a phone gets a smaller chart, not a shrunken one. */
public enum ChartSize {
    WIDE(800, 440),
    NARROW(420, 340);

    public final int width;

    /** Height of a chart whose height is not made by what it shows. */
    public final int height;

    ChartSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The size of that name; wide where none is named. */
    public static ChartSize named(@Nullable String name) {
        return switch (name == null ? "wide" : name.toLowerCase(Locale.ROOT)) {
            case "wide" -> WIDE;
            case "narrow" -> NARROW;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("chart.size.refused"));
        };
    }
}

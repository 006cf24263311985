package org.plumbline.server.review.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.plumbline.server.web.Words;

/** An axis of days; its numbers are days since 1970-01-01, with the time of day as their fraction. */
final class DayAxis {
    private static final int[] STEPS = {1, 2, 7, 14, 28, 56, 91, 182, 364};

    private DayAxis() {}

    static NumberAxis of(PlotStyle style, double firstDay, double lastDay, int mostTicks) {
        NumberAxis axis = style.axis("");
        double from = Math.floor(firstDay) - 0.5;
        double to = Math.max(Math.ceil(lastDay), from + 2) + 0.5;
        axis.setRange(from, to);
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if ((to - from) / STEPS[i] <= mostTicks) {
                step = STEPS[i];
            }
        }
        boolean years = LocalDate.ofEpochDay((long) from).getYear()
                != LocalDate.ofEpochDay((long) to).getYear();
        axis.setTickUnit(new NumberTickUnit(step, new Days(years), 0));
        return axis;
    }

    private static final class Days extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final transient DateTimeFormatter day;

        private Days(boolean withYear) {
            day = DateTimeFormatter.ofPattern(withYear ? "d MMM yy" : "d MMM", Words.language());
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(day.format(LocalDate.ofEpochDay((long) Math.floor(number))));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("an axis only writes");
        }
    }
}

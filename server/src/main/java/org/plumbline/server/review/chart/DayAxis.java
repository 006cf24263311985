package org.plumbline.server.review.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.plumbline.server.web.Words;

/** An axis of days; its numbers are days since 1970-01-01, with the time of day as their fraction. */
final class DayAxis {
    private static final int[] STEPS = {1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1_820, 3_640, 18_200};

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long MINUTES_A_DAY = 24 * 60;

    private static final double LAST_OF_A_DAY = 0.999;
    private static final double SHORTEST_DAYS = 2.5;

    private DayAxis() {}

    static NumberAxis of(PlotStyle style, double firstDay, double lastDay, int mostTicks) {
        NumberAxis axis = style.axis("");
        // the last day whole, and nothing of the next one, which has not come yet
        double to = Math.floor(lastDay) + LAST_OF_A_DAY;
        double from = Math.min(Math.floor(firstDay) - 0.5, to - SHORTEST_DAYS);
        axis.setRange(from, to);
        PlotStyle.makeRoom(axis, firstDay, lastDay, PlotStyle.MARK_ACROSS);
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if ((to - from) / STEPS[i] <= mostTicks) {
                step = STEPS[i];
            }
        }
        DateTimeFormatter written = written(from, to);
        axis.setTickUnit(new NumberTickUnit(step, new Labels(day -> day > lastDay ? "" : day(written, day)), 0));
        return axis;
    }

    /**
     * An axis on which things of some days stand beside each other in their order, a day written once, and the time of those that
     * share it; the numbers of the axis count them from 0.
     *
     * @param days the day of each, earliest first
     */
    static NumberAxis inOrder(PlotStyle style, double[] days, int mostTicks) {
        NumberAxis axis = style.axis("");
        int last = Math.max(0, days.length - 1);
        axis.setRange(-0.5, last + 0.5);
        PlotStyle.makeRoom(axis, 0, last, PlotStyle.MARK_ACROSS);
        int step = Math.max(1, (int) Math.ceil(days.length / (double) mostTicks));
        DateTimeFormatter written = days.length == 0 ? written(0, 0) : written(days[0], days[last]);
        axis.setTickUnit(new NumberTickUnit(
                step,
                new Labels(number -> {
                    int at = (int) Math.round(number);
                    if (at < 0 || at >= days.length) {
                        return "";
                    }
                    boolean begins = at < step || Math.floor(days[at - step]) < Math.floor(days[at]);
                    String time = isShared(days, at) ? time(days[at]) : "";
                    return begins ? (day(written, days[at]) + " " + time).strip() : time;
                }),
                0));
        return axis;
    }

    private static DateTimeFormatter written(double from, double to) {
        boolean years = LocalDate.ofEpochDay((long) from).getYear()
                != LocalDate.ofEpochDay((long) to).getYear();
        return DateTimeFormatter.ofPattern(years ? "d MMM yy" : "d MMM", Words.language());
    }

    /** Whether something else is of the same day. */
    private static boolean isShared(double[] days, int at) {
        double day = Math.floor(days[at]);
        return (at > 0 && Math.floor(days[at - 1]) >= day) || (at + 1 < days.length && Math.floor(days[at + 1]) <= day);
    }

    private static String time(double day) {
        long minutes = Math.min(MINUTES_A_DAY - 1, (long) Math.floor((day - Math.floor(day)) * MINUTES_A_DAY + 1e-6));
        return TIME.format(LocalTime.ofSecondOfDay(minutes * 60));
    }

    private static String day(DateTimeFormatter written, double day) {
        return written.format(LocalDate.ofEpochDay((long) Math.floor(day)));
    }

    private static final class Labels extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final transient DoubleFunction<String> label;

        private Labels(DoubleFunction<String> label) {
            this.label = label;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(label.apply(number));
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

package org.plumbline.server.review.chart;

import java.awt.Paint;
import java.awt.Shape;
import java.time.LocalDate;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.training.PainSeries.PainDay;
import org.plumbline.server.web.Words;

/**
 * Pain day by day: the worst of each day as a dot in its light, the median of seven days as a line. The eye goes to the line: one day
 * up or down says little. A dot that may be masked by a painkiller is hollow.
 */
public final class PainChart {
    private static final int WORST = 10;
    private static final int MOST_TICKS_WIDE = 9;
    private static final int MOST_TICKS_NARROW = 4;

    /** Between one score and the next. */
    private static final double HALF = 0.5;

    private PainChart() {}

    /** Plans the chart of the days from {@code first} to {@code last}. */
    public static Chart of(
            List<PainDay> days,
            PainBounds bounds,
            PainDirection direction,
            LocalDate first,
            LocalDate last,
            ChartTheme theme,
            ChartSize size) {
        String finding = Words.say("pain.chart." + direction.word());
        return Chart.of(
                chart(days, bounds, finding, first, last, theme, size),
                Words.say("pain.chart-alt", finding, days.size()),
                size.width,
                size.height);
    }

    private static JFreeChart chart(
            List<PainDay> days,
            PainBounds bounds,
            String finding,
            LocalDate first,
            LocalDate last,
            ChartTheme theme,
            ChartSize size) {
        PlotStyle style = new PlotStyle(theme);
        XYSeries medians = new XYSeries("median", false);
        XYSeries worst = new XYSeries("worst", false);
        for (PainDay day : days) {
            worst.add(x(day.day()), day.worst());
            medians.add(x(day.day()), day.medianOfWeek());
        }
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(medians);
        data.addSeries(worst);
        NumberAxis dayAxis =
                DayAxis.of(style, x(first), x(last), size == ChartSize.WIDE ? MOST_TICKS_WIDE : MOST_TICKS_NARROW);
        NumberAxis scores = style.axis(Words.say("pain.chart-axis"));
        scores.setRange(-HALF, WORST + HALF);
        scores.setTickUnit(new NumberTickUnit(2));
        XYPlot plot = new XYPlot(data, dayAxis, scores, new Dots(days, bounds, theme));
        style.style(plot);
        plot.setNoDataMessage(Words.say("pain.none.of"));
        if (days.isEmpty()) {
            plot.setDataset(null);
            return style.chart(finding, plot);
        }
        bound(bounds.greenMost() + HALF, Words.say("pain.chart-amber", bounds.greenMost() + 1), style, plot, dayAxis);
        bound(bounds.amberMost() + HALF, Words.say("pain.chart-red", bounds.amberMost() + 1), style, plot, dayAxis);
        nameTheLine(days, style, plot, dayAxis);
        JFreeChart chart = style.chart(finding, plot);
        if (days.stream().anyMatch(PainDay::maybeMasked)) {
            chart.addSubtitle(style.remark(Words.say("pain.chart-masked")));
        }
        return chart;
    }

    /** Named at the left: what matters is at the right. */
    private static void bound(double score, String name, PlotStyle style, XYPlot plot, NumberAxis dayAxis) {
        plot.addRangeMarker(new ValueMarker(score, style.theme.quietInk, style.theme.hairline), Layer.BACKGROUND);
        double left = dayAxis.getLowerBound() + 0.01 * dayAxis.getRange().getLength();
        plot.addAnnotation(style.label(name, left, score, style.theme.quietInk, TextAnchor.BOTTOM_LEFT));
    }

    private static double x(LocalDate day) {
        return (double) day.toEpochDay();
    }

    private static void nameTheLine(List<PainDay> days, PlotStyle style, XYPlot plot, NumberAxis dayAxis) {
        days.stream()
                .filter(day -> day.medianOfWeek() != null)
                .reduce((one, later) -> later)
                .ifPresent(day -> {
                    Double median = day.medianOfWeek();
                    boolean late = x(day.day()) > dayAxis.getRange().getCentralValue();
                    plot.addAnnotation(style.label(
                            Words.say("pain.chart-median"),
                            x(day.day()),
                            median == null ? 0 : median + HALF,
                            style.theme.ink,
                            late ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT));
                });
    }

    /** Dots with the shape and colour of their light, and the line without any. */
    private static final class Dots extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1L;
        private static final int MEDIAN = 0;
        private final transient List<PainDay> days;
        private final transient PainBounds bounds;
        private final transient ChartTheme theme;

        private Dots(List<PainDay> days, PainBounds bounds, ChartTheme theme) {
            this.days = days;
            this.bounds = bounds;
            this.theme = theme;
            setSeriesPaint(MEDIAN, theme.ink);
            setSeriesStroke(MEDIAN, theme.strong);
            setUseFillPaint(true);
        }

        @Override
        public boolean getItemLineVisible(int series, int item) {
            return series == MEDIAN;
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return series != MEDIAN;
        }

        @Override
        public Shape getItemShape(int series, int item) {
            return PaceChart.Shapes.of(level(item));
        }

        @Override
        public boolean getItemShapeFilled(int series, int item) {
            return !days.get(item).maybeMasked();
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            return series == MEDIAN ? theme.ink : theme.quietInk;
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return ChartTheme.field(level(item));
        }

        private int level(int item) {
            return bounds.light(days.get(item).worst()).level();
        }
    }
}

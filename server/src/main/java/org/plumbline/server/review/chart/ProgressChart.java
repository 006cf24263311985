package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/** Something of a person over days: each value with how sure it is, against the person's usual. */
public final class ProgressChart {
    /**
     * A value.
     *
     * @param day days since 1970-01-01, with the time of day as its fraction
     * @param value in the unit of the series
     * @param low the least it may be; equal to the value where nothing is known of its uncertainty
     * @param high the most it may be
     * @param level 0 to 3, or -1 where the form was not judged
     * @param label what is written beside it, or null
     */
    public record Point(
            double day,
            double value,
            double low,
            double high,
            int level,
            @Nullable String label) {}

    /**
     * The usual, as a band.
     *
     * @param low lower edge
     * @param high upper edge
     * @param name what it is called
     */
    public record Band(double low, double high, String name) {}

    /**
     * What is drawn.
     *
     * @param finding the title
     * @param axis name of the value with its unit
     * @param points by day
     * @param band the usual or the goal, or null
     * @param limit a limit as a hairline, NaN where there is none
     * @param limitName what it is called
     * @param bars whether values are drawn as bars (counts) and not as points
     * @param remark a quiet line under the title, or null
     */
    public record Plan(
            String finding,
            String axis,
            List<Point> points,
            @Nullable Band band,
            double limit,
            String limitName,
            boolean bars,
            @Nullable String remark) {}

    private ProgressChart() {}

    /** Plans the chart. */
    public static Chart of(Plan plan, ChartTheme theme, ChartSize size) {
        return of(plan, false, theme, size);
    }

    /** Plans the chart with one place for each value, in their order: those of one day stand beside each other. */
    public static Chart inOrder(Plan plan, ChartTheme theme, ChartSize size) {
        return of(plan, true, theme, size);
    }

    private static Chart of(Plan plan, boolean inOrder, ChartTheme theme, ChartSize size) {
        return Chart.of(
                chart(plan, inOrder, theme, size),
                Words.say(
                        "chart.progress.alt",
                        plan.finding(),
                        plan.axis(),
                        plan.points().size()),
                size.width,
                size.height);
    }

    static JFreeChart chart(Plan plan, boolean inOrder, ChartTheme theme, ChartSize size) {
        PlotStyle style = new PlotStyle(theme);
        XYIntervalSeries series = new XYIntervalSeries("");
        double most = 0;
        double least = 0;
        double half = plan.bars() ? 3 : 0;
        double[] days = plan.points().stream().mapToDouble(Point::day).toArray();
        double[] places =
                inOrder ? IntStream.range(0, days.length).asDoubleStream().toArray() : days;
        for (int i = 0; i < places.length; i++) {
            Point point = plan.points().get(i);
            series.add(
                    places[i] + half,
                    places[i] + half - half * 0.9,
                    places[i] + half + half * 0.9,
                    point.value(),
                    plan.bars() ? 0 : point.low(),
                    point.high());
            most = Math.max(most, point.high());
            least = Math.min(least, point.low());
        }
        @Nullable Band band = plan.band();
        if (band != null) {
            most = Math.max(most, band.high());
            least = Math.min(least, band.low());
        }
        if (Double.isFinite(plan.limit())) {
            most = Math.max(most, plan.limit());
        }
        double first = places.length == 0 ? 0 : places[0];
        double last = places.length == 0 ? 1 : places[places.length - 1] + 2 * half;
        boolean wide = size == ChartSize.WIDE;
        // a day with its time needs more room than a day
        NumberAxis axis =
                inOrder ? DayAxis.inOrder(style, days, wide ? 6 : 3) : DayAxis.of(style, first, last, wide ? 9 : 4);
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        NumberAxis values = style.axisFor(plan.axis(), least, most);
        if (!plan.bars()) {
            PlotStyle.makeRoom(
                    values,
                    plan.points().stream().mapToDouble(Point::value).min().orElse(most),
                    most,
                    PlotStyle.MARK_UP);
        }
        XYPlot plot = plan.bars() ? bars(data, axis, values, theme) : points(plan, data, axis, values, theme);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.progress.none"));
        if (plan.points().isEmpty()) {
            plot.setDataset(null);
        }
        if (band != null) {
            double[] outline = {
                axis.getLowerBound(), band.low(), axis.getLowerBound(), band.high(),
                axis.getUpperBound(), band.high(), axis.getUpperBound(), band.low()
            };
            plot.getRenderer()
                    .addAnnotation(
                            new XYPolygonAnnotation(outline, new BasicStroke(0.8f), theme.bandEdge, theme.band),
                            Layer.BACKGROUND);
            double x = axis.getLowerBound() + 0.01 * axis.getRange().getLength();
            plot.addAnnotation(style.label(band.name(), x, band.high(), theme.bandName, TextAnchor.BOTTOM_LEFT));
        }
        if (Double.isFinite(plan.limit())) {
            style.markY(plot, plan.limit(), plan.limitName());
        }
        for (int i = 0; i < places.length; i++) {
            Point point = plan.points().get(i);
            if (point.label() != null) {
                boolean atTheEnd = places[i] > last - 0.15 * (last - first);
                boolean atTheBegin = places[i] < first + 0.08 * (last - first);
                plot.addAnnotation(style.label(
                        point.label(),
                        places[i] + half,
                        Math.min(PlotStyle.FARTHEST, point.high() + 0.03 * (most - Math.min(0, least))),
                        theme.ink,
                        atTheEnd
                                ? TextAnchor.BOTTOM_RIGHT
                                : atTheBegin ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_CENTER));
            }
        }
        JFreeChart chart = style.chart(plan.finding(), plot);
        if (plan.remark() != null) {
            chart.addSubtitle(style.remark(plan.remark()));
        }
        return chart;
    }

    private static XYPlot bars(XYIntervalSeriesCollection data, NumberAxis days, NumberAxis values, ChartTheme theme) {
        values.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, theme.repetition);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesOutlinePaint(0, theme.ink);
        return new XYPlot(data, days, values, renderer);
    }

    private static XYPlot points(
            Plan plan, XYIntervalSeriesCollection data, NumberAxis days, NumberAxis values, ChartTheme theme) {
        XYErrorRenderer renderer = new XYErrorRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Shape getItemShape(int row, int column) {
                return PaceChart.Shapes.of(plan.points().get(column).level());
            }

            @Override
            public boolean getItemShapeFilled(int row, int column) {
                return plan.points().get(column).level() >= 0;
            }

            @Override
            public java.awt.Paint getItemPaint(int row, int column) {
                return theme.quietInk;
            }

            @Override
            public java.awt.Paint getItemFillPaint(int row, int column) {
                int level = plan.points().get(column).level();
                Color plain = level < 0 ? theme.quietInk : theme.ink;
                return level >= Levels.CAUTION ? theme.level(level) : plain;
            }
        };
        renderer.setDrawXError(false);
        renderer.setErrorPaint(theme.repetition);
        renderer.setErrorStroke(theme.thin);
        renderer.setCapLength(5);
        renderer.setDefaultLinesVisible(true);
        renderer.setUseFillPaint(true);
        renderer.setDefaultStroke(theme.thin);
        renderer.setAutoPopulateSeriesStroke(false);
        return new XYPlot(data, days, values, renderer);
    }
}

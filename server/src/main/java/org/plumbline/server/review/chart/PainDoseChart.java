package org.plumbline.server.review.chart;

import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/** Pain said before, during, after and the day after, over the dose of each day. Shapes tell them apart, in black and white too. */
public final class PainDoseChart {
    /**
     * A day of training.
     *
     * @param day days since 1970-01-01
     * @param dose in the unit of the dose axis; NaN where not known
     * @param before 0 to 10, or null
     * @param during 0 to 10, or null
     * @param after 0 to 10, or null
     * @param nextDay 0 to 10, or null
     * @param mayBeMasked whether a painkiller may have lowered one of them
     */
    public record Day(
            double day,
            double dose,
            @Nullable Integer before,
            @Nullable Integer during,
            @Nullable Integer after,
            @Nullable Integer nextDay,
            boolean mayBeMasked) {}

    /** Scores of one day stand side by side, days. */
    private static final double STEP_DAYS = 0.22;

    private static final double BAR_DAYS = 0.7;
    private static final int MOST_TICKS = 8;
    private static final int WORST = 10;
    private static final double RADIUS = 5;

    private PainDoseChart() {}

    /**
     * Plans the chart.
     *
     * @param finding the title
     * @param doseAxis name of the dose with its unit
     * @param days earliest first
     */
    public static Chart of(String finding, String doseAxis, List<Day> days, ChartTheme theme, ChartSize size) {
        PlotStyle style = new PlotStyle(theme);
        double first = days.isEmpty() ? 0 : days.get(0).day();
        double last = days.isEmpty() ? 1 : days.get(days.size() - 1).day();
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(DayAxis.of(style, first, last + 1, MOST_TICKS));
        plot.setGap(12);
        plot.add(pain(days, style), 3);
        plot.add(dose(days, doseAxis, style), 2);
        plot.setBackgroundPaint(theme.paper);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(0, 0, 0, 0));
        JFreeChart chart = style.chart(finding, plot);
        chart.addSubtitle(style.remark(Words.say("plan.chart.shapes")));
        return Chart.of(chart, Words.say("plan.chart.alt", finding, days.size()), size.width, size.height);
    }

    private static XYPlot pain(List<Day> days, PlotStyle style) {
        XYSeriesCollection scores = new XYSeriesCollection();
        XYSeries[] series = {series("before"), series("during"), series("after"), series("next day")};
        NumberAxis axis = style.axis(Words.say("plan.chart.pain"));
        axis.setRange(-0.5, WORST + 1.0);
        axis.setTickUnit(new NumberTickUnit(2));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        XYPlot plot = new XYPlot(scores, null, axis, renderer);
        style.style(plot);
        for (Day day : days) {
            Integer[] said = {day.before(), day.during(), day.after(), day.nextDay()};
            for (int i = 0; i < said.length; i++) {
                if (said[i] != null) {
                    double x = day.day() + (i - 1.5) * STEP_DAYS + 0.5;
                    series[i].add(x, (double) said[i]);
                    if (day.mayBeMasked()) {
                        plot.addAnnotation(
                                style.label("m", x, said[i] + 0.5, style.theme.quietInk, TextAnchor.BOTTOM_CENTER));
                    }
                }
            }
        }
        Shape[] shapes = {circle(), triangle(), circle(), square()};
        for (int i = 0; i < series.length; i++) {
            scores.addSeries(series[i]);
            renderer.setSeriesShape(i, shapes[i]);
            renderer.setSeriesPaint(i, style.theme.ink);
            renderer.setSeriesShapesFilled(i, i == 1 || i == 2);
            renderer.setSeriesOutlineStroke(i, style.theme.medium);
        }
        return plot;
    }

    private static XYPlot dose(List<Day> days, String name, PlotStyle style) {
        XYSeries bars = series("dose");
        double most = 0;
        for (Day day : days) {
            if (Double.isFinite(day.dose())) {
                bars.add(day.day() + 0.5, day.dose());
                most = Math.max(most, day.dose());
            }
        }
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        Color fill = style.theme.repetition;
        renderer.setSeriesPaint(0, fill);
        renderer.setSeriesOutlinePaint(0, style.theme.ink);
        XYPlot plot = new XYPlot(
                new XYBarDataset(new XYSeriesCollection(bars), BAR_DAYS), null, style.axisFor(name, 0, most), renderer);
        style.style(plot);
        return plot;
    }

    private static XYSeries series(String name) {
        return new XYSeries(name, true, true);
    }

    private static Shape circle() {
        return new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static Shape square() {
        return new Rectangle2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static Shape triangle() {
        return new Polygon(new int[] {0, 6, -6}, new int[] {-6, 5, 5}, 3);
    }
}

package org.plumbline.server.review.chart;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/** Sets of one load over weeks: the middle course of each, the newest strong, the older ones paler. */
public final class CompareChart {
    /**
     * One set.
     *
     * @param when its day, in words
     * @param flexionDeg its middle course, NaN where not known
     */
    public record Course(String when, double[] flexionDeg) {}

    private static final double NEAR_AN_EDGE_PERCENT = 35;

    /** A line of text as a share of the height of the plot. */
    private static final double LINE_WIDE = 0.07;

    private static final double LINE_NARROW = 0.12;

    private CompareChart() {}

    /** The middle course of lumbar flexion of a set; all NaN where it was not assessed. */
    public static double[] middle(List<StoredRepetition> repetitions) {
        double[] middle = new double[RepetitionCurves.POINTS];
        for (int i = 0; i < middle.length; i++) {
            int point = i;
            double[] here = repetitions.stream()
                    .map(repetition -> repetition.curves().lumbarFlexionDeg())
                    .mapToDouble(course -> course[point])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            middle[i] = here.length == 0 ? Double.NaN : (here[(here.length - 1) / 2] + here[here.length / 2]) / 2;
        }
        return middle;
    }

    /** Plans the chart; {@code courses} from the oldest to the newest. */
    public static Chart of(
            String finding, List<Course> courses, @Nullable UsualBand band, ChartTheme theme, ChartSize size) {
        PlotStyle style = new PlotStyle(theme);
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Courses.lines();
        double least = band == null ? 0 : band.lowest();
        double most = band == null ? 0 : band.highest();
        for (int i = 0; i < courses.size(); i++) {
            double[] course = courses.get(i).flexionDeg();
            lines.addSeries(Courses.line(i, course));
            boolean newest = i == courses.size() - 1;
            renderer.setSeriesPaint(i, newest ? theme.ink : i == 0 ? theme.quietInk : theme.repetition);
            renderer.setSeriesStroke(i, newest ? theme.strong : i == 0 ? theme.dashed : theme.thin);
            for (double angle : course) {
                least = Double.isFinite(angle) ? Math.min(least, angle) : least;
                most = Double.isFinite(angle) ? Math.max(most, angle) : most;
            }
        }
        NumberAxis axis = style.axisFor(Words.say("chart.flexion"), least, most);
        XYPlot plot = new XYPlot(lines, style.percentAxis(Words.say("chart.percent")), axis, renderer);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.compare.none"));
        if (band != null) {
            Courses.addBand(renderer, band, theme);
        }
        labels(plot, courses, style, size == ChartSize.WIDE ? LINE_WIDE : LINE_NARROW);
        JFreeChart chart = style.chart(finding, plot);
        chart.addSubtitle(style.remark(Words.say("chart.compare.remark")));
        return Chart.of(chart, Words.say("chart.compare.alt", finding, courses.size()), size.width, size.height);
    }

    /** The newest above its peak, the oldest above that where it comes first: never over each other. */
    private static void labels(XYPlot plot, List<Course> courses, PlotStyle style, double lineShare) {
        double height = 0;
        for (Course course : courses) {
            int peak = Courses.peakAt(course.flexionDeg());
            height = peak < 0 ? height : Math.max(height, course.flexionDeg()[peak]);
        }
        double line = lineShare * plot.getRangeAxis().getRange().getLength();
        int newest = courses.size() - 1;
        if (newest >= 0) {
            label(plot, courses.get(newest), height, style.theme.ink, style);
        }
        if (newest > 0) {
            label(plot, courses.get(0), height + line, style.theme.quietInk, style);
        }
    }

    private static void label(XYPlot plot, Course course, double height, Color paint, PlotStyle style) {
        int peak = Courses.peakAt(course.flexionDeg());
        if (peak >= 0) {
            double percent = Courses.percent(peak, course.flexionDeg());
            plot.addAnnotation(style.label(
                    course.when() + "  " + FormWords.amount(course.flexionDeg()[peak], "deg"),
                    Math.max(1, Math.min(99, percent)),
                    height,
                    paint,
                    anchor(percent)));
        }
    }

    /** A day and its time are long: near an edge they go away from it, and nothing of them is cut off. */
    static TextAnchor anchor(double percent) {
        if (percent < NEAR_AN_EDGE_PERCENT) {
            return TextAnchor.BOTTOM_LEFT;
        }
        return percent > 100 - NEAR_AN_EDGE_PERCENT ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_CENTER;
    }
}

package org.plumbline.server.review.chart;

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
            int peak = Courses.peakAt(course);
            if (peak >= 0) {
                most = Math.max(most, course[peak]);
            }
        }
        NumberAxis axis = style.axisFor(Words.say("chart.flexion"), least, most);
        XYPlot plot = new XYPlot(lines, style.percentAxis(Words.say("chart.percent")), axis, renderer);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.compare.none"));
        if (band != null) {
            Courses.addBand(renderer, band, theme);
        }
        label(plot, courses, courses.size() - 1, style, TextAnchor.BOTTOM_CENTER);
        if (courses.size() > 1) {
            label(plot, courses, 0, style, TextAnchor.TOP_CENTER);
        }
        JFreeChart chart = style.chart(finding, plot);
        chart.addSubtitle(style.remark(Words.say("chart.compare.remark")));
        return Chart.of(chart, Words.say("chart.compare.alt", finding, courses.size()), size.width, size.height);
    }

    private static void label(XYPlot plot, List<Course> courses, int which, PlotStyle style, TextAnchor anchor) {
        if (which < 0) {
            return;
        }
        double[] course = courses.get(which).flexionDeg();
        int peak = Courses.peakAt(course);
        if (peak >= 0) {
            double x = Math.max(12, Math.min(88, Courses.percent(peak, course)));
            plot.addAnnotation(style.label(
                    courses.get(which).when() + "  " + FormWords.amount(course[peak], "deg"),
                    x,
                    course[peak],
                    which == courses.size() - 1 ? style.theme.ink : style.theme.quietInk,
                    anchor));
        }
    }
}

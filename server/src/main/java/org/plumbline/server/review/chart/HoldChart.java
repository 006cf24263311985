package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataItem;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/** The chart of holds: over the seconds of each, the sag it is judged by, against the limit it is judged by. */
final class HoldChart {
    private static final double[] TICKS_S = {1, 2, 5, 10, 15, 30, 60, 120};

    /** As many as can be read side by side on a phone. */
    private static final int MOST_TICKS = 8;

    private final ChartedSet set;
    private final ChartTheme theme;
    private final PlotStyle style;
    private final @Nullable StoredRepetition one;
    private final XYSeriesCollection lines = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = Courses.lines();

    private HoldChart(ChartedSet set, @Nullable StoredRepetition one, ChartTheme theme) {
        this.set = set;
        this.one = one;
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    /** All holds of a set. */
    static Chart of(ChartedSet set, ChartTheme theme, ChartSize size) {
        String finding = set.finding().sentence();
        return Chart.of(plan(set, theme), alternative(set, finding), size.width, size.height);
    }

    static JFreeChart plan(ChartedSet set, ChartTheme theme) {
        return new HoldChart(set, null, theme).chart(set.finding().sentence());
    }

    /** One hold, strong, before the others of its set. */
    static Chart of(ChartedSet set, StoredRepetition hold, String finding, ChartTheme theme, ChartSize size) {
        return Chart.of(
                new HoldChart(set, hold, theme).chart(finding), alternative(set, finding), size.width, size.height);
    }

    /** What the chart says, for those who do not see it. */
    static String alternative(ChartedSet set, String finding) {
        return Words.say("chart.hold.alt", finding, set.repetitions().size());
    }

    private JFreeChart chart(String finding) {
        set.repetitions().stream().filter(hold -> !isStrong(hold)).forEach(this::addLine);
        set.repetitions().stream().filter(this::isStrong).forEach(this::addLine);
        double noise = Metric.HOLD_SAG.minimalDetectableChange();
        OptionalDouble limit = limitDeg();
        double most = Math.max(Math.max(noise, limit.orElse(0)), largest());
        NumberAxis seconds = style.axis(Words.say("chart.hold.seconds"));
        double longest = longestS();
        seconds.setRange(0, longest);
        seconds.setTickUnit(new NumberTickUnit(DoubleStream.of(TICKS_S)
                .filter(tickS -> longest / tickS <= MOST_TICKS)
                .findFirst()
                .orElse(longest)));
        XYPlot plot = new XYPlot(lines, seconds, style.axisFor(Words.say("chart.hold.angle"), 0, most), renderer);
        style.style(plot);
        plot.setNoDataMessage(set.withoutCourse());
        if (lines.getSeriesCount() > 0) {
            addBand(plot, noise, longest);
            limit.ifPresent(degrees ->
                    style.markYAtLeft(plot, degrees, Words.say("chart.hold.limit", FormWords.limit(degrees, "deg"))));
            @Nullable Double targetS = set.holdTargetS();
            if (targetS != null) {
                style.markX(plot, targetS, Words.say("chart.hold.target", HoldWords.seconds(targetS)), false);
            }
        }
        return style.chart(finding, plot);
    }

    private boolean isStrong(StoredRepetition hold) {
        return one == null
                ? set.finding().flagged().contains(hold.result().number())
                : hold.result().number() == one.result().number();
    }

    private void addLine(StoredRepetition hold) {
        XYSeries line = line(hold);
        if (line.isEmpty()) {
            return;
        }
        boolean strong = isStrong(hold);
        int level = Levels.of(hold.result());
        int index = lines.getSeriesCount();
        lines.addSeries(line);
        Color paint = level >= Levels.CAUTION ? theme.level(level) : strong ? theme.ink : theme.repetition;
        renderer.setSeriesPaint(index, paint);
        renderer.setSeriesStroke(index, strong ? theme.strong : theme.thin);
        if (strong && set.repetitions().size() > 1) {
            XYDataItem end = line.getDataItem(line.getItemCount() - 1);
            String name = set.say("chart.rep", hold.result().number());
            renderer.addAnnotation(style.label(name, end.getXValue(), end.getYValue(), paint, TextAnchor.BOTTOM_RIGHT));
        }
    }

    private static XYSeries line(StoredRepetition hold) {
        AnalysisResult.Repetition result = hold.result();
        XYSeries line = new XYSeries(result.number(), false);
        @Nullable Double heldS = result.metrics().get(Metric.HOLD_DURATION.jsonName());
        double[] course = hold.curves().holdSagDeg();
        if (heldS == null || SetFinding.peak(course).isEmpty()) {
            return line;
        }
        for (int i = 0; i < course.length; i++) {
            line.add(heldS * i / (course.length - 1), Double.isFinite(course[i]) ? course[i] : null);
        }
        return line;
    }

    /** What cannot be told from noise, behind everything. */
    private void addBand(XYPlot plot, double noise, double longestS) {
        double[] outline = {0, noise, longestS, noise, longestS, 0, 0, 0};
        renderer.addAnnotation(
                new XYPolygonAnnotation(outline, new BasicStroke(0.8f), theme.bandEdge, theme.band), Layer.BACKGROUND);
        plot.addAnnotation(style.label(
                Words.say("chart.hold.band", FormWords.amount(noise, "deg")),
                longestS / 2,
                noise,
                theme.bandName,
                TextAnchor.TOP_CENTER));
    }

    /** From where on a sag is cautioned, whoever set it. */
    private OptionalDouble limitDeg() {
        return set.limits().limitOf(Metric.HOLD_SAG);
    }

    private double longestS() {
        DoubleStream held = set.repetitions().stream()
                .map(hold -> hold.result().metrics().getOrDefault(Metric.HOLD_DURATION.jsonName(), 0.0))
                .mapToDouble(Double::doubleValue);
        @Nullable Double targetS = set.holdTargetS();
        return Math.max(
                1, Math.max(targetS == null ? 0 : 1.05 * targetS, held.max().orElse(0)));
    }

    private double largest() {
        return ((List<?>) lines.getSeries())
                .stream()
                        .map(XYSeries.class::cast)
                        .mapToDouble(XYSeries::getMaxY)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
    }
}

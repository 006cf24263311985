package org.plumbline.server.review.chart;

import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/** One repetition, strong, before the others of its set: lumbar flexion above, trunk inclination below. */
public final class RepetitionCourseChart {
    /** More lines than this behind the one are a grey surface. */
    public static final int MOST_OTHERS = 40;

    private final ChartedSet set;
    private final StoredRepetition repetition;
    private final ChartTheme theme;
    private final PlotStyle style;

    private RepetitionCourseChart(ChartedSet set, StoredRepetition repetition, ChartTheme theme) {
        this.set = set;
        this.repetition = repetition;
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    /** Plans the chart of a repetition of a set. */
    public static Chart of(ChartedSet set, StoredRepetition repetition, ChartTheme theme, ChartSize size) {
        String finding = finding(set, repetition);
        if (set.isHold()) {
            return HoldChart.of(set, repetition, finding, theme, size);
        }
        return Chart.of(
                new RepetitionCourseChart(set, repetition, theme).chart(finding),
                Words.say("chart.course.alt", finding, set.repetitions().size() - 1),
                size.width,
                size.height);
    }

    /** What the repetition comes down to. */
    public static String finding(ChartedSet set, StoredRepetition repetition) {
        AnalysisResult.Repetition result = repetition.result();
        List<FormFlag> flags = result.flags();
        if (!flags.isEmpty() && Levels.of(result) >= Levels.CAUTION) {
            return set.say("chart.rep-capital", result.number()) + " "
                    + set.changes().finding(Levels.headline(flags), set.unnamed());
        }
        @Nullable Double heldS = result.metrics().get(Metric.HOLD_DURATION.jsonName());
        if (set.isHold()) {
            return heldS == null
                    ? Words.say("chart.course.hold-unknown", result.number())
                    : Words.say("chart.course.hold", result.number(), HoldWords.held(heldS, set.holdTargetS()));
        }
        if (set.ofFlexion() == Metric.LOCKOUT_EXTENSION) {
            String extension = set.said(repetition, Metric.LOCKOUT_EXTENSION);
            return extension.isEmpty()
                    ? Words.say("chart.course.extension-unknown", result.number())
                    : Words.say("chart.course.extension", result.number(), extension);
        }
        return SetFinding.peak(repetition, Metric.LUMBAR_FLEXION_PEAK).isEmpty()
                ? Words.say("chart.course.unseen", result.number())
                : Words.say("chart.course.calm", result.number(), set.peak(repetition, set.hasFlexion()));
    }

    private JFreeChart chart(String finding) {
        AnalysisResult.Repetition result = repetition.result();
        double seconds = result.endS() - result.startS();
        NumberAxis percent = style.percentAxis(Words.say("chart.percent-of", FormWords.amount(seconds, "s")));
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(percent);
        both.setGap(14);
        both.setBackgroundPaint(theme.paper);
        boolean flexion = set.hasFlexion();
        if (flexion) {
            both.add(panel(true), 3);
        }
        both.add(panel(false), 2);
        return style.chart(finding, both);
    }

    private XYPlot panel(boolean flexion) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Courses.lines();
        double least = 0;
        double most = 0;
        for (StoredRepetition other : set.repetitions()) {
            if (other.result().number() != repetition.result().number() && lines.getSeriesCount() < MOST_OTHERS) {
                double[] course = course(other, flexion);
                least = Math.min(least, least(course));
                most = Math.max(most, most(course));
                add(lines, renderer, other, course, theme.repetition, false);
            }
        }
        double[] own = course(repetition, flexion);
        least = Math.min(least, least(own));
        most = Math.max(most, most(own));
        int level = Levels.of(repetition.result());
        Color paint = level >= Levels.CAUTION ? theme.level(level) : theme.ink;
        add(lines, renderer, repetition, own, paint, true);
        @Nullable UsualBand band = set.band(flexion);
        if (band != null) {
            Courses.addBand(renderer, band, theme);
            most = Math.max(most, band.highest());
            least = Math.min(least, band.lowest());
        }
        OptionalDouble prescribed = set.prescribedDeg(flexion);
        most = Math.max(most, prescribed.orElse(0));
        List<PrescribedHeight> heights = flexion ? PrescribedHeight.of(set, repetition) : List.of();
        for (PrescribedHeight height : heights) {
            most = Math.max(most, height.heightDeg());
        }
        NumberAxis axis =
                style.axisFor(Words.say(flexion ? "chart.flexion-short" : "chart.inclination-short"), least, most, 0.4);
        XYPlot plot = new XYPlot(lines, null, axis, renderer);
        style.style(plot);
        prescribed.ifPresent(
                limit -> style.markY(plot, limit, Words.say("chart.limit-prescribed", FormWords.limit(limit, "deg"))));
        heights.forEach(
                height -> style.markY(plot, height.heightDeg(), Words.say("chart.limit-prescribed", height.said())));
        marks(plot, flexion || !set.hasFlexion());
        int peak = set.farthestAt(own, flexion);
        if (peak >= 0) {
            double x = Math.max(2, Math.min(98, Courses.percent(peak, own)));
            TextAnchor anchor =
                    x < 12 ? TextAnchor.BOTTOM_LEFT : x > 88 ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_CENTER;
            plot.addAnnotation(style.label(said(flexion), x, own[peak], paint, anchor));
        }
        return plot;
    }

    private String said(boolean flexion) {
        Metric metric = flexion ? set.ofFlexion() : Metric.TRUNK_INCLINATION_PEAK;
        return set.said(repetition, metric);
    }

    private void add(
            XYSeriesCollection lines,
            XYLineAndShapeRenderer renderer,
            StoredRepetition of,
            double[] course,
            Color paint,
            boolean strong) {
        int index = lines.getSeriesCount();
        lines.addSeries(Courses.line(of.result().number(), course));
        renderer.setSeriesPaint(index, paint);
        renderer.setSeriesStroke(index, strong ? theme.strong : theme.thin);
    }

    /** The phases of this very repetition, not of the median one. */
    private void marks(XYPlot plot, boolean named) {
        AnalysisResult.Repetition result = repetition.result();
        Phases phases = Phases.of(set.exercise());
        double up = ChartedSet.percent(result, result.barBreakS());
        double top = ChartedSet.percent(result, ChartedSet.topS(result));
        if (phases.wayUp() != null && Double.isFinite(up)) {
            style.markX(plot, up, named ? phases.wayUp() : "", up < 80);
        }
        if (phases.top() != null && Double.isFinite(top) && top < 99) {
            boolean apart = Math.abs(top - up) > 25;
            style.markX(plot, top, named && apart ? phases.top() : "", top < 80);
        }
    }

    private static double[] course(StoredRepetition of, boolean flexion) {
        return flexion ? of.curves().lumbarFlexionDeg() : of.curves().trunkInclinationDeg();
    }

    private static double least(double[] course) {
        return java.util.Arrays.stream(course).filter(Double::isFinite).min().orElse(0);
    }

    private static double most(double[] course) {
        return java.util.Arrays.stream(course).filter(Double::isFinite).max().orElse(0);
    }
}

package org.plumbline.server.review.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/** Speed and peak flexion of every repetition over one axis of repetitions: whether form changed as the lifter tired. */
public final class PaceChart {
    /** Two panels and a long finding need more than other charts on a phone. */
    private static final int HEIGHT_NARROW = 420;

    /** The last repetition is held against the middle one of so many first ones. */
    private static final int FIRST = 3;

    /** Metrics that say the same as the lower panel. */
    private static final Set<String> OF_PEAK_FLEXION = Set.of(
            Metric.LUMBAR_FLEXION_PEAK.jsonName(),
            Metric.PERCENT_OF_MAX_FLEXION.jsonName(),
            Metric.FLEXION_DRIFT.jsonName(),
            Metric.BASELINE_DEVIATION.jsonName());

    /** What the lower panel need not show: how much of the peak came after the lift began. */
    private static final Set<String> OF_ROUNDING = Set.of(Metric.FLEXION_GAIN_LOADED.jsonName());

    private final ChartedSet set;
    private final ChartTheme theme;
    private final PlotStyle style;
    private final boolean narrow;

    private PaceChart(ChartedSet set, ChartTheme theme, boolean narrow) {
        this.narrow = narrow;
        this.set = set;
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    /** Plans the chart. */
    public static Chart of(ChartedSet set, ChartTheme theme, ChartSize size) {
        String finding = finding(set);
        return Chart.of(
                new PaceChart(set, theme, size == ChartSize.NARROW).chart(finding),
                Words.say("chart.pace.alt", finding, set.repetitions().size()),
                size.width,
                size == ChartSize.NARROW ? HEIGHT_NARROW : size.height);
    }

    /** Whether speed or flexion is known of two repetitions at least; a posture held has no speed. */
    public static boolean isDrawable(ChartedSet set) {
        boolean known = values(set, Metric.TRUNK_EXTENSION_SPEED).size() > 1
                || values(set, Metric.LUMBAR_FLEXION_PEAK).size() > 1;
        return known && !set.isHold();
    }

    private static List<Double> values(ChartedSet set, Metric metric) {
        return set.repetitions().stream()
                .map(repetition -> repetition.result().metrics().get(metric.jsonName()))
                .filter(value -> value != null)
                .toList();
    }

    /** What the chart comes down to: a change is only named where it stands out of the noise of its channel. */
    static String finding(ChartedSet set) {
        OptionalDouble loss = loss(set);
        return set.sentence(speed(set, loss) + "; " + flexion(set));
    }

    /** Speed held only where no note or caution beside the chart says that it fell. */
    private static String speed(ChartedSet set, OptionalDouble loss) {
        if (loss.isEmpty()) {
            return Words.say(
                    values(set, Metric.TRUNK_SPEED_LOSS).size() < 2
                            ? "chart.pace.speed-unknown"
                            : "chart.pace.speed-last-unknown");
        }
        List<Integer> slow = set.repetitions().stream()
                .map(StoredRepetition::result)
                .filter(PaceChart::isSlow)
                .map(AnalysisResult.Repetition::number)
                .toList();
        if (isSlow(last(set)) || loss.getAsDouble() >= Metric.TRUNK_SPEED_LOSS.minimalDetectableChange()) {
            return Words.say("chart.pace.speed-fell", FormWords.amount(loss.getAsDouble(), "%"));
        }
        return slow.isEmpty()
                ? Words.say("chart.pace.speed-stayed")
                : Words.say("chart.pace.speed-back", slow.size(), RepetitionNumbers.say(slow));
    }

    private static boolean isSlow(AnalysisResult.Repetition repetition) {
        return repetition.flags().stream().anyMatch(flag -> flag.flag() == FlagName.SPEED_LOSS);
    }

    /** Whether a caution beside the chart says that the lower back bent further than a limit. */
    private static boolean isBeyond(AnalysisResult.Repetition repetition, Set<String> metrics) {
        return repetition.flags().stream()
                .anyMatch(flag -> flag.level() >= Levels.CAUTION && metrics.contains(flag.metric()));
    }

    private static List<Integer> beyond(ChartedSet set, Set<String> metrics) {
        return set.repetitions().stream()
                .map(StoredRepetition::result)
                .filter(repetition -> isBeyond(repetition, metrics))
                .map(AnalysisResult.Repetition::number)
                .toList();
    }

    /** It did not stay where a caution beside the chart says that it went beyond a limit. */
    private static String flexion(ChartedSet set) {
        List<Double> peaks = values(set, Metric.LUMBAR_FLEXION_PEAK);
        if (peaks.isEmpty()) {
            return Words.say("chart.pace.flexion-unknown");
        }
        @Nullable Double last = last(set).metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName());
        if (last == null) {
            return Words.say("chart.pace.flexion-last-unknown");
        }
        double rise = peaks.size() <= FIRST
                ? Double.NaN
                : last - peaks.subList(0, FIRST).stream().sorted().toList().get(FIRST / 2);
        double change = Metric.FLEXION_DRIFT.minimalDetectableChange();
        List<Integer> beyond = beyond(set, OF_PEAK_FLEXION);
        List<Integer> rounded = beyond(set, OF_ROUNDING);
        if (!beyond.isEmpty() && !(rise >= change)) {
            boolean isBack = !isBeyond(last(set), OF_PEAK_FLEXION) && !isBeyond(last(set), OF_ROUNDING);
            return Words.say(
                    isBack ? "chart.pace.flexion-back" : "chart.pace.flexion-beyond",
                    beyond.size(),
                    RepetitionNumbers.say(beyond));
        }
        if (!rounded.isEmpty() && !(rise >= change)) {
            return Words.say("chart.pace.flexion-rounded", rounded.size(), RepetitionNumbers.say(rounded));
        }
        if (Double.isNaN(rise)) {
            return Words.say("chart.pace.flexion-few");
        }
        return Math.abs(rise) >= change
                ? Words.say(
                        rise > 0 ? "chart.pace.flexion-rose" : "chart.pace.flexion-fell",
                        FormWords.amount(Math.abs(rise), "deg"))
                : Words.say("chart.pace.flexion-stayed");
    }

    private static AnalysisResult.Repetition last(ChartedSet set) {
        return set.repetitions().get(set.repetitions().size() - 1).result();
    }

    /** What the last repetition lost, percent, as the limit of speed and every other page have it; never that of one before. */
    private static OptionalDouble loss(ChartedSet set) {
        if (values(set, Metric.TRUNK_SPEED_LOSS).size() < 2) {
            return OptionalDouble.empty();
        }
        @Nullable Double lost = last(set).metrics().get(Metric.TRUNK_SPEED_LOSS.jsonName());
        return lost == null ? OptionalDouble.empty() : OptionalDouble.of(lost);
    }

    private JFreeChart chart(String finding) {
        NumberAxis numbers = style.axis(Words.say("chart.repetition"));
        List<StoredRepetition> repetitions = set.repetitions();
        int first = repetitions.isEmpty() ? 1 : repetitions.get(0).result().number();
        int last = repetitions.isEmpty()
                ? 1
                : repetitions.get(repetitions.size() - 1).result().number();
        int shown = last - first + 1;
        numbers.setRange(first - 0.5, last + 0.5);
        PlotStyle.makeRoom(numbers, first, last, PlotStyle.MARK_ACROSS);
        numbers.setTickUnit(new NumberTickUnit(shown > 40 ? 10 : shown > 15 ? 5 : 1));
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(numbers);
        both.setGap(16);
        both.setBackgroundPaint(theme.paper);
        both.add(panel(Metric.TRUNK_EXTENSION_SPEED, Words.say(narrow ? "chart.speed-short" : "chart.speed")));
        if (set.hasFlexion()) {
            XYPlot flexion =
                    panel(Metric.LUMBAR_FLEXION_PEAK, Words.say(narrow ? "chart.flexion-short" : "chart.peak-flexion"));
            both.add(flexion);
        }
        JFreeChart chart = style.chart(finding, both);
        chart.addSubtitle(style.remark(Words.say(
                set.hasFlexion() ? "chart.pace.bars" : "chart.pace.one-sensor",
                FormWords.amount(Metric.TRUNK_SPEED_LOSS.minimalDetectableChange(), Metric.TRUNK_SPEED_LOSS.unit()))));
        return chart;
    }

    private XYPlot panel(Metric metric, String label) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYIntervalSeries points = new XYIntervalSeries(0);
        // the detectable change of two readings is the square root of two wider than the band of one (Weir 2005)
        double uncertainty = metric.minimalDetectableChange() / Math.sqrt(2);
        double most = 0;
        double least = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (StoredRepetition repetition : set.repetitions()) {
            AnalysisResult.Repetition result = repetition.result();
            @Nullable Double value = result.metrics().get(metric.jsonName());
            if (value != null) {
                double bar = Double.isFinite(uncertainty) ? uncertainty : 0;
                points.add(result.number(), result.number(), result.number(), value, value - bar, value + bar);
                most = Math.max(most, value + bar);
                lowest = Math.min(lowest, value);
                least = Math.min(least, value - bar);
            } else if (!points.isEmpty()) {
                // no line leads across a repetition of which nothing is known
                data.addSeries(points);
                points = new XYIntervalSeries(data.getSeriesCount());
            }
        }
        data.addSeries(points);
        XYErrorRenderer renderer = new Leveled();
        renderer.setDrawXError(false);
        renderer.setDrawYError(Double.isFinite(uncertainty));
        renderer.setErrorPaint(theme.repetition);
        renderer.setErrorStroke(theme.thin);
        renderer.setCapLength(6);
        renderer.setDefaultLinesVisible(true);
        renderer.setDefaultShapesVisible(true);
        renderer.setUseFillPaint(true);
        renderer.setDefaultStroke(theme.thin);
        renderer.setAutoPopulateSeriesStroke(false);
        NumberAxis axis = style.axisFor(label, least, most);
        PlotStyle.makeRoom(axis, lowest, most, PlotStyle.MARK_UP);
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.not-assessed"));
        return plot;
    }

    /** The shape of each point is that of the repetition's level. */
    private final class Leveled extends XYErrorRenderer {
        private static final long serialVersionUID = 1L;

        private int level(int series, int item) {
            XYIntervalSeriesCollection data =
                    (XYIntervalSeriesCollection) getPlot().getDataset();
            int number = (int) data.getXValue(series, item);
            return set.repetitions().stream()
                    .map(StoredRepetition::result)
                    .filter(result -> result.number() == number)
                    .mapToInt(Levels::of)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public Shape getItemShape(int row, int column) {
            return Shapes.of(level(row, column));
        }

        @Override
        public java.awt.Paint getItemPaint(int row, int column) {
            return theme.quietInk;
        }

        @Override
        public java.awt.Paint getItemFillPaint(int row, int column) {
            int level = level(row, column);
            return level >= Levels.CAUTION ? theme.level(level) : theme.ink;
        }
    }

    /** Shapes of the levels. */
    static final class Shapes {
        private Shapes() {}

        static Shape of(int level) {
            if (level >= 3) {
                return new Rectangle2D.Double(-5, -5, 10, 10);
            }
            if (level < Levels.CAUTION) {
                return new Ellipse2D.Double(-3.5, -3.5, 7, 7);
            }
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(0, -6);
            triangle.lineTo(6, 5);
            triangle.lineTo(-6, 5);
            triangle.closePath();
            return triangle;
        }
    }
}

package org.plumbline.server.review.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * Repetitions against metrics, one cell each: whether a limit was passed, and where nothing can be said. A level has its shape as
 * well as its colour; what is not assessed is hatched.
 */
public final class HeatStrip {
    /** More columns than this are too narrow for a shape; the last ones are shown. */
    private static final int MOST_WIDE = 40;

    private static final int MOST_NARROW = 16;
    private static final int HEAD = 80;
    private static final int FOOT = 56;
    private static final int ROW = 32;

    /** With fewer a title of two lines would leave a row no room. */
    private static final int LEAST_ROWS = 3;

    private final ChartedSet set;
    private final ChartTheme theme;
    private final ChartSize size;
    private final List<StoredRepetition> shown;
    private final List<Metric> metrics;

    /**
     * A cell.
     *
     * @param level 0 to 3, {@link FormWords#NOT_ASSESSED} where nothing can be said, {@link FormWords#SWITCHED_OFF} where nobody wanted
     *     it judged, {@link FormWords#UNDER_ROUNDING} where the flag of rounding says it
     * @param value the value as it is read, or empty
     */
    record Cell(int level, String value) {}

    private HeatStrip(ChartedSet set, ChartTheme theme, ChartSize size) {
        this.set = set;
        this.theme = theme;
        this.size = size;
        this.shown = shown(set, size);
        this.metrics = metrics(set);
    }

    /** Plans the heat strip of a set. */
    public static Chart of(ChartedSet set, ChartTheme theme, ChartSize size) {
        HeatStrip plan = new HeatStrip(set, theme, size);
        String finding = plan.finding();
        return Chart.of(
                plan.chart(finding),
                set.say("chart.heat.alt", finding, plan.shown.size(), plan.metrics.size()),
                size.width,
                height(set));
    }

    /** How high it comes out, pixels. */
    public static int height(ChartedSet set) {
        return HEAD + Math.max(LEAST_ROWS, metrics(set).size()) * ROW + FOOT;
    }

    /** Whether there is a cell to draw: the exercise has limits, and something of them was measured. */
    public static boolean isDrawable(ChartedSet set) {
        return !set.repetitions().isEmpty() && !metrics(set).isEmpty();
    }

    private static List<StoredRepetition> shown(ChartedSet set, ChartSize size) {
        List<StoredRepetition> all = set.repetitions();
        int most = size == ChartSize.WIDE ? MOST_WIDE : MOST_NARROW;
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /**
     * The metrics that have a limit, or would have one had nobody switched their rule off, and were measured in one repetition at
     * least, in the order of the rules; what is prescribed and can never be measured is among them.
     */
    static List<Metric> metrics(ChartedSet set) {
        Set<Metric> limited = new LinkedHashSet<>(set.limits().prescribed().keySet());
        for (FormRule rule : FormRule.values()) {
            // the tempo has a metric for each phase, and a target only where somebody chose one
            boolean rowed = rule != FormRule.TEMPO && rule.isOfItsMetricAlone();
            if (rowed && (set.isWatched(rule) || set.isSwitchedOff(rule.metric()))) {
                limited.add(rule.metric());
            }
        }
        set.repetitions()
                .forEach(repetition ->
                        repetition.result().flags().forEach(flag -> metric(flag).ifPresent(limited::add)));
        return limited.stream()
                .filter(metric -> isUnmeasured(set, metric)
                        || set.repetitions().stream()
                                .anyMatch(repetition ->
                                        repetition.result().metrics().get(metric.jsonName()) != null))
                .toList();
    }

    private static boolean isUnmeasured(ChartedSet set, Metric metric) {
        return set.limits().prescribed().containsKey(metric) && !LimitValue.isMeasured(metric, set.exercise());
    }

    private static java.util.Optional<Metric> metric(FormFlag flag) {
        for (Metric metric : Metric.values()) {
            if (metric.jsonName().equals(flag.metric())) {
                return java.util.Optional.of(metric);
            }
        }
        return java.util.Optional.empty();
    }

    /** What a cell says. */
    static Cell cell(ChartedSet set, AnalysisResult.Repetition repetition, Metric metric) {
        @Nullable Double value = repetition.metrics().get(metric.jsonName());
        if (value == null) {
            return new Cell(FormWords.NOT_ASSESSED, "");
        }
        int level = repetition.flags().stream()
                .filter(flag -> flag.metric().equals(metric.jsonName()))
                .mapToInt(FormFlag::level)
                .max()
                .orElse(0);
        boolean judged = level > 0
                || (set.isLimited(metric)
                        && Assessment.isTrusted(set.exercise(), repetition)
                        && Assessment.isWithin(set.limits(), metric, value));
        return new Cell(
                judged ? level : unjudged(set, repetition, metric),
                FormWords.amountAmong(value, set.unnamed().levels(metric.jsonName()), metric.unit()));
    }

    private static int unjudged(ChartedSet set, AnalysisResult.Repetition repetition, Metric metric) {
        if (set.isSwitchedOff(metric)) {
            return FormWords.SWITCHED_OFF;
        }
        return set.isLimited(metric) && Assessment.isUnderRounding(set.exercise(), set.limits(), repetition, metric)
                ? FormWords.UNDER_ROUNDING
                : FormWords.NOT_ASSESSED;
    }

    private String finding() {
        Map<Metric, List<Integer>> passed = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            List<Integer> numbers = shown.stream()
                    .filter(repetition -> cell(set, repetition.result(), metric).level() >= Levels.CAUTION)
                    .map(repetition -> repetition.result().number())
                    .toList();
            if (!numbers.isEmpty()) {
                passed.put(metric, numbers);
            }
        }
        if (passed.isEmpty()) {
            boolean seen = shown.stream()
                    .anyMatch(repetition -> metrics.stream()
                            .anyMatch(metric ->
                                    cell(set, repetition.result(), metric).level() >= 0));
            return set.say(seen ? "chart.heat.calm" : "chart.heat.not-assessed", shown.size());
        }
        List<String> parts = passed.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(2)
                .map(entry -> set.say(
                        entry.getValue().size() == 1 ? "chart.heat.passed-one" : "chart.heat.passed",
                        lowerCase(ShortNames.of(entry.getKey())),
                        RepetitionNumbers.say(entry.getValue())))
                .toList();
        int more = passed.size() - parts.size();
        return Words.say("chart.heat.beyond", String.join("; ", parts))
                + (more == 0 ? "" : "; " + Words.say("chart.heat.more", more));
    }

    private String legend() {
        boolean wide = size == ChartSize.WIDE;
        String legend = metrics.stream().anyMatch(set::isSwitchedOff)
                ? Words.say(wide ? "chart.heat.legend-off" : "chart.heat.legend-short-off")
                : Words.say(wide ? "chart.heat.legend" : "chart.heat.legend-short");
        boolean underRounding = shown.stream()
                .anyMatch(repetition -> metrics.stream()
                        .anyMatch(
                                metric -> cell(set, repetition.result(), metric).level() == FormWords.UNDER_ROUNDING));
        return underRounding
                ? legend + " " + Words.say(wide ? "chart.heat.legend-rounding" : "chart.heat.legend-short-rounding")
                : legend;
    }

    private static String lowerCase(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private JFreeChart chart(String finding) {
        PlotStyle style = new PlotStyle(theme);
        XYSeriesCollection cells = new XYSeriesCollection();
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < metrics.size(); row++) {
            XYSeries series = new XYSeries(row, false);
            List<Cell> content = new ArrayList<>();
            for (StoredRepetition repetition : shown) {
                series.add(repetition.result().number(), row);
                content.add(cell(set, repetition.result(), metrics.get(row)));
            }
            cells.addSeries(series);
            rows.add(content);
        }
        NumberAxis numbers = style.axis(set.say("chart.repetition"));
        int first = shown.isEmpty() ? 1 : shown.get(0).result().number();
        int last = shown.isEmpty() ? 1 : shown.get(shown.size() - 1).result().number();
        numbers.setRange(first - 0.5, last + 0.5);
        numbers.setTickUnit(new NumberTickUnit(last - first > 20 ? 5 : 1));
        numbers.setTickMarksVisible(false);
        SymbolAxis names =
                new SymbolAxis(null, metrics.stream().map(ShortNames::of).toArray(String[]::new));
        style.style(names);
        names.setTickLabelPaint(theme.ink);
        names.setGridBandsVisible(false);
        names.setTickMarksVisible(false);
        names.setAxisLineVisible(false);
        names.setInverted(true);
        names.setFixedDimension(size == ChartSize.WIDE ? 184 : 132);
        XYPlot plot = new XYPlot(cells, numbers, names, new HeatCellRenderer(rows, theme));
        style.style(plot);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setNoDataMessage(Words.say("chart.heat.none"));
        JFreeChart chart = style.chart(finding, plot);
        chart.addSubtitle(style.remark(legend()));
        return chart;
    }
}

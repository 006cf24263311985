package org.plumbline.server.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.StoredRepetition;

/**
 * The chart of a set: lumbar flexion of every repetition over 0–100 % of it. Where flexion is not assessed it shows trunk
 * inclination, and says so.
 */
final class RepetitionChart {
    /** More lines than this are one grey surface; the flagged ones are always among them. */
    private static final int LINES = 80;

    private final List<StoredRepetition> repetitions;
    private final SetFinding finding;
    private final ChartTheme theme;
    private final boolean flexion;
    private final XYSeriesCollection lines = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot;

    private RepetitionChart(List<StoredRepetition> repetitions, SetFinding finding, ChartTheme theme) {
        this.finding = finding;
        this.theme = theme;
        this.repetitions = shown(repetitions, finding);
        this.flexion = repetitions.stream()
                .anyMatch(repetition ->
                        SetFinding.peak(repetition.curves().lumbarFlexionDeg()).isPresent());
        this.plot = new XYPlot(lines, percentAxis(), angleAxis(), renderer);
    }

    /** Draws the plan of the chart; rendering it is another's work. */
    static JFreeChart of(List<StoredRepetition> repetitions, SetFinding finding, ChartTheme theme) {
        return new RepetitionChart(repetitions, finding, theme).chart();
    }

    /** What the chart says, for those who do not see it. */
    static String alternative(List<StoredRepetition> repetitions, SetFinding finding) {
        if (repetitions.isEmpty()) {
            return "No chart: no repetition counted yet.";
        }
        boolean flexion = repetitions.stream()
                .anyMatch(repetition ->
                        SetFinding.peak(repetition.curves().lumbarFlexionDeg()).isPresent());
        return finding.sentence() + ". Chart of " + (flexion ? "lumbar flexion" : "trunk inclination") + " of "
                + repetitions.size() + (repetitions.size() == 1 ? " repetition" : " repetitions")
                + " from 0 to 100 % of each.";
    }

    /** Whether there is a course to draw: one sensor at the pelvis gives neither flexion nor trunk inclination. */
    static boolean isDrawable(List<StoredRepetition> repetitions) {
        return repetitions.stream()
                .map(StoredRepetition::curves)
                .anyMatch(curves -> SetFinding.peak(curves.lumbarFlexionDeg()).isPresent()
                        || SetFinding.peak(curves.trunkInclinationDeg()).isPresent());
    }

    private static List<StoredRepetition> shown(List<StoredRepetition> all, SetFinding finding) {
        int first = Math.max(0, all.size() - LINES);
        List<StoredRepetition> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i >= first || finding.flagged().contains(all.get(i).result().number())) {
                shown.add(all.get(i));
            }
        }
        // the flagged last, so that they lie on top
        shown.sort(Comparator.comparing(
                repetition -> finding.flagged().contains(repetition.result().number())));
        return shown;
    }

    private JFreeChart chart() {
        boolean drawable = isDrawable(repetitions);
        if (drawable) {
            repetitions.forEach(this::addLine);
            addPhases();
            addLimit();
        }
        plot.setBackgroundPaint(theme.paper);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid);
        plot.setRangeGridlineStroke(theme.gridLine);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        plot.setNoDataMessage(
                repetitions.isEmpty() ? "No repetition counted yet" : "The sensor of this set gives no course to draw");
        plot.setNoDataMessageFont(theme.label);
        plot.setNoDataMessagePaint(theme.quietInk);
        JFreeChart chart = new JFreeChart(null, theme.title, plot, false);
        chart.setBackgroundPaint(theme.paper);
        chart.setPadding(new RectangleInsets(8, 8, 8, 24));
        chart.setTitle(title(finding.sentence()));
        if (!flexion && drawable) {
            TextTitle note = title("Trunk inclination; lumbar flexion is not assessed in this set");
            note.setFont(theme.label);
            note.setPaint(theme.quietInk);
            chart.addSubtitle(note);
        }
        return chart;
    }

    private TextTitle title(String text) {
        TextTitle title = new TextTitle(text, theme.title);
        title.setPaint(theme.ink);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(4, 8, 12, 8);
        return title;
    }

    private NumberAxis percentAxis() {
        NumberAxis axis = axis("% of the repetition");
        axis.setRange(0, 100);
        axis.setTickUnit(new NumberTickUnit(25));
        return axis;
    }

    private NumberAxis angleAxis() {
        NumberAxis axis = axis((flexion ? "Lumbar flexion" : "Trunk inclination") + ", degrees");
        axis.setAutoRangeIncludesZero(true);
        axis.setUpperMargin(0.18);
        return axis;
    }

    private NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(theme.label);
        axis.setLabelPaint(theme.quietInk);
        axis.setTickLabelFont(theme.tick);
        axis.setTickLabelPaint(theme.quietInk);
        axis.setAxisLinePaint(theme.quietInk);
        axis.setTickMarkPaint(theme.quietInk);
        return axis;
    }

    private double[] curve(StoredRepetition repetition) {
        RepetitionCurves curves = repetition.curves();
        return flexion ? curves.lumbarFlexionDeg() : curves.trunkInclinationDeg();
    }

    private void addLine(StoredRepetition repetition) {
        int number = repetition.result().number();
        double[] curve = curve(repetition);
        XYSeries line = new XYSeries(number, false);
        for (int i = 0; i < curve.length; i++) {
            line.add(percent(i, curve), Double.isFinite(curve[i]) ? curve[i] : null);
        }
        int index = lines.getSeriesCount();
        lines.addSeries(line);
        boolean flagged = finding.flagged().contains(number);
        Color paint = flagged ? theme.level(levelOf(repetition)) : theme.repetition;
        renderer.setSeriesPaint(index, paint);
        boolean strongest = flagged
                && finding.strongest() != null
                && repetition.result().flags().contains(finding.strongest());
        renderer.setSeriesStroke(index, strongest ? theme.strong : flagged ? theme.medium : theme.thin);
        if (strongest) {
            label(number, curve, paint);
        }
    }

    private int levelOf(StoredRepetition repetition) {
        return repetition.result().flags().stream()
                .filter(flag -> finding.strongest() != null
                        && flag.flag() == finding.strongest().flag())
                .mapToInt(FormFlag::level)
                .max()
                .orElse(0);
    }

    private void label(int number, double[] curve, Color paint) {
        OptionalDouble peak = SetFinding.peak(curve);
        if (peak.isEmpty()) {
            return;
        }
        int at = 0;
        while (curve[at] != peak.getAsDouble()) {
            at++;
        }
        double percent = percent(at, curve);
        String text = "rep " + number + "  " + Math.round(peak.getAsDouble()) + "°";
        XYTextAnnotation label = new XYTextAnnotation(text, Math.max(1, Math.min(percent, 99)), peak.getAsDouble());
        label.setFont(theme.label);
        label.setPaint(paint);
        label.setTextAnchor(
                percent < 12
                        ? TextAnchor.BOTTOM_LEFT
                        : percent > 88 ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_CENTER);
        plot.addAnnotation(label);
    }

    private static double percent(int i, double[] curve) {
        return 100.0 * i / (curve.length - 1);
    }

    /** Where the lift begins and where it is locked out, at the median of the repetitions. */
    private void addPhases() {
        mark(median(result -> result.barBreakS()), "way up begins");
        mark(median(result -> result.topS() == null ? Double.NaN : result.topS()), "lockout");
    }

    private OptionalDouble median(ToDoubleFunction<AnalysisResult.Repetition> timeS) {
        double[] percents = repetitions.stream()
                .map(StoredRepetition::result)
                .mapToDouble(result ->
                        100 * (timeS.applyAsDouble(result) - result.startS()) / (result.endS() - result.startS()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return percents.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(percents[percents.length / 2]);
    }

    private void mark(OptionalDouble percent, String phase) {
        if (percent.isEmpty()) {
            return;
        }
        ValueMarker marker = new ValueMarker(percent.getAsDouble(), theme.grid, new BasicStroke(1f));
        marker.setLabel(phase);
        marker.setLabelFont(theme.tick);
        marker.setLabelPaint(theme.quietInk);
        marker.setLabelBackgroundColor(ChartTheme.NO_PAINT);
        boolean left = percent.getAsDouble() < 80;
        marker.setLabelAnchor(left ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(left ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(4, 4, 4, 4));
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    /** The limit the finding passed, where it is one of this axis. */
    private void addLimit() {
        FormFlag flag = finding.strongest();
        if (flag == null || !flexion) {
            return;
        }
        repetitions.stream()
                .filter(repetition -> repetition.result().flags().contains(flag))
                .findFirst()
                .ifPresent(repetition -> addLimit(flag, repetition));
    }

    private void addLimit(FormFlag flag, StoredRepetition repetition) {
        double[] curve = curve(repetition);
        AnalysisResult.Repetition result = repetition.result();
        double limit = Double.NaN;
        if (flag.flag() == FlagName.ROUNDING_UNDER_LOAD || flag.flag() == FlagName.FLEXION_DRIFT) {
            // both speak of the highest point of the repetition: what was gained or drifted lies below it
            limit = SetFinding.peak(curve).orElse(Double.NaN) - flag.value() + flag.limit();
        }
        if (!Double.isFinite(limit)) {
            return;
        }
        ValueMarker marker = new ValueMarker(limit, theme.ink, theme.hairline);
        marker.setLabel("limit for rep " + result.number() + ": +" + FormWords.amount(flag.limit(), flag.unit()));
        marker.setLabelFont(theme.tick);
        marker.setLabelPaint(theme.ink);
        marker.setLabelBackgroundColor(ChartTheme.NO_PAINT);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2, 2, 2, 2));
        plot.addRangeMarker(marker, Layer.BACKGROUND);
    }
}

package org.plumbline.server.review.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * The chart of a set: lumbar flexion of every repetition over 0–100 % of it, against the lifter's usual. It shows trunk inclination
 * where flexion is not assessed, and says so, and where trunk lean is what the set comes down to.
 */
public final class RepetitionChart {
    /** More lines than this are one grey surface; the flagged ones are always among them. */
    private static final int LINES = 80;

    /** The name of a phase takes so much of the axis. */
    private static final double ROOM_PERCENT = 18;

    private static final double ROOM_PERCENT_NARROW = 34;

    /** Room above the data for labels, as a share of their range. */
    private static final double HEADROOM = 0.2;

    /** The name of a phase, and a label under it. */
    private static final double HEADROOM_NARROW = 0.36;

    private final ChartedSet set;
    private final LevelLines levels = new LevelLines();
    private final boolean narrow;
    private final boolean flexion;
    private final double roomPercent;
    private final SetFinding finding;
    private final List<StoredRepetition> repetitions;
    private final List<PrescribedHeight> prescribed;
    private final ChartTheme theme;
    private final PlotStyle style;
    private final XYSeriesCollection lines = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = Courses.lines();
    private final XYPlot plot;

    private RepetitionChart(ChartedSet set, ChartTheme theme, ChartSize size) {
        this.set = set;
        this.narrow = size == ChartSize.NARROW;
        this.roomPercent = narrow ? ROOM_PERCENT_NARROW : ROOM_PERCENT;
        this.finding = set.finding();
        this.flexion = set.isShownByFlexion();
        this.theme = theme;
        this.style = new PlotStyle(theme);
        this.repetitions = shown(set.repetitions(), finding);
        this.prescribed = flexion
                ? PrescribedHeight.UP_TO_THE_PEAK.stream()
                        .flatMap(metric -> prescribed(metric).stream())
                        .toList()
                : List.of();
        NumberAxis percent = style.percentAxis(Words.say("chart.percent"));
        this.plot = new XYPlot(lines, percent, angleAxis(), renderer);
    }

    /** Plans the chart of a set. */
    public static Chart of(ChartedSet set, ChartTheme theme, ChartSize size) {
        if (set.isHold()) {
            return HoldChart.of(set, theme, size);
        }
        return Chart.of(new RepetitionChart(set, theme, size).chart(), alternative(set), size.width, size.height);
    }

    /** What the chart says, for those who do not see it. */
    public static String alternative(ChartedSet set) {
        if (set.repetitions().isEmpty()) {
            return set.say("chart.overlay.none");
        }
        if (set.isHold()) {
            return HoldChart.alternative(set, set.finding().sentence());
        }
        boolean flexion = set.isShownByFlexion();
        @Nullable UsualBand band = set.band(flexion);
        return Words.say(
                        flexion ? "chart.overlay.flexion-alt" : "chart.overlay.inclination-alt",
                        set.finding().sentence(),
                        set.repetitions().size())
                + (band == null ? "" : " " + Words.say("chart.overlay.band-alt", nameOf(band)));
    }

    /** {@code your usual ± 9°}. */
    static String nameOf(UsualBand band) {
        return Words.say(
                band.approved() ? "chart.band.approved" : "chart.band.first",
                FormWords.amount(band.changeDeg(), "deg"));
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
        boolean drawable = set.isDrawable();
        style.style(plot);
        if (drawable) {
            addBand();
            repetitions.forEach(this::addLine);
            Courses.addPhases(plot, set, style, roomPercent);
            addPrescribed();
            addLimit();
            levels.draw(plot, style, narrow);
        }
        plot.setNoDataMessage(set.withoutCourse());
        JFreeChart chart = style.chart(finding.sentence(), plot);
        levels.addRemark(chart, style, narrow);
        if (!set.hasFlexion() && drawable) {
            chart.addSubtitle(style.remark(Words.say("chart.overlay.inclination-only")));
        }
        return chart;
    }

    private NumberAxis angleAxis() {
        double least = 0;
        double most = 0;
        for (StoredRepetition repetition : repetitions) {
            for (double angle : ChartedSet.course(repetition, flexion)) {
                least = Double.isFinite(angle) ? Math.min(least, angle) : least;
                most = Double.isFinite(angle) ? Math.max(most, angle) : most;
            }
        }
        @Nullable UsualBand band = set.band(flexion);
        if (band != null) {
            least = Math.min(least, band.lowest());
            most = Math.max(most, band.highest());
        }
        most = Math.max(most, set.prescribedDeg(flexion).orElse(0));
        for (PrescribedHeight limit : prescribed) {
            most = Math.max(most, limit.heightDeg());
        }
        return style.axisFor(axisName(), least, most, narrow ? HEADROOM_NARROW : HEADROOM);
    }

    private String axisName() {
        if (!flexion) {
            return Words.say("chart.inclination");
        }
        return Words.say(set.isTowardExtension() ? "chart.flexion-extension" : "chart.flexion");
    }

    private void addBand() {
        @Nullable UsualBand band = set.band(flexion);
        if (band == null) {
            return;
        }
        Courses.addBand(renderer, band, theme);
        Courses.nameBand(
                plot,
                band,
                repetitions.stream()
                        .map(repetition -> ChartedSet.course(repetition, flexion))
                        .toList(),
                nameOf(band),
                (int) (roomPercent * 0.8),
                style);
    }

    private void addLine(StoredRepetition repetition) {
        int number = repetition.result().number();
        double[] course = ChartedSet.course(repetition, flexion);
        int index = lines.getSeriesCount();
        lines.addSeries(Courses.line(number, course));
        boolean flagged = finding.flagged().contains(number);
        Color paint = flagged ? theme.level(levelOf(repetition)) : theme.repetition;
        renderer.setSeriesPaint(index, paint);
        boolean strongest = flagged
                && finding.strongest() != null
                && repetition.result().flags().contains(finding.strongest());
        renderer.setSeriesStroke(index, strongest ? theme.strong : flagged ? theme.dashed : theme.thin);
        if (strongest) {
            label(repetition, course, paint);
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

    private void label(StoredRepetition repetition, double[] course, Color paint) {
        int peak = set.farthestAt(course, flexion);
        if (peak < 0) {
            return;
        }
        double percent = Courses.percent(peak, course);
        String text = Words.say("chart.rep", repetition.result().number()) + "  " + set.peak(repetition, flexion);
        boolean under = set.isTowardExtension() && flexion;
        TextAnchor above = percent < 12
                ? TextAnchor.BOTTOM_LEFT
                : percent > 88 ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_CENTER;
        TextAnchor below =
                percent < 12 ? TextAnchor.TOP_LEFT : percent > 88 ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER;
        double x = Math.max(1, Math.min(percent, 99));
        plot.addAnnotation(style.label(text, x, outermostAround(peak, under ? -1 : 1), paint, under ? below : above));
    }

    /** Height over all lines around a point, or under them, so that a label there lies on none of them. */
    private double outermostAround(int point, int sign) {
        double outermost = 0;
        for (StoredRepetition repetition : repetitions) {
            double[] course = ChartedSet.course(repetition, flexion);
            for (int i = Math.max(0, point - 8); i < Math.min(course.length, point + 9); i++) {
                outermost = Double.isFinite(course[i]) ? Math.max(outermost, sign * course[i]) : outermost;
            }
        }
        return sign * outermost;
    }

    /** The limit of the plan, where it is one of this axis: also where no repetition passed it. */
    private void addPrescribed() {
        set.prescribedDeg(flexion).ifPresent(most -> {
            String said = FormWords.limit(most, "deg");
            levels.add(most, Words.say("chart.limit-prescribed", said), said);
        });
        for (PrescribedHeight limit : prescribed) {
            levels.add(
                    limit.heightDeg(),
                    Words.say("chart.limit-prescribed-for", limit.number(), limit.said()),
                    limit.said());
        }
    }

    /** In the repetition the finding speaks of, else in the one that came nearest to it or went farthest beyond. */
    private Optional<PrescribedHeight> prescribed(Metric metric) {
        FormFlag flag = finding.strongest();
        return repetitions.stream()
                .filter(repetition ->
                        PrescribedHeight.of(set, repetition, metric).isPresent())
                .max(Comparator.<StoredRepetition, Boolean>comparing(repetition -> flag != null
                                && flag.metric().equals(metric.jsonName())
                                && repetition.result().flags().contains(flag))
                        .thenComparingDouble(repetition -> PrescribedHeight.measured(repetition, metric)))
                .flatMap(repetition -> PrescribedHeight.of(set, repetition, metric));
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
        AnalysisResult.Repetition result = repetition.result();
        double limit = Double.NaN;
        if (flag.flag() == FlagName.ROUNDING_UNDER_LOAD
                || flag.flag() == FlagName.FLEXION_DRIFT
                || flag.flag() == FlagName.BASELINE_DEVIATION) {
            // all speak of the highest point of the repetition: what was gained or drifted lies below it
            limit = PrescribedHeight.heightDeg(repetition, flag.value(), flag.limit());
        }
        Optional<PrescribedHeight> same = prescribed.stream()
                .filter(one -> one.metric().jsonName().equals(flag.metric()))
                .findFirst();
        // of two numbers the lower one holds
        if (Double.isFinite(limit) && same.stream().allMatch(one -> one.mostDeg() > flag.limit())) {
            String said = "+" + FormWords.limit(flag.limit(), flag.unit());
            levels.add(limit, Words.say("chart.limit-for", result.number(), said), said);
        }
    }
}

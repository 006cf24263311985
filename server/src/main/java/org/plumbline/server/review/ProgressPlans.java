package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ProgressChart;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LoadStep;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.ProgressPoint;
import org.plumbline.server.training.ProgressSeries;
import org.plumbline.server.web.Words;

/** What a chart of progress says and draws of a series. */
final class ProgressPlans {
    /** Beyond the usual is drawn as a caution is: it is worth a look. */
    private static final int BEYOND = 2;

    /** More labels than this lie over each other. */
    private static final int MOST_LABELS = 6;

    private ProgressPlans() {}

    /** What has a point for each set has one place for each: sets of one day would lie over each other on an axis of weeks. */
    static Chart chart(ProgressSeries series, LoadUnit unit, ChartTheme theme, ChartSize size) {
        return switch (series.kind()) {
            case FLEXION, TWIST, DRIFT -> ProgressChart.inOrder(of(series, unit), theme, size);
            default -> ProgressChart.of(of(series, unit), theme, size);
        };
    }

    static ProgressChart.Plan of(ProgressSeries series, LoadUnit unit) {
        ProgressKind kind = series.kind();
        List<ProgressChart.Point> points = new ArrayList<>();
        Map<UUID, LoadStep> steps =
                labelled(series).stream().collect(Collectors.toMap(LoadStep::setId, step -> step, (one, same) -> one));
        for (ProgressPoint point : series.points()) {
            @Nullable LoadStep step = point.setId() == null ? null : steps.get(point.setId());
            points.add(new ProgressChart.Point(
                    PersonCharts.day(point.at()),
                    shown(kind, point.value(), unit),
                    shown(kind, point.low() == null ? point.value() : point.low(), unit),
                    shown(kind, point.high() == null ? point.value() : point.high(), unit),
                    point.beyondUsual() ? BEYOND : 0,
                    step == null ? null : unit.format(step.loadKg())));
        }
        return new ProgressChart.Plan(
                finding(series, unit),
                Words.say("chart.progress." + kind.word() + ".axis", unit.symbol()),
                points,
                band(series),
                Double.NaN,
                "",
                kind == ProgressKind.FREQUENCY,
                remark(series));
    }

    private static List<LoadStep> labelled(ProgressSeries series) {
        List<LoadStep> steps = series.steps();
        return steps.subList(Math.max(0, steps.size() - MOST_LABELS), steps.size());
    }

    private static double shown(ProgressKind kind, double value, LoadUnit unit) {
        return kind.isLoad() ? unit.fromKg(value) : value;
    }

    private static ProgressChart.@Nullable Band band(ProgressSeries series) {
        ProgressSeries.@Nullable Usual usual = series.usual();
        ProgressSeries.@Nullable Range target = series.target();
        if (target != null) {
            return new ProgressChart.Band(target.low(), target.high(), Words.say("chart.progress.aim"));
        }
        if (usual == null) {
            return null;
        }
        String change = FormWords.amount(usual.detectableChange(), series.kind().unit());
        String name = series.kind() == ProgressKind.DRIFT
                ? Words.say("chart.progress.noise")
                : Words.say(usual.approved() ? "chart.band.approved" : "chart.band.first-sets", change);
        double low = usual.value() - usual.detectableChange();
        return new ProgressChart.Band(
                series.kind() == ProgressKind.DRIFT ? Math.max(0, low) : low,
                usual.value() + usual.detectableChange(),
                name);
    }

    private static @Nullable String remark(ProgressSeries series) {
        String remark = switch (series.kind()) {
            case E1RM -> Words.say("chart.progress.e1rm.remark");
            case FLEXION, TWIST -> middle(series);
            case DRIFT -> series.notAssessed() == 0 ? "" : Words.say("chart.progress.drift.left", series.notAssessed());
            default -> "";
        };
        String simulated =
                series.simulated() && !series.points().isEmpty() ? Words.say("chart.progress.simulated") : "";
        String both = (remark + " " + simulated).strip();
        return both.isEmpty() ? null : both;
    }

    /** The middle repetition says nothing of the others: that some of them were flagged stands beside it. */
    private static String flagged(String found, List<ProgressPoint> points) {
        long sets =
                points.stream().filter(point -> point.flaggedRepetitions() > 0).count();
        return sets == 0 ? found : Words.say("chart.progress.flagged", found, sets);
    }

    private static String middle(ProgressSeries series) {
        if (series.points().isEmpty()) {
            return "";
        }
        String largest = Words.say("chart.progress.largest");
        return series.usual() == null ? largest : largest + " " + Words.say("chart.progress.beyond");
    }

    private static String finding(ProgressSeries series, LoadUnit unit) {
        List<ProgressPoint> points = series.points();
        ProgressKind kind = series.kind();
        if (points.isEmpty()) {
            return Words.say("chart.progress." + kind.word() + ".none");
        }
        ProgressPoint first = points.get(0);
        ProgressPoint last = points.get(points.size() - 1);
        return switch (kind) {
            case LOAD -> {
                double most =
                        points.stream().mapToDouble(ProgressPoint::value).max().orElse(0);
                yield most > first.value()
                        ? Words.say(
                                "chart.progress.load.rose",
                                unit.format(first.value()),
                                unit.format(most),
                                points.size())
                        : Words.say("chart.progress.load.same", unit.format(most), points.size());
            }
            case REPETITIONS -> Words.say("chart.progress.repetitions.last", Math.round(last.value()));
            case E1RM -> {
                String low = unit.format(last.low() == null ? last.value() : last.low());
                String high = unit.format(last.high() == null ? last.value() : last.high());
                yield low.equals(high)
                        ? Words.say("chart.progress.e1rm.one", low)
                        : Words.say("chart.progress.e1rm.range", low, high);
            }
            case FLEXION, TWIST, DRIFT -> {
                long beyond = points.stream().filter(ProgressPoint::beyondUsual).count();
                String found = series.usual() == null
                        ? Words.say("chart.progress." + kind.word() + ".unknown", points.size())
                        : beyond == 0
                                ? Words.say("chart.progress." + kind.word() + ".within", points.size())
                                : Words.say("chart.progress." + kind.word() + ".beyond", beyond, points.size());
                yield flagged(found, points);
            }
            case FREQUENCY -> {
                double days = points.stream()
                        .mapToDouble(ProgressPoint::value)
                        .average()
                        .orElse(0);
                yield Words.say(
                        "chart.progress.frequency.mean", String.format(Locale.ROOT, "%.1f", days), points.size());
            }
        };
    }
}

package org.plumbline.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.CompareChart;
import org.plumbline.server.review.chart.ProgressChart;
import org.plumbline.server.review.chart.ScatterChart;
import org.plumbline.server.review.chart.UsualBand;
import org.plumbline.server.training.CountedSets;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.Progress;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** The charts of a person over weeks. Who may see them is for the caller to ask. */
@Service
public class PersonCharts {
    /** Sets a scatter or a comparison looks back over. */
    private static final int MOST_SETS = 400;

    /** More courses over each other than this cannot be told apart. */
    static final int MOST_COURSES = 8;

    /** Loads closer together than this are one load, kg: the smallest plates there are. */
    private static final double SAME_LOAD_KG = 0.6;

    private static final double SECONDS_A_DAY = 86_400;

    private final Progress progress;
    private final SetSummaries summaries;
    private final CountedSets counted;
    private final TrainingLog log;
    private final ChartedSets charted;

    PersonCharts(Progress progress, SetSummaries summaries, TrainingLog log, ChartedSets charted, CountedSets counted) {
        this.counted = counted;
        this.progress = progress;
        this.summaries = summaries;
        this.log = log;
        this.charted = charted;
    }

    /** How one thing went over weeks. */
    public Chart progress(
            UUID lifterId,
            @Nullable String exercise,
            ProgressKind kind,
            LoadUnit unit,
            ChartTheme theme,
            ChartSize size) {
        return ProgressPlans.chart(progress.series(lifterId, exercise, kind), unit, theme, size);
    }

    /** Load against how far form changed over each set. */
    public Chart loadAndDrift(UUID lifterId, String exercise, LoadUnit unit, ChartTheme theme, ChartSize size) {
        List<SetSummary> loaded = newest(new Comparison(lifterId, exercise, null, false)).stream()
                .filter(set -> set.loadKg() != null)
                .toList();
        List<SetSummary> sets =
                loaded.stream().filter(set -> set.formDriftIndex() != null).toList();
        int unknown = loaded.size() - sets.size();
        List<ScatterChart.Point> points = sets.stream()
                .map(set -> new ScatterChart.Point(
                        unit.fromKg(Objects.requireNonNull(set.loadKg())),
                        Objects.requireNonNull(set.formDriftIndex()),
                        level(set)))
                .toList();
        List<SetSummary> changed = sets.stream()
                .filter(set -> Objects.requireNonNull(set.formDriftIndex()) >= 1)
                .toList();
        double from = changed.stream()
                .mapToDouble(set -> Objects.requireNonNull(set.loadKg()))
                .min()
                .orElse(0);
        String finding = changed.isEmpty()
                ? Words.say("chart.drift.none", sets.size())
                : Words.say("chart.drift.some", changed.size(), sets.size(), unit.format(from));
        return ScatterChart.of(
                unknown == 0
                        ? finding
                        : sets.isEmpty()
                                ? Words.say("chart.progress.drift.none")
                                : Words.say("chart.drift.not-assessed", finding, unknown),
                Words.say("chart.drift.load", unit.symbol()),
                Words.say("chart.drift.axis"),
                points,
                1,
                Words.say("chart.drift.edge"),
                theme,
                size);
    }

    /** The middle courses of the newest sets of one load, over each other. */
    Chart courses(Comparison comparison, ChartTheme theme, ChartSize size) {
        List<SetSummary> sets = new ArrayList<>(newest(comparison).stream()
                .filter(set -> set.peakFlexionMedianDeg() != null)
                .limit(MOST_COURSES)
                .toList());
        Collections.reverse(sets);
        List<CompareChart.Course> courses = sets.stream()
                .map(set -> new CompareChart.Course(
                        Moments.shortDate(at(set.startedAt()).toLocalDate()) + " " + Moments.time(set.startedAt()),
                        CompareChart.middle(log.repetitions(set.setId(), 1, TrainingLog.MOST_AT_ONCE))))
                .toList();
        boolean simulated = !sets.isEmpty() && sets.get(sets.size() - 1).simulated();
        List<double[]> approved = charted.approvedCourses(comparison.lifterId(), comparison.exercise(), simulated);
        return CompareChart.of(
                finding(sets), courses, approved.isEmpty() ? null : UsualBand.ofApproved(approved), theme, size);
    }

    /** Median peak flexion of each set of one load, one beside the other, with the spread of its repetitions. */
    Chart peaks(Comparison comparison, ChartTheme theme, ChartSize size) {
        List<SetSummary> sets = new ArrayList<>(newest(comparison).stream()
                .filter(set -> set.peakFlexionMedianDeg() != null)
                .toList());
        Collections.reverse(sets);
        List<ProgressChart.Point> points = new ArrayList<>();
        for (SetSummary set : sets) {
            double[] peaks = set.peakFlexionsDeg().stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(peak -> Objects.requireNonNull(peak))
                    .sorted()
                    .toArray();
            double median = Objects.requireNonNull(set.peakFlexionMedianDeg());
            points.add(new ProgressChart.Point(
                    day(set.startedAt()),
                    median,
                    peaks.length == 0 ? median : peaks[0],
                    peaks.length == 0 ? median : peaks[peaks.length - 1],
                    level(set),
                    null));
        }
        return ProgressChart.inOrder(
                new ProgressChart.Plan(
                        finding(sets),
                        Words.say("chart.peak-flexion"),
                        points,
                        null,
                        Double.NaN,
                        "",
                        false,
                        Words.say("chart.compare.spread")),
                theme,
                size);
    }

    /** The sets a comparison is made of, newest first. */
    List<SetSummary> newest(Comparison comparison) {
        @Nullable Double loadKg = comparison.loadKg();
        List<SetSummary> all =
                summaries.newest(comparison.lifterId(), SummaryFilter.of(comparison.exercise()), MOST_SETS, 0);
        List<SetSummary> sets = comparison.simulated()
                ? all.stream().filter(SetSummary::simulated).toList()
                : counted.of(comparison.lifterId(), all);
        return sets.stream()
                .filter(set -> set.repetitions() > 0)
                .filter(set ->
                        loadKg == null || (set.loadKg() != null && Math.abs(set.loadKg() - loadKg) < SAME_LOAD_KG))
                .toList();
    }

    /** What the newest set has on the oldest; a change is only named where it stands out of noise. */
    private static String finding(List<SetSummary> oldestFirst) {
        List<SetSummary> seen = oldestFirst.stream()
                .filter(set -> set.peakFlexionMedianDeg() != null)
                .toList();
        if (seen.size() < 2) {
            return Words.say("chart.compare.few", seen.size());
        }
        SetSummary first = seen.get(0);
        SetSummary last = seen.get(seen.size() - 1);
        double change = Objects.requireNonNull(last.peakFlexionMedianDeg())
                - Objects.requireNonNull(first.peakFlexionMedianDeg());
        String since = since(first, last);
        if (Math.abs(change) < Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange()) {
            return Words.say("chart.compare.same", since);
        }
        return Words.say(
                change > 0 ? "chart.compare.more" : "chart.compare.less",
                FormWords.amount(Math.abs(change), "deg"),
                since);
    }

    /** The day of the first; of one day its time as well. */
    private static String since(SetSummary first, SetSummary last) {
        LocalDate day = at(first.startedAt()).toLocalDate();
        return day.equals(at(last.startedAt()).toLocalDate())
                ? Moments.shortDate(day) + " " + Moments.time(first.startedAt())
                : Moments.shortDate(day);
    }

    static int level(SetSummary set) {
        return set.judged().level(set.strongestLevel());
    }

    static double day(Instant instant) {
        ZonedDateTime moment = at(instant);
        return moment.toLocalDate().toEpochDay() + moment.toLocalTime().toSecondOfDay() / SECONDS_A_DAY;
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZoneId.systemDefault());
    }
}

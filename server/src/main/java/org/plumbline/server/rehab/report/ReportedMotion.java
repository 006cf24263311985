package org.plumbline.server.rehab.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.form.Metric;
import org.plumbline.server.rehab.plan.Days;
import org.plumbline.server.rehab.plan.MotionChange;
import org.plumbline.server.rehab.plan.MotionRange;
import org.plumbline.server.rehab.plan.MotionTest;
import org.plumbline.server.rehab.plan.PlanWords;
import org.plumbline.server.review.print.Block;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** The part of a report that tells how far a person bends: in the first test that can be compared, and in the last. */
final class ReportedMotion {
    private ReportedMotion() {}

    /**
     * Under a heading of its own.
     *
     * @param tests newest first
     * @param to the last day of the report
     */
    static void add(List<Block> blocks, List<MotionTest> tests, LocalDate to) {
        List<MotionTest> all = tests.stream()
                .filter(test -> !Days.of(test.takenAt()).isAfter(to))
                .toList();
        blocks.add(new Block.Heading(Words.say("plan.tab.motion")));
        if (all.isEmpty()) {
            blocks.add(new Block.Text(Words.say("report.motion.none"), true));
            return;
        }
        MotionTest last = all.get(0);
        MotionTest first = MotionChange.firstAlike(all);
        blocks.add(last.id().equals(first.id()) ? once(last) : compared(first, last));
    }

    /** One test is no course: it has neither first nor last. */
    private static Block once(MotionTest only) {
        List<List<String>> rows = new ArrayList<>();
        for (Metric metric : MotionRange.METRICS) {
            rows.add(List.of(FormWords.metric(metric.jsonName()), value(only, metric), detectable(metric)));
        }
        return new Block.Table(
                List.of(2.4f, 6f, 1.6f),
                List.of(
                        Words.say("plan.motion.what"),
                        Words.say("report.motion.once", on(only)),
                        Words.say("report.motion.detectable")),
                rows);
    }

    private static Block compared(MotionTest first, MotionTest last) {
        List<List<String>> rows = new ArrayList<>();
        for (Metric metric : MotionRange.METRICS) {
            rows.add(List.of(
                    FormWords.metric(metric.jsonName()),
                    value(first, metric),
                    value(last, metric),
                    PlanWords.change(MotionChange.of(metric, first, last)),
                    detectable(metric)));
        }
        return new Block.Table(
                List.of(2.4f, 2.6f, 2.6f, 3.4f, 1.6f),
                List.of(
                        Words.say("plan.motion.what"),
                        Words.say("report.motion.first", on(first)),
                        Words.say("report.motion.last", on(last)),
                        Words.say("report.motion.change"),
                        Words.say("report.motion.detectable")),
                rows);
    }

    private static String detectable(Metric metric) {
        return FormWords.amount(metric.minimalDetectableChange(), metric.unit());
    }

    private static String on(MotionTest test) {
        String day = PlanWords.day(Days.of(test.takenAt()));
        return test.simulated() ? day + ", " + Words.say("plan.simulated") : day;
    }

    private static String value(MotionTest test, Metric metric) {
        return test.range(metric).map(PlanWords::range).orElse("–");
    }
}

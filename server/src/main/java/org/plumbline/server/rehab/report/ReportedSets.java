package org.plumbline.server.rehab.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.rehab.plan.Compliance;
import org.plumbline.server.rehab.plan.Days;
import org.plumbline.server.rehab.plan.DoneSet;
import org.plumbline.server.rehab.plan.PlanWords;
import org.plumbline.server.rehab.plan.PrescribedWork;
import org.plumbline.server.rehab.plan.Share;
import org.plumbline.server.review.ChartedSets;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.review.print.Block;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** The part of a report that speaks of lifted sets: the repetitions of one of them, and what was flagged in all. */
@Component
class ReportedSets {
    private static final int CAUTION = 2;

    /** A flag keeps its limit to the hundredth. */
    private static final double SAME_LIMIT = 0.01;

    private final TrainingLog log;
    private final ChartedSets charts;

    ReportedSets(TrainingLog log, ChartedSets charts) {
        this.log = log;
        this.charts = charts;
    }

    /**
     * What was lifted, and the plan it is held against.
     *
     * @param sets the sets
     * @param told what was prescribed for them as they were begun, by identity of the set
     * @param withinLimits how many of their repetitions were within it, as adherence says
     */
    record Lifted(List<DoneSet> sets, Map<UUID, PrescribedWork> told, Share withinLimits) {
        private @Nullable PrescribedWork told(UUID set) {
            return told.get(set);
        }
    }

    /** The set that is shown: the newest in which something was lifted. */
    Optional<TrainingSet> representative(List<DoneSet> done) {
        List<DoneSet> candidates = done.stream()
                .filter(set -> set.repetitions() > 0)
                .sorted(Comparator.comparing(DoneSet::startedAt).reversed())
                .toList();
        return candidates.stream().findFirst().map(DoneSet::id).flatMap((UUID id) -> log.find(id));
    }

    /** The repetitions of that set. */
    void repetitions(
            List<Block> blocks, Person author, Optional<TrainingSet> shown, Lifted lifted, Reports.Sight sight) {
        blocks.add(new Block.Heading(Words.say("report.repetitions")));
        if (shown.isEmpty()) {
            blocks.add(new Block.Text(
                    Words.say(sight.form() ? "report.repetitions.none" : "report.repetitions.not.shared"), true));
            return;
        }
        TrainingSet set = shown.get();
        ChartedSet held = charts.of(set, author);
        PrescribedWork told = lifted.told(set.id());
        ChartedSet charted = told == null ? held : held.prescribing(told.limits());
        String caption = HoldWords.say(
                charted.isHold(),
                "report.repetitions.caption",
                FormWords.exercise(set.exercise()),
                PlanWords.day(Days.of(set.startedAt())),
                charted.all(),
                charted.finding().sentence());
        for (DoneSet done : lifted.sets()) {
            if (told != null && done.id().equals(set.id())) {
                caption += within(Compliance.of(told, done).withinLimits(), charted.all());
            }
        }
        if (!charted.limits().equals(held.limits())) {
            caption += " " + Words.say("report.repetitions.other-limits");
        }
        if (set.simulated()) {
            caption += " " + Words.say("report.simulated");
        }
        if (charted.isDrawable()) {
            blocks.add(new Block.Figure(RepetitionChart.of(charted, ChartTheme.PRINT, ChartSize.WIDE), caption));
        } else {
            blocks.add(new Block.Text(caption, false));
        }
    }

    private static String within(Share within, int repetitions) {
        return within.judged() == 0
                ? ""
                : " " + Words.say("report.repetitions.within", within.kept(), within.judged(), repetitions);
    }

    /** What was outside the plan in all of the sets, as adherence counts it, and what else was flagged. */
    void flags(List<Block> blocks, Lifted lifted, Reports.Sight sight) {
        if (!sight.form()) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> withinNoise = new HashMap<>();
        int repetitions = 0;
        int setsSeen = 0;
        for (DoneSet set : lifted.sets()) {
            setsSeen++;
            for (AnalysisResult.Repetition repetition : set.results()) {
                repetitions++;
                Map<String, Boolean> titles = new LinkedHashMap<>();
                repetition.flags().stream()
                        .filter(flag -> flag.level() >= CAUTION && !isOfPlan(flag, lifted.told(set.id())))
                        .forEach(flag -> titles.merge(title(flag), FormWords.standsOut(flag), Boolean::logicalOr));
                titles.forEach((title, standsOut) -> {
                    counts.merge(title, 1, Integer::sum);
                    withinNoise.merge(title, standsOut ? 0 : 1, Integer::sum);
                });
            }
        }
        String said = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> Words.say(
                        "report.flag", entry.getKey(), entry.getValue(), withinNoise.getOrDefault(entry.getKey(), 0)))
                .collect(Collectors.joining("; "));
        Share within = lifted.withinLimits();
        String plan = within.judged() == 0
                ? ""
                : Words.say("report.flags.plan", within.judged() - within.kept(), within.judged()) + " ";
        blocks.add(new Block.Text(
                plan
                        + (said.isEmpty() && repetitions == 0
                                ? Words.say("report.flags.nothing")
                                : said.isEmpty()
                                        ? Words.say("report.flags.none", repetitions, setsSeen)
                                        : Words.say("report.flags", repetitions, setsSeen, said)),
                false));
    }

    private static String title(FormFlag flag) {
        return flag.flag() == FlagName.REHAB_LIMIT ? Words.say("report.flag.limit") : FormWords.title(flag);
    }

    /** Whether a flag tells what adherence counts already. */
    private static boolean isOfPlan(FormFlag flag, @Nullable PrescribedWork told) {
        return flag.flag() == FlagName.REHAB_LIMIT
                && told != null
                && told.limits().entrySet().stream()
                        .anyMatch(limit -> limit.getKey().jsonName().equals(flag.metric())
                                && limit.getValue() < flag.limit() + SAME_LIMIT);
    }

    /** What the set was measured with; empty where nothing was found in it. */
    Optional<String> sensors(TrainingSet set) {
        return log.analysis(set.id()).map(analysis -> sensors(set, analysis));
    }

    private static String sensors(TrainingSet set, AnalysisResult analysis) {
        String placed = set.header().sensors().stream()
                .map(sensor -> Words.say("place.region." + sensor.placement().fileName())
                        + (Double.isNaN(sensor.nominalRateHz())
                                ? ""
                                : " " + Math.round(sensor.nominalRateHz()) + " Hz"))
                .collect(Collectors.joining(", "));
        return Words.say(
                "report.sensors",
                placed,
                analysis.software().version(),
                analysis.software().algorithm(),
                analysis.calibration().neutral().quality());
    }
}

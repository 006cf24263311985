package org.plumbline.server.rehab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.rehab.plan.Adherence;
import org.plumbline.server.rehab.plan.Compliance;
import org.plumbline.server.rehab.plan.PlanWords;
import org.plumbline.server.rehab.plan.PrescribedWork;
import org.plumbline.server.review.print.Block;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** The part of a report that holds what was done against what was prescribed, week by week. */
final class ReportedAdherence {
    private ReportedAdherence() {}

    /** Under a heading of its own. */
    static void add(List<Block> blocks, Adherence found, LoadUnit unit) {
        blocks.add(new Block.Heading(Words.say("plan.adherence.title")));
        Map<String, List<String>> byExercise = new LinkedHashMap<>();
        List<String> walked = new ArrayList<>();
        for (Adherence.Week week : found.weeks()) {
            walked.add(String.valueOf(week.walkingMinutes()));
            for (Adherence.Line line : week.lines()) {
                String days = PlanWords.day(week.monday()).replaceAll(" \\d{4}$", "") + ": "
                        + Words.say(
                                "report.week",
                                line.daysDone(),
                                days(line.prescription().work()),
                                line.daysInPart())
                        + mark(line, unit)
                        + done(line);
                byExercise
                        .computeIfAbsent(line.prescription().work().exercise(), any -> new ArrayList<>())
                        .add(days);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        byExercise.forEach((exercise, weeks) -> {
            Compliance compliance = found.byExercise().get(exercise);
            rows.add(List.of(
                    FormWords.exercise(exercise),
                    String.join("; ", weeks),
                    compliance == null ? Words.say("plan.not.assessed") : PlanWords.share(compliance.withinLimits()),
                    compliance == null ? Words.say("plan.not.assessed") : tempoAndHolds(compliance),
                    found.setsAboveCap(exercise)));
        });
        if (rows.isEmpty()) {
            blocks.add(new Block.Text(Words.say("report.adherence.none"), true));
        } else {
            blocks.add(new Block.Table(
                    List.of(2f, 5f, 2.4f, 2.4f, 1.4f),
                    List.of(
                            Words.say("plan.exercise"),
                            Words.say("report.weeks"),
                            Words.say("plan.within"),
                            Words.say("report.tempo.holds"),
                            Words.say("report.above.cap")),
                    rows));
        }
        blocks.add(new Block.Text(Words.say("report.walking", String.join(", ", walked)), true));
        if (found.simulatedSets() > 0) {
            blocks.add(new Block.Text(Words.say("plan.simulated.not.counted", found.simulatedSets()), true));
        }
    }

    /** Sets and repetitions of the week, so that a day done in part is seen for what it was. */
    private static String done(Adherence.Line line) {
        int sets = line.days().stream().mapToInt(Adherence.Day::sets).sum();
        int repetitions =
                line.days().stream().mapToInt(Adherence.Day::repetitions).sum();
        return sets == 0
                ? ""
                : Words.say(
                        line.prescription().work().holdS() == null ? "report.week.done" : "report.week.done.hold",
                        sets,
                        repetitions);
    }

    private static String mark(Adherence.Line line, LoadUnit unit) {
        String beyond =
                PlanWords.beyond(line, unit).map(said -> " (" + said + ")").orElse("");
        return (line.isMetByDaysAlone() ? mark(Adherence.Verdict.MORE) : mark(line.verdict())) + beyond;
    }

    private static String mark(Adherence.Verdict verdict) {
        return switch (verdict) {
            case MET -> " ✓";
            case MORE -> " +";
            case LESS -> " –";
            case IN_PART, GOES_ON, PART_OF_A_WEEK -> "";
        };
    }

    private static String days(PrescribedWork work) {
        return work.timesAWeekLeast() == work.timesAWeekMost()
                ? String.valueOf(work.timesAWeekMost())
                : work.timesAWeekLeast() + "–" + work.timesAWeekMost();
    }

    private static String tempoAndHolds(Compliance compliance) {
        return compliance.holds().judged() > 0
                ? PlanWords.share(compliance.holds())
                : PlanWords.share(compliance.onTempo());
    }
}

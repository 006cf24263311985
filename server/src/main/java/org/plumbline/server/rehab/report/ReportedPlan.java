package org.plumbline.server.rehab.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.rehab.plan.Days;
import org.plumbline.server.rehab.plan.PlanWords;
import org.plumbline.server.rehab.plan.Prescription;
import org.plumbline.server.review.print.Block;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** The part of a report that says what was prescribed: each version that was in force on a day of it, with its days. */
final class ReportedPlan {
    private ReportedPlan() {}

    /**
     * A version and the days on which it was in force.
     *
     * @param until last of these, or null while it goes on
     */
    record InForce(
            Prescription version, LocalDate from, @Nullable LocalDate until) {
        private boolean isWithin(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (until == null || !(until.isBefore(first) || until.isBefore(from)));
        }
    }

    static void add(List<Block> blocks, List<Prescription> versions, LocalDate first, LocalDate last, LoadUnit unit) {
        blocks.add(new Block.Heading(Words.say("plan.prescribed")));
        List<List<String>> rows = inForce(versions, first, last).stream()
                .map(one -> row(one, unit))
                .toList();
        if (rows.isEmpty()) {
            blocks.add(new Block.Text(Words.say("report.adherence.none"), true));
            return;
        }
        blocks.add(new Block.Table(
                List.of(3f, 3f, 5f, 3f),
                List.of(
                        Words.say("plan.exercise"),
                        Words.say("report.dose"),
                        Words.say("report.how.column"),
                        Words.say("plan.phase")),
                rows));
    }

    /** Those of the versions that were in force on any of these days, by exercise, the earliest first. */
    static List<InForce> inForce(List<Prescription> versions, LocalDate first, LocalDate last) {
        return versions.stream().collect(Collectors.groupingBy(Prescription::series)).values().stream()
                .flatMap(series -> spans(series).stream())
                .filter(one -> one.isWithin(first, last))
                .sorted(Comparator.comparing(
                                (InForce one) -> one.version().work().exercise())
                        .thenComparing(InForce::from)
                        .thenComparing(one -> one.version().series(), Comparator.comparing(UUID::toString)))
                .toList();
    }

    private static List<InForce> spans(List<Prescription> series) {
        List<Prescription> inOrder = series.stream()
                .sorted(Comparator.comparingInt(Prescription::version))
                .toList();
        List<InForce> spans = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Prescription version = inOrder.get(i);
            if (!version.ended()) {
                spans.add(new InForce(
                        version, from(version), until(version, i + 1 < inOrder.size() ? inOrder.get(i + 1) : null)));
            }
        }
        return spans;
    }

    private static LocalDate from(Prescription version) {
        LocalDate written = Days.of(version.writtenAt());
        return version.version() == 1 || version.startsOn().isAfter(written) ? version.startsOn() : written;
    }

    /** A version that was written to end the prescription says its last day; any other takes the place of the one before it. */
    private static @Nullable LocalDate until(Prescription version, @Nullable Prescription next) {
        if (next == null) {
            return version.endsOn();
        }
        LocalDate replaced = next.ended() && next.endsOn() != null ? next.endsOn() : Days.of(next.writtenAt());
        @Nullable LocalDate planned = version.endsOn();
        return planned != null && planned.isBefore(replaced) ? planned : replaced;
    }

    private static List<String> row(InForce one, LoadUnit unit) {
        Prescription version = one.version();
        String exercise = FormWords.exercise(version.work().exercise());
        @Nullable LocalDate until = one.until();
        return List.of(
                until == null
                        ? Words.say("report.work.since", exercise, PlanWords.day(one.from()))
                        : Words.say("report.work.span", exercise, PlanWords.day(one.from()), PlanWords.day(until)),
                PlanWords.dose(version.work()) + ", " + PlanWords.frequency(version.work()),
                PlanWords.how(version.work(), unit),
                Words.say("plan.phase." + version.phase().word())
                        + (version.phaseSignature() == null
                                ? ""
                                : " (" + PlanWords.signed(version.phaseSignature()) + ")"));
    }
}

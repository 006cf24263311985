package org.plumbline.server.rehab.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.rehab.plan.Adherence;
import org.plumbline.server.rehab.plan.AdherenceReading;
import org.plumbline.server.rehab.plan.Checklist;
import org.plumbline.server.rehab.plan.Criterion;
import org.plumbline.server.rehab.plan.Days;
import org.plumbline.server.rehab.plan.DoneSet;
import org.plumbline.server.rehab.plan.MotionTest;
import org.plumbline.server.rehab.plan.MotionTests;
import org.plumbline.server.rehab.plan.PainDose;
import org.plumbline.server.rehab.plan.PatientFile;
import org.plumbline.server.rehab.plan.PatientNews;
import org.plumbline.server.rehab.plan.PatientSets;
import org.plumbline.server.rehab.plan.PlanWords;
import org.plumbline.server.rehab.plan.Prescriptions;
import org.plumbline.server.rehab.plan.Restrictions;
import org.plumbline.server.rehab.plan.SessionResponse;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.print.Block;
import org.plumbline.server.review.print.ReportPdf;
import org.plumbline.server.training.CountedSets;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** Puts together the report of a person's plan. What is not shared with its author is not in it, and it says so. */
@Service
class Reports {
    private final PatientFile file;
    private final Prescriptions prescriptions;
    private final Restrictions restrictions;
    private final AdherenceReading adherence;
    private final MotionTests tests;
    private final Checklist checklist;
    private final PatientSets sets;
    private final PatientNews news;
    private final ReportedSets lifted;
    private final Days days;

    Reports(
            PatientFile file,
            Prescriptions prescriptions,
            Restrictions restrictions,
            AdherenceReading adherence,
            MotionTests tests,
            Checklist checklist,
            PatientSets sets,
            PatientNews news,
            ReportedSets lifted,
            Days days) {
        this.file = file;
        this.prescriptions = prescriptions;
        this.restrictions = restrictions;
        this.adherence = adherence;
        this.tests = tests;
        this.checklist = checklist;
        this.sets = sets;
        this.news = news;
        this.lifted = lifted;
        this.days = days;
    }

    /**
     * What its author may see beside the plan.
     *
     * @param pain whether pain is shared
     * @param form whether sets are shared
     */
    record Sight(boolean pain, boolean form) {}

    byte[] pdf(Person author, Person patient, ReportRequest request, Sight sight) throws IOException {
        List<Block> blocks = new ArrayList<>();
        LoadUnit unit = author.loadUnit();
        Adherence kept = adherence.of(patient, request.from(), request.to());
        // whole weeks, as adherence counts them
        LocalDate first = kept.weeks().get(0).monday();
        List<DoneSet> done = doneIn(patient, first, request.to());
        Optional<TrainingSet> shown = sight.form() ? lifted.representative(done) : Optional.empty();
        identity(blocks, author, patient, request);
        news(blocks, patient, request, unit, sight);
        ReportedPlan.add(blocks, prescriptions.versions(patient.id()), first, request.to(), unit);
        restrictions(blocks, patient);
        ReportedAdherence.add(blocks, kept, unit);
        ReportedMotion.add(blocks, tests.of(patient.id()), request.to());
        pain(blocks, patient, request, unit, sight);
        ReportedSets.Lifted all = new ReportedSets.Lifted(
                done, adherence.told(patient.id(), done), kept.compliance().withinLimits());
        lifted.repetitions(blocks, author, shown, all, sight);
        lifted.flags(blocks, all, sight);
        back(blocks, patient, request);
        if (request.note() != null) {
            blocks.add(new Block.Heading(Words.say("report.notes")));
            blocks.add(new Block.Text(request.note(), false));
        }
        method(blocks, shown, tests.of(patient.id()));
        blocks.add(new Block.SignatureLine(
                Words.say("report.signature", author.name()), Words.say("report.signature.date")));
        return ReportPdf.of(
                Words.say("report.title", patient.name()),
                Words.say("report.foot", patient.name(), period(request)),
                blocks);
    }

    /** First of all, so that nobody turns a page to learn of it. */
    private void news(List<Block> blocks, Person patient, ReportRequest request, LoadUnit unit, Sight sight) {
        List<String> said = news.of(patient, sight.pain(), unit, request.from(), request.to());
        if (said.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(Words.say("report.news")));
        // all of it: not every line stands further down
        said.forEach(line -> blocks.add(new Block.Text(line, false)));
    }

    private static String period(ReportRequest request) {
        return Words.say("report.period", PlanWords.day(request.from()), PlanWords.day(request.to()));
    }

    private List<DoneSet> doneIn(Person patient, LocalDate from, LocalDate to) {
        Set<String> exercises = prescriptions.versions(patient.id()).stream()
                .map(version -> version.work().exercise())
                .collect(Collectors.toSet());
        return sets.judged(patient.id(), from, exercises).stream()
                .filter(set -> exercises.contains(set.exercise()) && !set.day().isAfter(to))
                .filter(set -> CountedSets.counts(patient, set.simulated()))
                .toList();
    }

    private void identity(List<Block> blocks, Person author, Person patient, ReportRequest request) {
        blocks.add(new Block.Text(
                Words.say("report.identity", period(request), author.name(), PlanWords.day(days.today())), false));
        if (patient.sample()) {
            blocks.add(new Block.Text(Words.say("report.sample"), false));
        }
        file.statement(patient.id()).ifPresent(statement -> {
            blocks.add(new Block.Text(statement.content(), false));
            blocks.add(new Block.Text(Words.say("report.statement.by", PlanWords.signed(statement.by())), true));
        });
    }

    private void restrictions(List<Block> blocks, Person patient) {
        restrictions
                .on(patient.id(), days.today())
                .forEach(one -> blocks.add(new Block.Text(
                        Words.say("report.restriction", one.what(), one.reason(), PlanWords.day(one.reviewOn())),
                        false)));
    }

    private void pain(List<Block> blocks, Person patient, ReportRequest request, LoadUnit unit, Sight sight) {
        blocks.add(new Block.Heading(Words.say("plan.response.title")));
        if (!sight.pain()) {
            blocks.add(new Block.Text(Words.say("report.pain.not.shared"), true));
            return;
        }
        List<SessionResponse> responses = adherence.responses(patient, request.from(), request.to());
        boolean said = responses.stream()
                .anyMatch(one ->
                        one.before() != null || one.during() != null || one.after() != null || one.nextDay() != null);
        if (said) {
            blocks.add(new Block.Figure(
                    PainDose.chart(responses, unit, ChartTheme.PRINT, ChartSize.WIDE),
                    Words.say("report.pain.caption")));
        } else {
            blocks.add(new Block.Text(
                    adherence.noted(patient, request.from(), request.to()).words(), true));
        }
    }

    private void back(List<Block> blocks, Person patient, ReportRequest request) {
        List<Criterion> criteria = checklist.of(patient.id());
        LocalDate to = request.to();
        if (!criteria.isEmpty()) {
            blocks.add(new Block.Heading(Words.say("plan.checklist.title")));
            List<List<String>> rows = new ArrayList<>();
            for (Criterion criterion : criteria) {
                Criterion.@Nullable Signed standing = criterion.standing();
                rows.add(List.of(
                        criterion.criterion(),
                        standing == null ? Words.say("plan.criterion.open") : PlanWords.signed(standing.by())));
            }
            blocks.add(new Block.Table(
                    List.of(6f, 3f), List.of(Words.say("report.criterion"), Words.say("report.signed")), rows));
        }
        file.clearances(patient.id()).stream()
                .filter(one -> one.standsOn(to))
                .forEach(one -> blocks.add(new Block.Text(
                        Words.say("plan.clearance.line", one.scope(), one.givenBy(), PlanWords.day(one.givenOn()))
                                + (one.expiresOn() == null
                                        ? ""
                                        : ", " + Words.say("plan.until", PlanWords.day(one.expiresOn()))),
                        false)));
    }

    private void method(List<Block> blocks, Optional<TrainingSet> shown, List<MotionTest> motion) {
        blocks.add(new Block.Heading(Words.say("report.method")));
        shown.flatMap(lifted::sensors)
                .or(() -> motion.stream()
                        .findFirst()
                        .map(test -> Words.say("plan.motion.sensors", test.placement(), test.algorithm())))
                .ifPresent(text -> blocks.add(new Block.Text(text, false)));
        blocks.add(new Block.Text(Words.say("report.method.text"), true));
        blocks.add(new Block.Text(
                Words.say(
                        "report.error.text",
                        Math.round(Metric.LUMBAR_FLEXION_RANGE.minimalDetectableChange()),
                        Math.round(Metric.TRUNK_INCLINATION_RANGE.minimalDetectableChange())),
                true));
        blocks.add(new Block.Text(Words.say("report.purpose.text"), true));
    }
}

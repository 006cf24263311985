package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/**
 * {@link PlanWords} for templates, in the unit of who reads.
 *
 * @param unit unit of loads
 */
public record PlanSay(LoadUnit unit) {
    public String exercise(String name) {
        return FormWords.exercise(name);
    }

    public String metric(Metric metric) {
        String name = FormWords.metric(metric.jsonName());
        return metric.unit().isEmpty() ? name : name + ", " + FormWords.symbol(metric.unit());
    }

    /** The same of a metric that is to be limited, with what it takes to measure it. */
    public String limited(Metric metric) {
        return metric.needsTwoSensors() ? Words.say("plan.limit.two-sensors", metric(metric)) : metric(metric);
    }

    public String dose(PrescribedWork work) {
        return PlanWords.dose(work);
    }

    public String frequency(PrescribedWork work) {
        return PlanWords.frequency(work);
    }

    public String daysDone(Adherence.Line line) {
        return PlanWords.daysDone(line);
    }

    public String verdict(Adherence.Line line) {
        return PlanWords.verdict(line, unit);
    }

    public String done(Adherence.Day day) {
        return PlanWords.done(day, unit);
    }

    public String how(PrescribedWork work) {
        return PlanWords.how(work, unit);
    }

    public String askedBefore(Restriction restriction) {
        return PlanWords.askedBefore(restriction);
    }

    public String cap(PrescribedWork work) {
        return PlanWords.cap(work, unit);
    }

    public String tempo(PrescribedWork work) {
        return PlanWords.tempo(work);
    }

    public List<String> limits(PrescribedWork work) {
        return PlanWords.limits(work);
    }

    public boolean isHeld(PrescribedWork work) {
        return ExerciseProfile.isHold(work.exercise());
    }

    /** A load cap as a form has it, or null. */
    public @Nullable String capNumber(PrescribedWork work) {
        return work.loadCapKg() == null
                ? null
                : PlanWords.number(PrescriptionForm.rounded(unit.fromKg(work.loadCapKg())));
    }

    public String load(@Nullable Double loadKg) {
        return loadKg == null ? "–" : unit.format(loadKg);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : PlanWords.day(day);
    }

    public String moment(Instant instant) {
        return PlanWords.moment(instant);
    }

    public String when(Instant instant) {
        return PlanWords.day(Days.of(instant));
    }

    public String who(@Nullable String name) {
        return PlanWords.who(name);
    }

    public String signed(Signature signature) {
        return PlanWords.signed(signature);
    }

    public String share(Share share) {
        return PlanWords.share(share);
    }

    public String number(@Nullable Double value) {
        return value == null ? "–" : PlanWords.number(value);
    }
}

package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNoise;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.web.ReadBack;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/**
 * What a therapist should know of a limit before they prescribe it: that it lies within the noise of the sensors around what is usual
 * for the person, or that a lower limit holds already. Whoever has read it may prescribe it all the same.
 */
@Component
class LimitRemarks {
    /** The field in which a therapist says that they have read it. */
    static final String CONFIRMED = "limitsConfirmed";

    private final PatientDoor door;
    private final LimitNoise noise;
    private final PersonalLimits limits;

    LimitRemarks(PatientDoor door, LimitNoise noise, PersonalLimits limits) {
        this.door = door;
        this.noise = noise;
        this.limits = limits;
    }

    /**
     * Ends the request where there is something to know of a limit that is new or changed. It rests on the person's sets: to whom they
     * are not shared nothing is said.
     *
     * @param before what was prescribed until now, or null
     * @param confirmed what the therapist gives back of what they have read, or null
     */
    void check(
            Person me,
            Person patient,
            PrescribedWork work,
            @Nullable PrescribedWork before,
            @Nullable String confirmed) {
        Map<Metric, Double> changed = new TreeMap<>(work.limits());
        if (before != null) {
            changed.entrySet().removeAll(before.limits().entrySet());
        }
        if (changed.isEmpty() || !door.seesForm(me, patient.id())) {
            return;
        }
        List<String> remarks = new ArrayList<>(noise.remarks(patient, work.exercise(), changed));
        if (!remarks.isEmpty()) {
            remarks.add(Words.say("plan.limits.noise.stop"));
        }
        remarks.addAll(looser(
                changed,
                limits.of(patient.id(), work.exercise()).orElseGet(() -> PersonalLimits.defaults(work.exercise())),
                limits.standing(patient.id(), work.exercise())));
        String said = String.join(" ", remarks);
        if (!remarks.isEmpty() && !answer(said).equals(confirmed)) {
            door.readForm(me, patient.id());
            throw new RefusedException(CONFIRMED, said);
        }
    }

    /** What a therapist gives back to say that they have read these remarks and no others; null where it was none that refused. */
    static @Nullable String answer(RefusedException refused) {
        return refused.faults().stream()
                .filter(fault -> fault.field().equals(CONFIRMED))
                .findFirst()
                .map(fault -> answer(fault.message()))
                .orElse(null);
    }

    private static String answer(String said) {
        return ReadBack.of("read", said);
    }

    /** Limits above one from which a caution is given already: a limit that is prescribed raises none. */
    static List<String> looser(Map<Metric, Double> limits, FormLimits standing, List<PersonalLimit> personal) {
        List<String> remarks = new ArrayList<>();
        limits.forEach((metric, most) -> {
            for (FormRule rule : FormRule.values()) {
                FlagLevels levels = standing.of(rule);
                boolean ofMetric = rule.metric() == metric && rule.isOfItsMetricAlone();
                if (levels != null && ofMetric && most > levels.limitOf(2)) {
                    remarks.add(Words.say(
                            "plan.limits.looser",
                            FormWords.metric(metric.jsonName()),
                            FormWords.limit(most, metric.unit()),
                            FormWords.limit(levels.limitOf(2), metric.unit()),
                            by(rule, levels, personal)));
                    return;
                }
            }
        });
        return remarks;
    }

    private static String by(FormRule rule, FlagLevels levels, List<PersonalLimit> personal) {
        return levels.origin() == LimitOrigin.DEFAULT
                ? Words.say("plan.limits.by.default")
                : personal.stream()
                        .filter(limit -> limit.value().rule() == rule)
                        .max(Comparator.comparing(PersonalLimit::setAt))
                        .map(limit -> Words.say("plan.limits.by", PlanWords.who(limit.setBy())))
                        .orElseGet(() -> Words.say("plan.limits.by.default"));
    }
}

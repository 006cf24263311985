package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.CountedSets;
import org.plumbline.server.training.FormWords;
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

    /** How far back what is usual is looked for, days. */
    private static final int DAYS = 56;

    /** Repetitions from which a middle is given. */
    private static final int FEWEST = 3;

    private final PatientDoor door;
    private final PatientSets sets;
    private final PersonalLimits limits;
    private final Days days;

    LimitRemarks(PatientDoor door, PatientSets sets, PersonalLimits limits, Days days) {
        this.door = door;
        this.sets = sets;
        this.limits = limits;
        this.days = days;
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
        List<String> remarks = new ArrayList<>(noise(changed, usual(patient, work.exercise(), changed.keySet())));
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

    /** The middle repetition of the last weeks, by metric; none where there are too few. */
    private Map<Metric, Double> usual(Person patient, String exercise, Set<Metric> metrics) {
        List<DoneSet> done = sets.judged(patient.id(), days.today().minusDays(DAYS), Set.of(exercise)).stream()
                .filter(set -> set.exercise().equals(exercise) && CountedSets.counts(patient, set.simulated()))
                .toList();
        Map<Metric, Double> usual = new EnumMap<>(Metric.class);
        for (Metric metric : metrics) {
            double[] values = done.stream()
                    .flatMap(set -> set.results().stream())
                    .map(repetition -> repetition.metrics().get(metric.jsonName()))
                    .filter(value -> value != null && Double.isFinite(value))
                    .mapToDouble(Math::abs)
                    .toArray();
            if (values.length >= FEWEST) {
                usual.put(metric, new Median().evaluate(values));
            }
        }
        return usual;
    }

    /**
     * Limits that lie nearer to what is usual than the smallest change that can be told from noise, or below it; where nobody knows
     * what is usual, those that lie so near to none at all.
     */
    static List<String> noise(Map<Metric, Double> limits, Map<Metric, Double> usual) {
        List<String> remarks = new ArrayList<>();
        limits.forEach((metric, most) -> {
            Double middle = usual.get(metric);
            double change = metric.minimalDetectableChange();
            String name = FormWords.metric(metric.jsonName());
            String limit = FormWords.limit(most, metric.unit());
            if (middle == null) {
                if (most < change) {
                    remarks.add(Words.say(
                            "plan.limits.noise.unknown", name, limit, FormWords.limit(change, metric.unit())));
                }
                return;
            }
            double above = most - middle;
            String value = FormWords.amountAmong(middle, List.of(most), metric.unit());
            if (above < 0) {
                remarks.add(Words.say("plan.limits.below", name, limit, value));
            } else if (above < change) {
                remarks.add(Words.say(
                        "plan.limits.noise",
                        name,
                        limit,
                        value,
                        FormWords.amountAmong(above, List.of(0.0, change), metric.unit()),
                        FormWords.limit(change, metric.unit())));
            }
        });
        if (!remarks.isEmpty()) {
            remarks.add(Words.say("plan.limits.noise.follows"));
        }
        return remarks;
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

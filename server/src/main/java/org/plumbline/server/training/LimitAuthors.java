package org.plumbline.server.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.springframework.stereotype.Service;

/**
 * The limits a set is held to and who set them, as whoever reads may know them: what a plan prescribes is shared with the plan, and
 * with nothing else. Every page, chart and answer of a stored set takes them from here; a live set names nobody.
 */
@Service
public class LimitAuthors {
    private final PersonalLimits limits;
    private final PlannedSets planned;
    private final RecordAccess access;

    LimitAuthors(PersonalLimits limits, PlannedSets planned, RecordAccess access) {
        this.limits = limits;
        this.planned = planned;
        this.access = access;
    }

    /** The limits a set was held to, for whoever reads it. */
    public LimitNames of(TrainingSet set, Person reader) {
        FormLimits held = held(set);
        return seesPlan(reader, set.lifterId())
                ? new LimitNames(names(set), held)
                : LimitNames.unnamed(new FormLimits(held.levels(), Map.of(), held.singleTwistDeg()));
    }

    /** The limits a set was held to, for lists that name nobody: values are told apart from them, and none is shown. */
    public static LimitNames unnamed(TrainingSet set) {
        return LimitNames.unnamed(held(set));
    }

    /** The limits of a lifter who begins a set now, for a screen that others may watch: nobody is named there. */
    public LimitNames unnamed(UUID lifterId, String exercise) {
        return LimitNames.unnamed(limits.of(lifterId, exercise).orElseGet(() -> PersonalLimits.defaults(exercise)));
    }

    /** What had switched rules off as a set began: each with who did and why, as they said. */
    public List<PersonalLimit> switchedOff(TrainingSet set) {
        // who is held to the defaults had nothing set
        return set.knownForm().limits() == null ? List.of() : off(set);
    }

    /** The rules that were off for that in a set, as nothing else put them on again. */
    public List<FormRule> rulesOff(TrainingSet set) {
        return SwitchedOff.of(held(set), switchedOff(set));
    }

    private List<PersonalLimit> off(TrainingSet set) {
        return limits.history(set.lifterId(), set.exercise()).stream()
                .filter(limit -> limit.value().isOff() && limit.stoodAt(set.startedAt()))
                .toList();
    }

    /** Whether somebody may know what a plan prescribes. */
    public boolean seesPlan(Person reader, UUID lifterId) {
        return access.mayRead(reader, lifterId, RecordKind.REHAB);
    }

    private static FormLimits held(TrainingSet set) {
        return Objects.requireNonNullElseGet(set.knownForm().limits(), () -> PersonalLimits.defaults(set.exercise()));
    }

    private Map<String, String> names(TrainingSet set) {
        Map<String, String> names = new HashMap<>();
        if (set.source() == SetSource.UPLOAD) {
            // it may be of a day on which no set was begun here, so that the plan's limits were not set yet
            planned.then(set.lifterId(), set.exercise(), set.startedAt())
                    .filter(plan -> plan.by() != null)
                    .ifPresent(
                            plan -> plan.limits().keySet().forEach(metric -> names.put(metric.jsonName(), plan.by())));
        }
        for (PersonalLimit limit : limits.history(set.lifterId(), set.exercise())) {
            Metric metric = limit.value().metric();
            if (metric != null && limit.setBy() != null && limit.stoodAt(set.startedAt())) {
                names.put(metric.jsonName(), limit.setBy());
            }
        }
        return names;
    }
}

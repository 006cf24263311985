package org.plumbline.server.training;

import java.time.Instant;
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
    private final RecordAccess access;

    LimitAuthors(PersonalLimits limits, RecordAccess access) {
        this.limits = limits;
        this.access = access;
    }

    /** The limits a set was held to, for whoever reads it. */
    public LimitNames of(TrainingSet set, Person reader) {
        FormLimits held = held(set);
        return seesPlan(reader, set.lifterId())
                ? new LimitNames(names(set.lifterId(), set.exercise(), set.startedAt()), held)
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
                .filter(limit -> limit.value().isOff() && stood(limit, set.startedAt()))
                .toList();
    }

    private static boolean stood(PersonalLimit limit, Instant moment) {
        return !limit.setAt().isAfter(moment)
                && (limit.endedAt() == null || limit.endedAt().isAfter(moment));
    }

    /** Whether somebody may know what a plan prescribes. */
    public boolean seesPlan(Person reader, UUID lifterId) {
        return access.mayRead(reader, lifterId, RecordKind.REHAB);
    }

    private static FormLimits held(TrainingSet set) {
        return Objects.requireNonNullElseGet(set.knownForm().limits(), () -> PersonalLimits.defaults(set.exercise()));
    }

    private Map<String, String> names(UUID lifterId, String exercise, Instant moment) {
        Map<String, String> names = new HashMap<>();
        for (PersonalLimit limit : limits.history(lifterId, exercise)) {
            Metric metric = limit.value().metric();
            if (metric != null && limit.setBy() != null && stood(limit, moment)) {
                names.put(metric.jsonName(), limit.setBy());
            }
        }
        return names;
    }
}

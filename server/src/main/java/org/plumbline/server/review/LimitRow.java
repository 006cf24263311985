package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.SensorView;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.training.Capacity;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.PersonalLimit;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A rule of an exercise with its limits, in words.
 *
 * @param rule the rule
 * @param name what it looks at
 * @param sentence what that measures
 * @param unit unit of its numbers, as it is written
 * @param now limits that stand
 * @param usual limits where nobody sets any
 * @param by who set them, or null where they are the defaults
 * @param why why, as they said, or null where they did not or it is not the reader's to know
 * @param personal the person's own limit, which can be taken back, or null
 * @param off whether that one switches the rule off
 * @param stricter that a prescribed limit of the same metric is lower and holds, or null where none is
 * @param notice note from, or null
 * @param caution caution from, or null
 * @param stop stop suggested from, or null
 */
record LimitRow(
        FormRule rule,
        String name,
        String sentence,
        String unit,
        String now,
        String usual,
        @Nullable String by,
        @Nullable String why,
        @Nullable UUID personal,
        boolean off,
        @Nullable String stricter,
        @Nullable Double notice,
        @Nullable Double caution,
        @Nullable Double stop) {

    /**
     * The rules that hold for an exercise, or that somebody switched off for the person.
     *
     * @param plan whether the reader may know what a therapist says
     */
    static List<LimitRow> of(
            String exercise,
            FormLimits standing,
            List<PersonalLimit> personal,
            Capacity as,
            boolean plan,
            Moments moments) {
        FormLimits defaults = PersonalLimits.defaults(exercise);
        List<LimitRow> rows = new ArrayList<>();
        for (FormRule rule : FormRule.values()) {
            @Nullable FlagLevels now = standing.of(rule);
            @Nullable FlagLevels usual = defaults.of(rule);
            if ((now != null || usual != null) && rule != FormRule.TEMPO && rule != FormRule.FLEXION_WITH_TWIST) {
                rows.add(row(rule, standing, usual, stricter(rule, standing, plan), personal, as, plan, moments));
            }
        }
        return rows;
    }

    /** A prescribed limit raises nothing: of it and the caution of the rule the lower one holds. */
    static @Nullable String stricter(FormRule rule, FormLimits standing, boolean plan) {
        @Nullable Double most = standing.prescribed().get(rule.metric());
        if (most == null || !standing.prescribedHolds(rule)) {
            return null;
        }
        return plan
                ? Words.say(
                        "limits.stricter.plan",
                        FormWords.limit(most, rule.metric().unit()))
                : Words.say("limits.stricter");
    }

    /** Whether the lower limit of a metric is a prescribed one of which no row can say so: none is of that metric alone. */
    static boolean isStricterBesides(List<LimitRow> rows, FormLimits standing) {
        return standing.prescribed().keySet().stream()
                .anyMatch(metric -> rows.stream()
                        .map(LimitRow::rule)
                        .noneMatch(rule -> rule.metric() == metric && rule.isOfItsMetricAlone()));
    }

    private static LimitRow row(
            FormRule rule,
            FormLimits standing,
            @Nullable FlagLevels usual,
            @Nullable String stricter,
            List<PersonalLimit> personal,
            Capacity as,
            boolean plan,
            Moments moments) {
        @Nullable
        PersonalLimit own = personal.stream()
                .filter(limit -> limit.value().rule() == rule)
                .reduce((earlier, later) -> later)
                .orElse(null);
        String unit = rule.metric().unit();
        @Nullable FlagLevels now = standing.of(rule);
        return new LimitRow(
                rule,
                rule.isSeenBy(SensorView.TRUNK_AND_PELVIS)
                        ? FormWords.metric(rule.metric().jsonName())
                        : Words.say(
                                "limits.one-sensor",
                                FormWords.metric(rule.metric().jsonName())),
                FormWords.metricSentence(rule.metric().jsonName()),
                FormWords.symbol(unit),
                now == null ? Words.say("limits.off") : LimitWords.rule(rule, now, standing),
                usual == null ? Words.say("limits.none") : LimitWords.levels(usual, unit),
                own == null
                        ? null
                        : Words.say(
                                "limits.by",
                                own.setBy() == null ? Words.say("limits.somebody") : own.setBy(),
                                moments.say(own.setAt())),
                own == null ? null : why(own, plan),
                own != null && (own.setAs() == Capacity.THERAPIST) == (as == Capacity.THERAPIST) ? own.id() : null,
                own != null && own.value().isOff(),
                stricter,
                now == null ? null : level(now.notice()),
                now == null ? null : level(now.caution()),
                now == null ? null : level(now.stop()));
    }

    /** Why a limit was set; a therapist says so to those who may read the plan. */
    static @Nullable String why(PersonalLimit limit, boolean plan) {
        return plan || limit.setAs() != Capacity.THERAPIST ? limit.reason() : null;
    }

    /**
     * As what a person sets limits of a lifter.
     *
     * @param wished the word of the capacity, for who is coach and therapist; null for what they are, a coach first
     * @throws ResponseStatusException 400 where it is none of theirs
     */
    static Capacity capacity(Person me, Person lifter, @Nullable String wished) {
        List<Capacity> theirs = capacities(me, lifter);
        return wished == null
                ? theirs.get(0)
                : theirs.stream()
                        .filter(one -> one.word().equalsIgnoreCase(wished.strip()))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.BAD_REQUEST,
                                Words.say(
                                        "limits.as.refused",
                                        theirs.stream().map(Capacity::word).collect(Collectors.joining(", ")))));
    }

    private static List<Capacity> capacities(Person me, Person lifter) {
        if (me.id().equals(lifter.id())) {
            return List.of(Capacity.LIFTER);
        }
        List<Capacity> theirs = new ArrayList<>();
        if (me.is(Role.COACH)) {
            theirs.add(Capacity.COACH);
        }
        if (me.is(Role.THERAPIST) || theirs.isEmpty()) {
            theirs.add(Capacity.THERAPIST);
        }
        return theirs;
    }

    /** Whether a person has to say as what they set limits of a lifter. */
    static boolean isChoice(Person me, Person lifter) {
        return capacities(me, lifter).size() > 1;
    }

    private static @Nullable Double level(double value) {
        return Double.isNaN(value) ? null : value;
    }
}

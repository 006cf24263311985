package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;

/**
 * What a limit would have flagged, in words: the sum, then set by set the repetitions of which it would say something else.
 *
 * @param sum what it would have flagged, and what the one that stands did
 * @param stricter that a lower limit stands beside it and holds, or null where none does
 * @param sets the sets in which anything changes, the newest first
 */
record PreviewedLimit(String sum, @Nullable String stricter, List<InSet> sets) {
    /**
     * A set.
     *
     * @param when when it began
     * @param load load with its unit, or null where not said
     */
    record InSet(UUID id, String when, @Nullable String load, List<Line> lines) {}

    /**
     * A repetition.
     *
     * @param rep which it is
     * @param said what would change of it, flag by flag
     */
    record Line(int number, String rep, List<String> said) {}

    /** @param plan whether the reader may know what a therapist says */
    static PreviewedLimit of(
            LimitPreviews.Preview preview,
            LimitValue value,
            String exercise,
            boolean plan,
            LoadUnit unit,
            Moments moments) {
        boolean holds = ExerciseProfile.isHold(exercise);
        Map<UUID, InSet> sets = new LinkedHashMap<>();
        for (LimitPreviews.Repetition one : preview.repetitions()) {
            if (one.isChanged()) {
                sets.computeIfAbsent(
                                one.setId(),
                                id -> new InSet(
                                        id,
                                        moments.say(one.startedAt()),
                                        one.loadKg() == null ? null : unit.format(one.loadKg()),
                                        new ArrayList<>()))
                        .lines()
                        .add(line(one, holds));
            }
        }
        String sum = Words.say(
                "limits.preview", preview.flaggedAfter(), preview.repetitions().size(), preview.sets());
        return new PreviewedLimit(
                sum + " " + Words.say("limits.preview.before", preview.flaggedBefore()),
                stricter(value, preview.then(), plan),
                List.copyOf(sets.values()));
    }

    /** What holds in its place: loosened, it would else seem to do more than it does. */
    static @Nullable String stricter(LimitValue value, FormLimits then, boolean plan) {
        @Nullable FormRule rule = value.rule();
        @Nullable FlagLevels typed = value.levels();
        if (rule == null) {
            return null;
        }
        @Nullable String prescribed = LimitRow.stricter(rule, then, plan);
        if (prescribed != null) {
            return prescribed + " " + Words.say("limits.preview.stays");
        }
        @Nullable FlagLevels holds = then.of(rule);
        return typed == null
                        || holds == null
                        || IntStream.rangeClosed(1, 3).noneMatch(level -> holds.limitOf(level) < typed.limitOf(level))
                ? null
                : Words.say(
                        "limits.preview.lower",
                        LimitWords.levels(holds, rule.metric().unit()));
    }

    static Line line(LimitPreviews.Repetition one, boolean holds) {
        return new Line(
                one.number(),
                HoldWords.say(holds, "limits.preview.rep", one.number()),
                one.changes().stream()
                        .map(change -> Words.say(
                                "limits.preview.flag",
                                change.title(),
                                level(change.before(), holds),
                                level(change.after(), holds)))
                        .toList());
    }

    private static String level(int level, boolean holds) {
        return level == 0 ? Words.say("limits.preview.nothing") : FormWords.levelInLog(level, holds);
    }
}

package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitPreviews;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;

/**
 * What a limit would have flagged, in words: the sum, then set by set the repetitions of which it would say something else.
 *
 * @param sum what it would have flagged, and what the one that stands did
 * @param sets the sets in which anything changes, the newest first
 */
record PreviewedLimit(String sum, List<InSet> sets) {
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
     * @param said what would change of it
     * @param along what other flags would change with it, or null
     */
    record Line(int number, String said, @Nullable String along) {}

    static PreviewedLimit of(LimitPreviews.Preview preview, String exercise, LoadUnit unit, Moments moments) {
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
                sum + " " + Words.say("limits.preview.before", preview.flaggedBefore()), List.copyOf(sets.values()));
    }

    private static Line line(LimitPreviews.Repetition one, boolean holds) {
        String key = one.before().isEmpty() == one.after().isEmpty()
                ? "limits.preview.level"
                : one.after().isEmpty() ? "limits.preview.gone" : "limits.preview.new";
        return new Line(
                one.number(),
                Words.say(
                        key,
                        one.number(),
                        FormWords.levelInLog(one.levelBefore(), holds),
                        FormWords.levelInLog(one.levelAfter(), holds)),
                one.along().isEmpty() ? null : Words.say("limits.preview.along", String.join(", ", one.along())));
    }
}

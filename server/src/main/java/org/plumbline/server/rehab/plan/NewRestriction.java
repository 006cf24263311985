package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/**
 * A restriction about to be set.
 *
 * @param what what to leave out
 * @param reason why
 * @param exercise name of the exercise it speaks of, or null
 * @param startsOn first day
 * @param reviewOn day on which it ends or is to be reviewed
 * @param expires whether it ends by itself on that day
 */
public record NewRestriction(
        String what,
        String reason,
        @Nullable String exercise,
        LocalDate startsOn,
        LocalDate reviewOn,
        boolean expires) {
    static final int LONGEST_WHAT = 200;
    static final int LONGEST_REASON = 400;

    /** A restriction that nobody looks at for longer than this is forgotten, days. */
    private static final int LONGEST_DAYS = 92;

    public NewRestriction {
        what = withoutLeaveOut(what);
        exercise = exercise == null ? null : ExerciseProfile.spelled(exercise);
    }

    /** Every place that names it says before it that it is left out. */
    private static String withoutLeaveOut(String what) {
        String said = Words.say("plan.restriction.what.said") + " ";
        String typed = what.strip();
        if (typed.length() <= said.length() || !typed.regionMatches(true, 0, said, 0, said.length())) {
            return what;
        }
        String rest = typed.substring(said.length()).strip();
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }

    /** What cannot be set so; empty where all can. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Texts.check(faults, "what", what, LONGEST_WHAT);
        Texts.check(faults, "reason", reason, LONGEST_REASON);
        if (exercise != null && ExerciseProfile.ofName(exercise).isEmpty()) {
            faults.add(new Fault("exercise", Words.say("plan.fault.exercise")));
        }
        if (!reviewOn.isAfter(startsOn)) {
            faults.add(new Fault("reviewOn", Words.say("plan.fault.review.order")));
        } else if (reviewOn.isAfter(startsOn.plusDays(LONGEST_DAYS))) {
            faults.add(new Fault("reviewOn", Words.say("plan.fault.review.far", LONGEST_DAYS)));
        }
        return faults;
    }
}

package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/**
 * A step asked for, in words.
 *
 * @param id identity
 * @param series the prescription it is asked of
 * @param exercise name of the exercise
 * @param from what is prescribed now
 * @param to what is asked for
 * @param asked who asked, and when
 * @param wish what they said, or null
 * @param stuck why it cannot be approved as it stands, and what to do, or null where it can or is decided
 * @param state what became of it
 * @param decision who decided, and when, or null
 * @param reason why, or null
 */
record ProgressionView(
        UUID id,
        UUID series,
        String exercise,
        String from,
        String to,
        String asked,
        @Nullable String wish,
        @Nullable String stuck,
        Progression.State state,
        @Nullable String decision,
        @Nullable String reason) {
    static ProgressionView of(Progression asked, List<Prescription> newest, LoadUnit unit, LocalDate today) {
        @Nullable
        Prescription standing = newest.stream()
                .filter(one -> one.series().equals(asked.series()))
                .findFirst()
                .orElse(null);
        @Nullable PrescribedWork work = standing == null ? null : standing.work();
        return new ProgressionView(
                asked.id(),
                asked.series(),
                work == null ? "" : FormWords.exercise(work.exercise()),
                work == null ? "" : join(PlanWords.dose(work), PlanWords.cap(work, unit)),
                standing == null ? "" : step(asked.work(standing), unit),
                PlanWords.signed(new Signature(asked.askedBy(), asked.askedAt())),
                asked.wish(),
                standing == null ? null : stuck(asked, standing, today),
                asked.state(),
                asked.decision() == null ? null : PlanWords.signed(asked.decision()),
                asked.decisionReason());
    }

    /** An approval is of what was asked for of one version, and of no other. */
    private static @Nullable String stuck(Progression asked, Prescription standing, LocalDate today) {
        if (asked.state() != Progression.State.OPEN) {
            return null;
        }
        if (standing.isEnded(today)) {
            return Words.say("plan.progression.ended");
        }
        if (standing.version() != asked.version()) {
            return Words.say(
                    "plan.progression.moved",
                    standing.version(),
                    PlanWords.who(standing.therapist()),
                    PlanWords.moment(standing.writtenAt()));
        }
        List<Fault> faults = asked.work(standing).faults();
        return faults.isEmpty()
                ? null
                : Words.say("plan.progression.unfit", faults.get(0).message());
    }

    private static String step(PrescribedWork work, LoadUnit unit) {
        return join(PlanWords.dose(work), PlanWords.cap(work, unit));
    }

    private static String join(String dose, String cap) {
        return cap.isEmpty() ? dose : dose + ", " + cap;
    }
}

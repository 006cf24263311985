package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.FormWords;

/**
 * A step asked for, in words.
 *
 * @param id identity
 * @param exercise name of the exercise
 * @param from what is prescribed now
 * @param to what is asked for
 * @param asked who asked, and when
 * @param wish what they said, or null
 * @param state what became of it
 * @param decision who decided, and when, or null
 * @param reason why, or null
 */
record ProgressionView(
        UUID id,
        String exercise,
        String from,
        String to,
        String asked,
        @Nullable String wish,
        Progression.State state,
        @Nullable String decision,
        @Nullable String reason) {
    static ProgressionView of(Progression asked, List<Prescription> newest, LoadUnit unit) {
        @Nullable
        PrescribedWork work = newest.stream()
                .filter(one -> one.series().equals(asked.series()))
                .map(Prescription::work)
                .findFirst()
                .orElse(null);
        return new ProgressionView(
                asked.id(),
                work == null ? "" : FormWords.exercise(work.exercise()),
                work == null ? "" : join(PlanWords.dose(work), PlanWords.cap(work, unit)),
                work == null
                        ? ""
                        : step(work.dosed(asked.sets(), asked.repetitions(), asked.holdS(), asked.loadCapKg()), unit),
                PlanWords.signed(new Signature(asked.askedBy(), asked.askedAt())),
                asked.wish(),
                asked.state(),
                asked.decision() == null ? null : PlanWords.signed(asked.decision()),
                asked.decisionReason());
    }

    private static String step(PrescribedWork work, LoadUnit unit) {
        return join(PlanWords.dose(work), PlanWords.cap(work, unit));
    }

    private static String join(String dose, String cap) {
        return cap.isEmpty() ? dose : dose + ", " + cap;
    }
}

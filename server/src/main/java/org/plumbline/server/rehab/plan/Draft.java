package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/**
 * A version of a prescription about to be written.
 *
 * @param work what is to be done
 * @param phase whether somebody stands by
 * @param signed whether the therapist signs that the person goes on alone; needed as the phase becomes independent
 * @param startsOn first day
 * @param endsOn last day, or null while it goes on
 */
public record Draft(
        PrescribedWork work,
        Phase phase,
        boolean signed,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {
    List<Fault> faults(boolean alreadySigned) {
        List<Fault> faults = new ArrayList<>(work.faults());
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            faults.add(new Fault("endsOn", Words.say("plan.fault.end.order")));
        }
        if (phase == Phase.INDEPENDENT && !signed && !alreadySigned) {
            faults.add(new Fault("phaseSigned", Words.say("plan.fault.sign")));
        }
        return faults;
    }

    /** Whether the same exercise would be prescribed twice on some day. */
    boolean overlaps(Prescription one) {
        return one.work().exercise().equals(work.exercise())
                && !one.isOver(startsOn)
                && (endsOn == null || !one.startsOn().isAfter(endsOn));
    }
}

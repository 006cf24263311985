package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.server.training.PlannedWork;

/**
 * A set with what was told as it was begun.
 *
 * @param set the set
 * @param work what was prescribed then
 */
record Told(DoneSet set, PrescribedWork work) {
    /** Sets with what was told as they were begun; those of which nothing was are left out. */
    static List<Told> of(List<Prescription> versions, List<DoneSet> sets) {
        List<Told> told = new ArrayList<>();
        for (DoneSet set : sets) {
            Prescription asBegun = Adherence.inForce(versions, set);
            if (asBegun != null) {
                told.add(new Told(set, asBegun.work()));
            }
        }
        return told;
    }

    boolean isAboveCap() {
        return PlannedWork.isAbove(set.loadKg(), work.loadCapKg());
    }
}

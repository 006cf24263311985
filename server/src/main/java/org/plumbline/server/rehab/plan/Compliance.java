package org.plumbline.server.rehab.plan;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.server.training.PlannedWork;

/**
 * How the repetitions of sets compare with what was prescribed for them. What could not be measured is not counted as kept.
 *
 * @param withinLimits repetitions inside every limit
 * @param onTempo repetitions at the prescribed tempo
 * @param holds holds held long enough
 * @param setsAboveCap sets with more load than the cap
 */
public record Compliance(Share withinLimits, Share onTempo, Share holds, int setsAboveCap) {
    static final Compliance NONE = new Compliance(Share.NOTHING, Share.NOTHING, Share.NOTHING, 0);

    /** A way that a hold's begin and end are found to, s: the detectable change of its duration. */
    private static final double HOLD_TOLERANCE_S = Metric.HOLD_DURATION.minimalDetectableChange();

    /** How the repetitions of one set compare. */
    public static Compliance of(PrescribedWork work, DoneSet set) {
        Compliance found = new Compliance(
                Share.NOTHING,
                Share.NOTHING,
                Share.NOTHING,
                PlannedWork.isAbove(set.loadKg(), work.loadCapKg()) ? 1 : 0);
        for (AnalysisResult.Repetition repetition : set.results()) {
            found = found.plus(
                    new Compliance(limits(work, repetition), tempo(work, repetition), hold(work, repetition), 0));
        }
        return found;
    }

    private static Share limits(PrescribedWork work, AnalysisResult.Repetition repetition) {
        if (work.limits().isEmpty()) {
            return Share.NOTHING;
        }
        boolean assessed = true;
        for (var limit : work.limits().entrySet()) {
            Double value = repetition.metrics().get(limit.getKey().jsonName());
            if (value == null) {
                assessed = false;
            } else if (Math.abs(value) > limit.getValue()) {
                // beyond one of them is beyond, whatever is not known of the others
                return new Share(0, 1);
            }
        }
        return assessed ? new Share(1, 1) : Share.NOTHING;
    }

    /** Judged against the durations themselves: a set that was told no tempo raises no flag of it. */
    private static Share tempo(PrescribedWork work, AnalysisResult.Repetition repetition) {
        Tempo tempo = work.tempo();
        if (tempo.isFree() || work.isHold()) {
            return Share.NOTHING;
        }
        Share parts = part(tempo.downS(), repetition, Metric.ECCENTRIC_DURATION)
                .plus(part(tempo.pauseS(), repetition, Metric.BOTTOM_DURATION))
                .plus(part(tempo.upS(), repetition, Metric.CONCENTRIC_DURATION));
        return parts.judged() == 0 ? Share.NOTHING : new Share(parts.kept() == parts.judged() ? 1 : 0, 1);
    }

    private static Share part(@Nullable Double targetS, AnalysisResult.Repetition repetition, Metric duration) {
        Double tookS = repetition.metrics().get(duration.jsonName());
        if (targetS == null || tookS == null) {
            return Share.NOTHING;
        }
        double toleranceS = Math.max(TempoTarget.TOLERANCE_S, TempoTarget.TOLERANCE_SHARE * targetS);
        return new Share(Math.abs(tookS - targetS) <= toleranceS ? 1 : 0, 1);
    }

    private static Share hold(PrescribedWork work, AnalysisResult.Repetition repetition) {
        Double held = repetition.metrics().get(Metric.HOLD_DURATION.jsonName());
        if (work.holdS() == null || held == null) {
            return Share.NOTHING;
        }
        return new Share(held >= work.holdS() - HOLD_TOLERANCE_S ? 1 : 0, 1);
    }

    Compliance plus(Compliance other) {
        return new Compliance(
                withinLimits.plus(other.withinLimits),
                onTempo.plus(other.onTempo),
                holds.plus(other.holds),
                setsAboveCap + other.setsAboveCap);
    }
}

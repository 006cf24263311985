package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which rules are watched as the bar moves, in the order in which they are said. */
final class LiveRules {
    /** Prescribed metrics that can be told as the bar moves. */
    private static final Set<Metric> PRESCRIBED = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.FLEXION_GAIN_LOADED,
            Metric.AXIAL_ROTATION_RANGE,
            Metric.LATERAL_BEND_RANGE,
            Metric.LOCKOUT_EXTENSION,
            Metric.EARLY_TRUNK_PITCH,
            Metric.TUCK,
            Metric.TRUNK_INCLINATION_PEAK,
            Metric.TRUNK_TURN_RANGE);

    private LiveRules() {}

    static void add(FormBasis basis, LiveFlagListener listener, List<LiveRule> into) {
        EvidenceGrading grading = new EvidenceGrading(basis);
        FormLimits limits = basis.limits();
        for (Metric metric : limits.prescribed().keySet()) {
            boolean seen = basis.view() == SensorView.TRUNK_AND_PELVIS || !metric.needsTwoSensors();
            if (PRESCRIBED.contains(metric) && seen && isKnown(metric, basis)) {
                PersonalRule rule =
                        PersonalRule.of(FlagName.REHAB_LIMIT, metric, limits.levelsOfPrescribed(metric), basis);
                into.add(new LiveRule(rule, Double.NaN, 1, degree(metric, basis), grading, listener));
            }
        }
        SetReference nothingYet = new SetReference();
        for (FormRule rule : FormRule.values()) {
            FlagLevels levels = RuleLevels.of(rule, basis, nothingYet);
            if (levels != null && rule.isLive() && rule.isSeenBy(basis.view()) && isKnown(rule.metric(), basis)) {
                // seven tenths of the largest flexion is how most people lift, and one slower pull is nothing to speak
                // of
                boolean common = rule == FormRule.DEEP_FLEXION || rule == FormRule.SPEED_LOSS;
                int firstLevel = common ? 2 : 1;
                double single = rule == FormRule.TWIST ? limits.singleTwistDeg() : Double.NaN;
                PersonalRule personal = PersonalRule.of(rule, levels, basis);
                into.add(new LiveRule(personal, single, firstLevel, degree(rule.metric(), basis), grading, listener));
            }
        }
    }

    /** How far from neutral a posture is, is not said where neutral is hardly known. */
    private static boolean isKnown(Metric metric, FormBasis basis) {
        return basis.knowsNeutral() || !metric.restsOnNeutral();
    }

    /** What a degree is in the unit of the metric. */
    private static double degree(Metric metric, FormBasis basis) {
        boolean share = metric == Metric.PERCENT_OF_MAX_FLEXION && !Double.isNaN(basis.maxFlexionDeg());
        return share ? 100 / basis.maxFlexionDeg() : 1;
    }
}

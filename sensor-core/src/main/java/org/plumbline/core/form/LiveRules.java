package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that are watched as the bar moves, or as a posture is held, in the order in which they are said. Allocates only when a
 * limit is passed.
 */
final class LiveRules {
    /** Prescribed metrics that can be told as the bar moves. */
    private static final Set<Metric> OF_MOVEMENTS = EnumSet.of(
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

    private static final Set<Metric> OF_HOLDS = EnumSet.of(Metric.HOLD_SAG, Metric.AXIAL_ROTATION_RANGE);

    private static final int HIGHEST_LEVEL = 3;

    private final FormBasis basis;
    private final EvidenceGrading grading;
    private final LiveFlagListener listener;
    private final List<LiveRule> rules = new ArrayList<>();
    private int highestSpeedLevel = 1;

    private LiveRules(FormBasis basis, LiveFlagListener listener) {
        this.basis = basis;
        this.listener = listener;
        grading = new EvidenceGrading(basis);
    }

    /** Those of a movement. */
    static LiveRules ofMovement(FormBasis basis, LiveFlagListener listener) {
        LiveRules rules = new LiveRules(basis, listener);
        rules.addPrescribed(OF_MOVEMENTS);
        for (FormRule rule : FormRule.values()) {
            if (rule.isLive()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Those of a posture that is held. */
    static LiveRules ofHold(FormBasis basis, LiveFlagListener listener) {
        LiveRules rules = new LiveRules(basis, listener);
        rules.addPrescribed(OF_HOLDS);
        rules.add(FormRule.HOLD_SAG);
        rules.add(FormRule.TWIST);
        return rules;
    }

    private void addPrescribed(Set<Metric> told) {
        FormLimits limits = basis.limits();
        for (Metric metric : limits.prescribed().keySet()) {
            boolean seen = basis.view() == SensorView.TRUNK_AND_PELVIS || !metric.needsTwoSensors();
            if (told.contains(metric) && seen && isKnown(metric)) {
                add(
                        PersonalRule.of(FlagName.REHAB_LIMIT, metric, limits.levelsOfPrescribed(metric), basis),
                        Double.NaN,
                        1);
            }
        }
    }

    private void add(FormRule rule) {
        FlagLevels levels = RuleLevels.of(rule, basis, new SetReference());
        if (levels != null && rule.isSeenBy(basis.view()) && isKnown(rule.metric())) {
            // seven tenths of the largest flexion is how most people lift, and one slower pull is nothing to speak of
            boolean common = rule == FormRule.DEEP_FLEXION || rule == FormRule.SPEED_LOSS;
            double single = rule == FormRule.TWIST ? basis.limits().singleTwistDeg() : Double.NaN;
            add(PersonalRule.of(rule, levels, basis), single, common ? 2 : 1);
        }
    }

    private void add(PersonalRule rule, double largeByItself, int firstLevel) {
        rules.add(new LiveRule(rule, largeByItself, firstLevel, degree(rule.metric()), grading, listener));
    }

    /** How far from neutral a posture is, is not said where neutral is hardly known. */
    private boolean isKnown(Metric metric) {
        return basis.knowsNeutral() || !metric.restsOnNeutral();
    }

    /** What a degree is in the unit of the metric. */
    private double degree(Metric metric) {
        boolean share = metric == Metric.PERCENT_OF_MAX_FLEXION && !Double.isNaN(basis.maxFlexionDeg());
        return share ? 100 / basis.maxFlexionDeg() : 1;
    }

    /** A new set begins: what was said in the one before is said anew, and nobody is judged by its speed. */
    void beginSet() {
        highestSpeedLevel = 0;
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).beginSet();
        }
    }

    void beginRepetition() {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).beginRepetition();
        }
    }

    /** The highest level that the loss of speed can have next. */
    void expectSpeedLevel(int highest) {
        highestSpeedLevel = highest;
    }

    /** Looks at what is seen at that time. */
    void see(LiveReading now, double timeS) {
        for (int i = 0; i < rules.size(); i++) {
            LiveRule rule = rules.get(i);
            int highest = rule.metric() == Metric.TRUNK_SPEED_LOSS ? highestSpeedLevel : HIGHEST_LEVEL;
            rule.see(now.value(rule.metric()), now.sigma(rule.metric()), highest, timeS);
        }
    }
}

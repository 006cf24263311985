package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.Set;

/**
 * The table of rules: which flag looks at which metric, with which sensors, and when. The numbers to it are in
 * {@link FormLimits}, under the name of the rule. What stands higher is said first where two flags of one level come together.
 */
public enum FormRule {
    /** F1. */
    ROUNDING(FlagName.ROUNDING_UNDER_LOAD, Metric.FLEXION_GAIN_LOADED, Recurrence.STOP_WHEN_RUNNING, Views.SPINE, true),
    /** F14; overhead press and glute bridge too. */
    LOCKOUT_EXTENSION(FlagName.LOCKOUT_EXTENSION, Metric.LOCKOUT_EXTENSION, Recurrence.EACH, Views.SPINE, true),
    /** F2. */
    DEEP_FLEXION(FlagName.DEEP_FLEXION, Metric.PERCENT_OF_MAX_FLEXION, Recurrence.EACH, Views.SPINE, true),
    /** F5, squat. Not live: where it begins is known only once the depth of the repetition is. */
    NEUTRAL_LOST(FlagName.NEUTRAL_LOST, Metric.TUCK, Recurrence.EACH, Views.SPINE, false),
    /** F5 of an exercise that keeps the back as it is: lumbar flexion peak to peak (row, bird dog). */
    LUMBAR_MOVEMENT(FlagName.NEUTRAL_LOST, Metric.LUMBAR_FLEXION_RANGE, Recurrence.EACH, Views.SPINE, false),
    /** One-sensor mode, pelvis: tuck against the person's own. */
    PELVIC_TUCK(FlagName.PELVIC_TUCK, Metric.PELVIC_TUCK, Recurrence.EACH, Views.ONE, false),
    /** F15. */
    HIP_SHOOT(FlagName.HIP_SHOOT, Metric.EARLY_TRUNK_PITCH, Recurrence.EACH, Views.SPINE, true),
    /** F15 in one-sensor mode, thorax. */
    HIP_SHOOT_ONE_SENSOR(FlagName.HIP_SHOOT, Metric.EARLY_TRUNK_PITCH, Recurrence.EACH, Views.THORAX, true),
    /** F3. */
    FLEXION_DRIFT(FlagName.FLEXION_DRIFT, Metric.FLEXION_DRIFT, Recurrence.STOP_WHEN_RUNNING, Views.SPINE, false),
    /** F4. */
    BASELINE_DEVIATION(FlagName.BASELINE_DEVIATION, Metric.BASELINE_DEVIATION, Recurrence.EACH, Views.SPINE, false),
    /** One-sensor mode, thorax: departure from the approved course of the trunk. */
    TRUNK_DEVIATION(FlagName.TRUNK_DEVIATION, Metric.TRUNK_DEVIATION, Recurrence.EACH, Views.THORAX, false),
    /** Side plank: the held posture departs from its own first second. */
    HOLD_SAG(FlagName.TRUNK_DEVIATION, Metric.HOLD_SAG, Recurrence.EACH, Views.ANY, false),
    /** F6. */
    TWIST(FlagName.TWIST_UNDER_LOAD, Metric.AXIAL_ROTATION_RANGE, Recurrence.TWO_OF_THREE, Views.SPINE, true),
    /** One-sensor mode: the turn of the one segment there is. */
    TRUNK_TURN(FlagName.TWIST_UNDER_LOAD, Metric.TRUNK_TURN_RANGE, Recurrence.EACH, Views.ONE, true),
    /** F7. */
    SIDE_BEND(FlagName.SIDE_BEND, Metric.LATERAL_BEND_RANGE, Recurrence.EACH, Views.SPINE, true),
    /** F8: F2 and F6 in one repetition; the limit is that of the twist. */
    FLEXION_WITH_TWIST(
            FlagName.FLEXION_WITH_TWIST, Metric.AXIAL_ROTATION_RANGE, Recurrence.TWO_OF_THREE, Views.SPINE, false),
    /** F12: the index is over its limit where two channels of form are, or one twice running. */
    FORM_BREAKDOWN(FlagName.FORM_BREAKDOWN, Metric.FORM_DRIFT_INDEX, Recurrence.EACH, Views.SPINE, false),
    /** F11. */
    SPEED_LOSS(FlagName.SPEED_LOSS, Metric.TRUNK_SPEED_LOSS, Recurrence.STEP_BY_STEP, Views.ANY, true),
    /** F13. */
    RANGE_LOSS(FlagName.RANGE_LOSS, Metric.RANGE_LOSS, Recurrence.EACH, Views.ANY, false),
    /** F9 by the begin of the way up. */
    YANK(FlagName.MOMENTUM, Metric.YANK_INDEX, Recurrence.EACH, Views.ANY, false),
    /** F9 by smoothness. */
    JERKINESS(FlagName.MOMENTUM, Metric.SMOOTHNESS_LOSS, Recurrence.EACH, Views.ANY, false),
    /** F9 of an exercise whose trunk is to stay where it is (row). */
    TRUNK_SWING(FlagName.MOMENTUM, Metric.TRUNK_INCLINATION_RANGE, Recurrence.EACH, Views.ANY, false),
    /** F10; each phase with a target has its own metric, this one stands for all. */
    TEMPO(FlagName.TEMPO, Metric.CONCENTRIC_DURATION, Recurrence.EACH, Views.ANY, false);

    private static final class Views {
        static final Set<SensorView> SPINE = EnumSet.of(SensorView.TRUNK_AND_PELVIS);
        static final Set<SensorView> THORAX = EnumSet.of(SensorView.TRUNK_ONLY);
        static final Set<SensorView> ONE = EnumSet.of(SensorView.TRUNK_ONLY, SensorView.PELVIS_ONLY);
        static final Set<SensorView> ANY = EnumSet.allOf(SensorView.class);
    }

    private final FlagName flag;
    private final Metric metric;
    private final Recurrence recurrence;
    private final Set<SensorView> views;
    private final boolean live;

    FormRule(FlagName flag, Metric metric, Recurrence recurrence, Set<SensorView> views, boolean live) {
        this.flag = flag;
        this.metric = metric;
        this.recurrence = recurrence;
        this.views = views;
        this.live = live;
    }

    /** The flag it raises. */
    public FlagName flag() {
        return flag;
    }

    /** The metric it looks at. */
    public Metric metric() {
        return metric;
    }

    /** Whether sensors with this view can see the metric. */
    public boolean isSeenBy(SensorView view) {
        return views.contains(view);
    }

    /** Whether it is watched while the bar moves, and not only at the end of the repetition. */
    public boolean isLive() {
        return live;
    }

    /** Whether its flag says no more than that the metric is beyond its limit. */
    public boolean isOfItsMetricAlone() {
        return this != FLEXION_WITH_TWIST;
    }

    /** Whether its levels are counted from the lifter's usual, once that is known, and not from 0. */
    public boolean isCountedFromUsual() {
        return this == PELVIC_TUCK || this == NEUTRAL_LOST;
    }

    /** What the level of a repetition owes to the repetitions before. */
    public Recurrence recurrence() {
        return recurrence;
    }

    private boolean isOfThePull() {
        return this == ROUNDING || this == HIP_SHOOT || this == HIP_SHOOT_ONE_SENSOR || this == YANK;
    }

    /** Whether what a metric measures is a matter of the loaded phase and stands at bar break, whoever set its limit. */
    public static boolean isOfThePull(Metric metric) {
        for (FormRule rule : values()) {
            if (rule.metric == metric && rule.isOfThePull()) {
                return true;
            }
        }
        return false;
    }

    /** Place of a flag among those that come together: a lower one is said first. What a therapist prescribed comes first. */
    static int placeOf(FlagName flag) {
        for (FormRule rule : values()) {
            if (rule.flag == flag) {
                return rule.ordinal();
            }
        }
        return flag == FlagName.REHAB_LIMIT ? -1 : values().length;
    }

    /** Whether the flag says that a repetition has changed against the others of the set: such a flag is the set's too. */
    public boolean comparesWithTheSet() {
        return this == FLEXION_DRIFT || this == FORM_BREAKDOWN || this == SPEED_LOSS || this == RANGE_LOSS;
    }
}

package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.Set;
import org.plumbline.core.orientation.OrientationGrid;

/** A rule that is watched as the bar moves: what it has said in this repetition, and for how long more was to be said. */
final class LiveRule {
    /**
     * A limit must be passed for so long before it is said, positions of the grid: half of the catalogue's tenth of a second,
     * because a cue may take 150 ms in all. With it none was said in the simulated repetitions without a fault.
     */
    static final int DWELL_TICKS = OrientationGrid.RATE_HZ / 20;

    /** A level is left only this far below its limit (anti-nuisance rule of the catalogue), degrees or percent. */
    private static final double HYSTERESIS = 3;

    /** Ranges never shrink within a repetition, so their level cannot be left before the next. */
    private static final Set<Metric> RANGES =
            EnumSet.of(Metric.AXIAL_ROTATION_RANGE, Metric.LATERAL_BEND_RANGE, Metric.TRUNK_TURN_RANGE);

    private final PersonalRule rule;
    private final double largeByItself;
    private final int firstLevel;
    private final double hysteresis;
    private final EvidenceGrading grading;
    private final LiveFlagListener listener;
    private int said;
    private int active;
    private int reached;
    private int ticks;

    /**
     * @param largeByItself a value from which a caution need not recur; NaN where it never needs to
     * @param firstLevel lower levels are noted at the end of the repetition only
     */
    LiveRule(
            PersonalRule rule,
            double largeByItself,
            int firstLevel,
            double hysteresisShare,
            EvidenceGrading grading,
            LiveFlagListener listener) {
        this.rule = rule;
        this.largeByItself = largeByItself;
        this.firstLevel = firstLevel;
        this.grading = grading;
        this.listener = listener;
        hysteresis = HYSTERESIS * hysteresisShare;
    }

    Metric metric() {
        return rule.metric();
    }

    /** A new set begins: what was said in the one before is said anew. */
    void beginSet() {
        said = 0;
        active = 0;
        ticks = 0;
    }

    /** The next repetition begins; a level that has not been left since is not said again. A range begins anew with it. */
    void beginRepetition() {
        said = 0;
        active = RANGES.contains(rule.metric()) ? 0 : active;
        ticks = 0;
    }

    /** @param highest levels above this one are not said */
    void see(double value, double sigma, int highest, double timeS) {
        boolean assessed = !(sigma > rule.metric().minimalDetectableChange());
        int level = Math.min(highest, rule.levels().levelOf(value));
        if (level >= 2 && value < largeByItself) {
            level = 1;
        }
        if (active > 0 && !(value >= rule.levels().limitOf(active) - hysteresis)) {
            active = level;
        }
        ticks = level > Math.max(said, active) && level >= firstLevel && assessed ? ticks + 1 : 0;
        reached = ticks == 1 ? level : Math.min(reached, level);
        if (ticks >= DWELL_TICKS) {
            said = reached;
            active = reached;
            ticks = 0;
            listener.onFlag(rule.raise(
                    reached, value, timeS, limit -> grading.grade(rule, value, value - limit, sigma, false, false)));
        }
    }
}

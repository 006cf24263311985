package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * The form of one set, repetition by repetition: completes the metrics that need the repetitions before and raises the flags.
 * Allocates once a repetition.
 */
public final class SetForm {
    private static final double[] NO_COURSE = {};

    private final FormBasis basis;
    private final EvidenceGrading grading;
    private final SetReference reference = new SetReference();
    private final SetComparison comparison;
    private final FatigueMonitor fatigue;
    private final TempoRule tempo;
    private final Map<FormRule, RuleMemory> memories = new EnumMap<>(FormRule.class);
    private final Map<Metric, RuleMemory> prescribed = new EnumMap<>(Metric.class);
    private final Map<FlagName, FormFlag> ofTheSet = new LinkedHashMap<>();

    public SetForm(FormBasis basis) {
        this.basis = basis;
        grading = new EvidenceGrading(basis);
        comparison = new SetComparison(basis.baseline(), reference);
        fatigue = new FatigueMonitor(basis, reference);
        tempo = new TempoRule(basis);
        for (FormRule rule : FormRule.values()) {
            if (basis.limits().of(rule) != null && rule.isSeenBy(basis.view())) {
                memories.put(rule, new RuleMemory(rule.recurrence(), largeByItself(rule)));
            }
        }
        for (Metric metric : basis.limits().prescribed().keySet()) {
            prescribed.put(metric, new RuleMemory(Recurrence.STOP_WHEN_RUNNING, Double.NaN));
        }
    }

    /** Two sensors, and nothing known of the person. */
    public SetForm(FormLimits limits, CalibrationGrade calibration) {
        this(FormBasis.of(limits, calibration));
    }

    private double largeByItself(FormRule rule) {
        if (rule == FormRule.FLEXION_WITH_TWIST) {
            FlagLevels twist = basis.limits().of(rule);
            return twist == null ? Double.NaN : twist.caution();
        }
        return basis.limits().singleTwistDeg();
    }

    /** A new set begins: what was usual in the one before is forgotten. */
    public void beginSet() {
        reference.clear();
        comparison.clear();
        fatigue.clear();
        ofTheSet.clear();
        memories.values().forEach(RuleMemory::clear);
        prescribed.values().forEach(RuleMemory::clear);
    }

    /** Judges a repetition whose course is not known. */
    public List<FormFlag> judge(RepetitionMetrics metrics, double barBreakS, double endS) {
        return judge(metrics, NO_COURSE, barBreakS, endS);
    }

    List<FormFlag> judge(RepetitionMetrics metrics, double[] lumbarFlexionDeg, double barBreakS, double endS) {
        return judge(metrics, RepetitionMoments.of(lumbarFlexionDeg, barBreakS, endS));
    }

    /**
     * Judges the next repetition: completes {@code metrics} and returns its flags, strongest first.
     *
     * @param moments its courses, and when in it what a flag speaks of happened
     */
    public List<FormFlag> judge(RepetitionMetrics metrics, RepetitionMoments moments) {
        double[] lumbarFlexionDeg = moments.lumbarFlexionDeg();
        comparison.complete(metrics, lumbarFlexionDeg);
        Judgement judgement = new Judgement(metrics, moments);
        prescribed.forEach(judgement::prescribed);
        memories.forEach(judgement::rule);
        comparison.completeSpeed(metrics, judgement.isCaution());
        judgement.simple(FormRule.SPEED_LOSS);
        fatigue.add(metrics);
        judgement.breakdown();
        boolean valid = !judgement.isCaution();
        reference.add(metrics, valid);
        comparison.keep(lumbarFlexionDeg, valid);
        judgement.quality();
        return judgement.flags();
    }

    /** What the repetitions so far say of fatigue. */
    public FatigueSummary fatigue() {
        return fatigue.summary(comparison.fastestDegPerS());
    }

    /** The strongest flag of each kind that speaks of the set as a whole. */
    public List<FormFlag> flagsOfTheSet() {
        return List.copyOf(ofTheSet.values());
    }

    /** That of the higher level; of one level that of the larger value. What is held against the set is worse where it is larger. */
    private static FormFlag stronger(FormFlag old, FormFlag next) {
        boolean larger = next.level() == old.level() && next.value() > old.value();
        return next.level() > old.level() || larger ? next : old;
    }

    /** Fastest trunk of a repetition of unchanged form so far, degrees per second; NaN where there is none. */
    public double fastestDegPerS() {
        return comparison.fastestDegPerS();
    }

    /** The highest level that the loss of speed of the next repetition can have. */
    public int highestNextSpeedLevel() {
        RuleMemory memory = memories.get(FormRule.SPEED_LOSS);
        return memory == null ? 0 : memory.highestNext();
    }

    /** One repetition before the rules. */
    private final class Judgement {
        private final RepetitionMetrics metrics;
        private final RepetitionMoments moments;
        private final List<FormFlag> flags = new ArrayList<>();
        private final Map<FormRule, Integer> own = new EnumMap<>(FormRule.class);

        Judgement(RepetitionMetrics metrics, RepetitionMoments moments) {
            this.metrics = metrics;
            this.moments = moments;
        }

        void prescribed(Metric metric, RuleMemory memory) {
            FlagLevels levels = basis.limits().levelsOfPrescribed(metric);
            double value = Prescribed.size(metric, metrics.value(metric));
            int level = memory.level(levels.levelOf(value), value);
            raise(PersonalRule.of(FlagName.REHAB_LIMIT, metric, levels, basis), level, value, value, memory);
        }

        void rule(FormRule rule, RuleMemory memory) {
            switch (rule) {
                case SPEED_LOSS:
                case FORM_BREAKDOWN:
                    // need the others first
                    break;
                case FLEXION_WITH_TWIST:
                    flexionWithTwist(memory);
                    break;
                case TEMPO:
                    tempo.judge(
                            metrics,
                            (personal, off, level) ->
                                    raise(personal, level, metrics.value(personal.metric()), off, memory));
                    break;
                default:
                    simple(rule);
            }
        }

        void simple(FormRule rule) {
            RuleMemory memory = memories.get(rule);
            FlagLevels levels = RuleLevels.of(rule, basis, reference);
            if (memory == null || levels == null) {
                return;
            }
            double value = metrics.value(rule.metric());
            double judged = rule == FormRule.FLEXION_DRIFT ? driftBeyondRounding(value) : value;
            int reached = levels.levelOf(judged);
            own.put(rule, reached);
            int level = memory.level(reached, judged);
            if (rule.flag() == FlagName.MOMENTUM && level == 1 && tempo.isDropped(metrics)) {
                level = 2;
            }
            double change = value - RuleLevels.zeroOf(rule, basis, reference);
            raise(PersonalRule.of(rule, levels, basis), level, value, change, memory);
        }

        /** What a rounded pull adds to the peak is told by its own flag: one rounded repetition is no drift of the set. */
        private double driftBeyondRounding(double driftDeg) {
            if (own.getOrDefault(FormRule.ROUNDING, 0) < 2) {
                return driftDeg;
            }
            double usual = reference.centre(Metric.FLEXION_GAIN_LOADED);
            double gain = metrics.value(Metric.FLEXION_GAIN_LOADED);
            return driftDeg - Math.max(0, gain - (Double.isNaN(usual) ? 0 : usual));
        }

        private void flexionWithTwist(RuleMemory memory) {
            boolean both = own.getOrDefault(FormRule.DEEP_FLEXION, 0) >= 1 && own.getOrDefault(FormRule.TWIST, 0) >= 1;
            double twist = metrics.value(Metric.AXIAL_ROTATION_RANGE);
            int level = memory.level(both ? 2 : 0, twist);
            FlagLevels levels = basis.limits().of(FormRule.FLEXION_WITH_TWIST);
            if (levels != null) {
                raise(PersonalRule.of(FormRule.FLEXION_WITH_TWIST, levels, basis), level, twist, twist, memory);
            }
        }

        void breakdown() {
            FlagLevels levels = basis.limits().of(FormRule.FORM_BREAKDOWN);
            RuleMemory memory = memories.get(FormRule.FORM_BREAKDOWN);
            double index = metrics.value(Metric.FORM_DRIFT_INDEX);
            int level = levels == null ? 0 : levels.levelOf(index);
            if (levels == null || memory == null || level == 0) {
                return;
            }
            boolean slower = flags.stream().anyMatch(flag -> flag.flag() == FlagName.SPEED_LOSS && flag.level() >= 2);
            memory.level(fatigue.isRunning() ? 1 : 0, index);
            PersonalRule rule = PersonalRule.of(FormRule.FORM_BREAKDOWN, levels, basis);
            raise(rule, slower && level >= 2 ? 3 : level, index, index, memory);
        }

        /** What belongs to the limits and could not be assessed is said: a missing flag would look like good form. */
        void quality() {
            List<Metric> affected = QualityRule.affected(metrics, memories.keySet(), prescribed.keySet());
            if (!affected.isEmpty()) {
                flags.add(QualityRule.flag(affected, moments.endS()));
            }
        }

        private void raise(PersonalRule rule, int level, double value, double change, RuleMemory memory) {
            if (level < 1) {
                return;
            }
            double sigma = metrics.sigma(rule.metric());
            FormFlag raised = rule.raise(
                    level,
                    value,
                    moments.of(rule.metric()),
                    // a phase may be too short as well as too long
                    limit -> grading.grade(
                            rule, change, Math.abs(value - limit), sigma, memory.isRepeated(), metrics.hasHoles()));
            FormFlag same = sameAs(raised);
            if (same == null) {
                flags.add(raised);
            } else if (same.level() < raised.level()) {
                flags.set(flags.indexOf(same), raised);
            }
        }

        /** A flag that two metrics raise is raised once, unless two numbers were prescribed. */
        private @Nullable FormFlag sameAs(FormFlag raised) {
            for (FormFlag flag : flags) {
                if (flag.flag() == raised.flag() && flag.flag() != FlagName.REHAB_LIMIT) {
                    return flag;
                }
            }
            return null;
        }

        boolean isCaution() {
            return flags.stream().anyMatch(flag -> flag.level() >= 2);
        }

        List<FormFlag> flags() {
            for (FormFlag flag : flags) {
                if (isOfTheSet(flag.flag())) {
                    ofTheSet.merge(flag.flag(), flag, SetForm::stronger);
                }
            }
            flags.sort(Comparator.comparingInt(FormFlag::level)
                    .reversed()
                    .thenComparingInt(flag -> FormRule.placeOf(flag.flag())));
            return flags;
        }

        private boolean isOfTheSet(FlagName name) {
            for (FormRule rule : FormRule.values()) {
                if (rule.flag() == name && rule.comparesWithTheSet()) {
                    return true;
                }
            }
            return false;
        }
    }
}

package org.plumbline.server.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormBasis;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitPreview;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SensorView;
import org.plumbline.server.account.People;
import org.springframework.stereotype.Service;

/** What changed limits would have flagged in a lifter's last sets, from what is stored of their repetitions. */
@Service
public class LimitPreviews {
    private static final int CAUTION = 2;

    private final SetSummaries summaries;
    private final People people;
    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final PersonalLimits limits;

    LimitPreviews(
            SetSummaries summaries,
            People people,
            SetRepository sets,
            RepetitionRepository repetitions,
            PersonalLimits limits) {
        this.summaries = summaries;
        this.people = people;
        this.sets = sets;
        this.repetitions = repetitions;
        this.limits = limits;
    }

    /** Sets a preview looks back over where nobody asks for another number. */
    public static final int LAST_SETS = 8;

    /**
     * A repetition with the flags of the changed limit, those it has and those it would have.
     *
     * @param setId the set it is in
     * @param startedAt when that began
     * @param loadKg its load, or null where not said
     * @param number number of the repetition in it
     * @param before its flags of level 2 and 3
     * @param after those it would have
     * @param levelBefore highest level of them, notes too, 0 where it has none
     * @param levelAfter the one it would have
     * @param changes what would become of its flags: first those of the changed limit, then those of rules that rest on it
     */
    public record Repetition(
            UUID setId,
            Instant startedAt,
            @Nullable Double loadKg,
            int number,
            List<FormFlag> before,
            List<FormFlag> after,
            int levelBefore,
            int levelAfter,
            List<FlagChange> changes) {
        /** Whether the limit would have said something else of it. */
        public boolean isChanged() {
            return levelBefore != levelAfter;
        }
    }

    /**
     * A flag that would come, go or change its level.
     *
     * @param title what it is called
     * @param before its level, 0 where it was not there
     * @param after the one it would have, 0 where it would not be there
     */
    public record FlagChange(String title, int before, int after) {}

    /**
     * What would have been.
     *
     * @param sets sets looked at
     * @param repetitions all their repetitions, newest set first
     * @param then the limits that would stand with it, those of others included
     */
    public record Preview(int sets, List<Repetition> repetitions, FormLimits then) {
        /** Repetitions that are flagged by the limit as it was. */
        public int flaggedBefore() {
            return (int)
                    repetitions.stream().filter(one -> !one.before().isEmpty()).count();
        }

        /** Repetitions that it would have flagged. */
        public int flaggedAfter() {
            return (int)
                    repetitions.stream().filter(one -> !one.after().isEmpty()).count();
        }
    }

    /**
     * What a limit would have flagged, had the sets been held to it. Whatever else was changed since they were lifted stays out of it.
     *
     * @param changed the limit that would be set
     * @param as as what
     * @param lastSets sets of the exercise to look at, newest first, of those that count
     * @throws IllegalArgumentException where the exercise is not known; the message is for the person
     */
    public Preview preview(UUID lifterId, String exercise, LimitValue changed, Capacity as, int lastSets) {
        String spelled = KnownExercise.spelled(exercise);
        FormLimits then = limits.with(lifterId, spelled, List.of(changed), as);
        List<SetSummary> looked = people.find(lifterId)
                .map(lifter ->
                        summaries.newest(lifterId, SummaryFilter.counted(lifter).ofExercise(spelled), lastSets, 0))
                .orElse(List.of());
        List<Repetition> judged = new ArrayList<>();
        for (SetSummary summary : looked) {
            sets.find(summary.setId())
                    .ifPresent(set -> judged.addAll(judge(set, changed, then, repetitions.repetitions(set.id()))));
        }
        return new Preview(looked.size(), List.copyOf(judged), then);
    }

    /**
     * The flags that stand stay, but for what differs between the limits of the set and the others: so that limits which are the
     * same give the same flags, whatever was rounded when the repetitions were stored.
     */
    private List<Repetition> judge(
            TrainingSet set, LimitValue changed, FormLimits then, List<StoredRepetition> stored) {
        KnownForm told = set.knownForm();
        FormLimits had = Objects.requireNonNullElseGet(told.limits(), () -> PersonalLimits.defaults(set.exercise()));
        AnalysisResult analysis = sets.analysis(set.id()).orElse(null);
        if (analysis == null) {
            return List.of();
        }
        List<LimitPreview.Measured> measured =
                stored.stream().map(LimitPreviews::measured).toList();
        List<List<FormFlag>> underHad = LimitPreview.judge(basis(had, told, analysis), measured);
        List<List<FormFlag>> underThen =
                LimitPreview.judge(basis(heldTo(had, changed, then), told, analysis), measured);
        List<Repetition> judged = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            AnalysisResult.Repetition result = stored.get(i).result();
            List<FormFlag> before = result.flags().stream()
                    .filter(flag -> flag.flag() != FlagName.QUALITY)
                    .toList();
            List<FormFlag> after = changed(before, underHad.get(i), underThen.get(i));
            judged.add(new Repetition(
                    set.id(),
                    set.startedAt(),
                    set.loadKg(),
                    result.number(),
                    cautions(of(changed, before)),
                    cautions(of(changed, after)),
                    highest(of(changed, before)),
                    highest(of(changed, after)),
                    changes(changed, before, after)));
        }
        return judged;
    }

    /** The limits a set was held to, with the changed one put in and nothing else. */
    static FormLimits heldTo(FormLimits had, LimitValue changed, FormLimits then) {
        @Nullable FormRule rule = changed.rule();
        if (rule != null) {
            @Nullable FlagLevels levels = then.of(rule);
            return levels == null ? had.without(rule) : had.with(rule, levels);
        }
        Metric metric = Objects.requireNonNull(changed.metric());
        return had.prescribing(metric, Objects.requireNonNull(then.prescribed().get(metric)));
    }

    /** The flags that speak of a limit. */
    private static List<FormFlag> of(LimitValue limit, List<FormFlag> flags) {
        return flags.stream().filter(flag -> speaksOf(flag, limit)).toList();
    }

    private static boolean speaksOf(FormFlag flag, LimitValue limit) {
        @Nullable FormRule rule = limit.rule();
        return rule == null
                ? flag.flag() == FlagName.REHAB_LIMIT
                        && flag.metric()
                                .equals(Objects.requireNonNull(limit.metric()).jsonName())
                : flag.flag() == rule.flag()
                        && flag.metric().equals(rule.metric().jsonName());
    }

    /** The flags that stand, with what differs between both judgements of the stored numbers: gone, another level, or new. */
    static List<FormFlag> changed(List<FormFlag> before, List<FormFlag> underHad, List<FormFlag> underThen) {
        List<FormFlag> after = new ArrayList<>();
        for (FormFlag flag : before) {
            @Nullable FormFlag had = same(underHad, flag);
            @Nullable FormFlag then = same(underThen, flag);
            if (had == null || (then != null && then.level() == had.level())) {
                after.add(flag);
            } else if (then != null) {
                after.add(then);
            }
        }
        for (FormFlag flag : underThen) {
            if (same(underHad, flag) == null && same(before, flag) == null) {
                after.add(flag);
            }
        }
        return List.copyOf(after);
    }

    /** What differs between both, that of the limit itself first, then the most serious. */
    static List<FlagChange> changes(LimitValue changed, List<FormFlag> before, List<FormFlag> after) {
        return Stream.concat(before.stream(), after.stream())
                .sorted(Comparator.comparing((FormFlag flag) -> !speaksOf(flag, changed))
                        .thenComparing(Comparator.comparingInt(FormFlag::level).reversed()))
                .map(flag -> new FlagChange(FormWords.title(flag), level(same(before, flag)), level(same(after, flag))))
                .filter(change -> change.before() != change.after())
                .distinct()
                .toList();
    }

    private static int level(@Nullable FormFlag flag) {
        return flag == null ? 0 : flag.level();
    }

    private static @Nullable FormFlag same(List<FormFlag> flags, FormFlag flag) {
        return flags.stream()
                .filter(other -> other.flag() == flag.flag() && other.metric().equals(flag.metric()))
                .findFirst()
                .orElse(null);
    }

    private static int highest(List<FormFlag> flags) {
        return flags.stream().mapToInt(FormFlag::level).max().orElse(0);
    }

    private static List<FormFlag> cautions(List<FormFlag> flags) {
        return flags.stream().filter(flag -> flag.level() >= CAUTION).toList();
    }

    private static LimitPreview.Measured measured(StoredRepetition repetition) {
        AnalysisResult.Repetition result = repetition.result();
        return new LimitPreview.Measured(
                result.set(),
                result.metrics(),
                new HashSet<>(result.notAssessed()),
                repetition.curves().lumbarFlexionDeg());
    }

    private static FormBasis basis(FormLimits limits, KnownForm told, AnalysisResult analysis) {
        AnalysisResult.CalibrationSummary calibration = analysis.calibration();
        CalibrationGrade neutral = grade(calibration.neutral());
        Double maximum = calibration.maxFlexionDeg();
        return new FormBasis(
                limits,
                view(analysis),
                neutral.orWorse(grade(calibration.axis())),
                neutral,
                maximum == null ? Double.NaN : maximum,
                told.baseline(),
                told.tempo(),
                () -> true);
    }

    private static CalibrationGrade grade(AnalysisResult.Graded graded) {
        for (CalibrationGrade grade : CalibrationGrade.values()) {
            if (grade.jsonName().equals(graded.quality())) {
                return grade;
            }
        }
        return CalibrationGrade.NONE;
    }

    private static SensorView view(AnalysisResult analysis) {
        if (SetStory.isTwoSensor(analysis)) {
            return SensorView.TRUNK_AND_PELVIS;
        }
        boolean pelvis = analysis.quality().sensors().stream()
                .anyMatch(sensor -> sensor.placement().equals("pelvis"));
        return pelvis ? SensorView.PELVIS_ONLY : SensorView.TRUNK_ONLY;
    }
}

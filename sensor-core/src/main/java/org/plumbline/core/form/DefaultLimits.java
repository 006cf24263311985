package org.plumbline.core.form;

import static org.plumbline.core.form.FlagLevels.ABSENT;

import java.util.EnumMap;
import java.util.Map;

/**
 * The default limits by exercise: every number of the metric catalogue (F1 to F15, one-sensor mode, exercise table) with its
 * source. All are heuristics or derived from the repeatability of the measurement.
 */
final class DefaultLimits {
    static final double SINGLE_TWIST_DEG = 10;

    private static final FlagLevels HINGE_SPEED_LOSS =
            new FlagLevels(10, 15, 25, "catalogue F11, deadlift and hinge: decline to failure about 30 % (Beck 2020)");

    private static final FlagLevels SQUAT_SPEED_LOSS =
            new FlagLevels(15, 20, 30, "catalogue F11, squat: bar-speed literature, not proven for the trunk");

    /** The trunk of a row sways by a few degrees: in one of ten clean simulated sets the sway alone lost 20 to 33 %. */
    private static final FlagLevels ROW_SPEED_LOSS = new FlagLevels(
            15,
            ABSENT,
            ABSENT,
            "catalogue F11, squat and row; noted only in a row, whose pull the trunk does not show (measured)");

    private DefaultLimits() {}

    static FormLimits of(String exercise) {
        switch (exercise) {
            case "deadlift":
                return deadlift();
            case "squat":
                return squat();
            case "romanian_deadlift":
            case "good_morning":
            case "swing":
                return hinge();
            case "row":
                return row();
            case "overhead_press":
                return overheadPress();
            case "bird_dog":
                return birdDog();
            case "glute_bridge":
                return gluteBridge();
            case "pelvic_tilt":
            case "prone_press_up":
                return limits(everyRehab());
            case "side_plank":
                return sidePlank();
            default:
                return FormLimits.NONE;
        }
    }

    private static FormLimits deadlift() {
        Map<FormRule, FlagLevels> levels = everyLift();
        levels.put(FormRule.SPEED_LOSS, HINGE_SPEED_LOSS);
        levels.put(FormRule.HIP_SHOOT, new FlagLevels(5, 8, ABSENT, "catalogue F15: heuristic"));
        levels.put(
                FormRule.HIP_SHOOT_ONE_SENSOR,
                new FlagLevels(ABSENT, 8, ABSENT, "catalogue, one sensor on the thorax: heuristic"));
        return limits(levels);
    }

    private static FormLimits squat() {
        Map<FormRule, FlagLevels> levels = everyLift();
        levels.put(FormRule.SPEED_LOSS, SQUAT_SPEED_LOSS);
        levels.put(
                FormRule.NEUTRAL_LOST,
                new FlagLevels(8, 12, 18, "catalogue F5: heuristic; descent range 13° women, 26° men (McKean 2010)"));
        levels.put(
                FormRule.PELVIC_TUCK,
                new FlagLevels(ABSENT, 8, ABSENT, "catalogue, one sensor on the pelvis: heuristic, above one's own"));
        return limits(levels);
    }

    private static FormLimits hinge() {
        Map<FormRule, FlagLevels> levels = everyLift();
        levels.put(FormRule.SPEED_LOSS, HINGE_SPEED_LOSS);
        levels.put(
                FormRule.DEEP_FLEXION,
                new FlagLevels(ABSENT, 70, 95, "catalogue, exercise table: a hinge is cautioned at 70 %, heuristic"));
        return limits(levels);
    }

    private static FormLimits row() {
        Map<FormRule, FlagLevels> levels = everyLift();
        levels.put(FormRule.SPEED_LOSS, ROW_SPEED_LOSS);
        levels.remove(FormRule.ROUNDING);
        levels.remove(FormRule.LOCKOUT_EXTENSION);
        levels.put(
                FormRule.LUMBAR_MOVEMENT,
                new FlagLevels(ABSENT, 8, ABSENT, "catalogue, exercise table: row, lumbar peak to peak, heuristic"));
        levels.put(
                FormRule.TRUNK_SWING,
                new FlagLevels(ABSENT, 15, ABSENT, "catalogue, exercise table: row, swing of the trunk, heuristic"));
        return limits(levels);
    }

    private static FormLimits overheadPress() {
        Map<FormRule, FlagLevels> levels = everyExercise();
        levels.put(
                FormRule.LOCKOUT_EXTENSION,
                new FlagLevels(8, 12, 18, "catalogue F14 and exercise table: 12° and 18° beyond neutral, heuristic"));
        return limits(levels);
    }

    private static FormLimits birdDog() {
        Map<FormRule, FlagLevels> levels = everyRehab();
        levels.put(
                FormRule.LUMBAR_MOVEMENT,
                new FlagLevels(ABSENT, 12, ABSENT, "catalogue, exercise table: within 6° either way, heuristic"));
        levels.put(
                FormRule.TWIST,
                new FlagLevels(5, 6, 12, "catalogue, exercise table: bird dog, twist of 6° peak to peak, heuristic"));
        return limits(levels);
    }

    private static FormLimits gluteBridge() {
        Map<FormRule, FlagLevels> levels = everyRehab();
        levels.put(
                FormRule.LOCKOUT_EXTENSION,
                new FlagLevels(ABSENT, 8, 18, "catalogue, exercise table: bridge, extension of 8°, heuristic"));
        return limits(levels);
    }

    private static FormLimits sidePlank() {
        Map<FormRule, FlagLevels> levels = new EnumMap<>(FormRule.class);
        levels.put(
                FormRule.HOLD_SAG,
                new FlagLevels(ABSENT, 6, ABSENT, "catalogue, exercise table: sag of 6°, heuristic"));
        return limits(levels);
    }

    /** What holds for everything that is lifted. */
    private static Map<FormRule, FlagLevels> everyLift() {
        Map<FormRule, FlagLevels> levels = everyExercise();
        levels.put(
                FormRule.ROUNDING,
                new FlagLevels(
                        4, 6, 10, "catalogue F1: above the RMSE of two sensors (1.3-1.7°), near their MDC of 4°"));
        levels.put(
                FormRule.DEEP_FLEXION,
                new FlagLevels(
                        70, 80, 95, "catalogue F2: heuristic; passive tissue from half of full flexion (Adams 1991)"));
        levels.put(
                FormRule.FLEXION_DRIFT,
                new FlagLevels(6, 9, 13, "catalogue F3: MDC 8° upper and 4° lower lumbar, together 9° (Aasa 2019)"));
        levels.put(
                FormRule.BASELINE_DEVIATION,
                new FlagLevels(6, 9, 13, "catalogue F4: as F3, or two and three deviations of one's own"));
        levels.put(FormRule.LOCKOUT_EXTENSION, new FlagLevels(8, 12, 18, "catalogue F14: heuristic, beyond neutral"));
        levels.put(
                FormRule.YANK,
                new FlagLevels(1.8, ABSENT, ABSENT, "catalogue F9: heuristic, against the set's median"));
        levels.put(
                FormRule.JERKINESS,
                new FlagLevels(2, ABSENT, ABSENT, "catalogue F9: heuristic, two deviations of one's own"));
        return levels;
    }

    private static Map<FormRule, FlagLevels> everyRehab() {
        Map<FormRule, FlagLevels> levels = everyExercise();
        levels.put(FormRule.TEMPO, new FlagLevels(ABSENT, 1, ABSENT, "catalogue F10 in a rehab profile: heuristic"));
        return levels;
    }

    private static Map<FormRule, FlagLevels> everyExercise() {
        Map<FormRule, FlagLevels> levels = new EnumMap<>(FormRule.class);
        levels.put(
                FormRule.TWIST,
                new FlagLevels(5, 7, 12, "catalogue F6: rotation of about 7° each side at all ages (Troke 2001)"));
        levels.put(
                FormRule.TRUNK_TURN,
                new FlagLevels(10, 20, ABSENT, "catalogue, one sensor: bands of 10 and 20° (ISO 11226, EN 1005-4)"));
        levels.put(
                FormRule.SIDE_BEND,
                new FlagLevels(6, 10, 20, "catalogue F7: bands of 10 and 20° (ISO 11226, EN 1005-4)"));
        levels.put(
                FormRule.FLEXION_WITH_TWIST,
                new FlagLevels(5, 7, ABSENT, "catalogue F8: F2 and F6 in one repetition, heuristic"));
        levels.put(
                FormRule.FORM_BREAKDOWN,
                new FlagLevels(ABSENT, 1, ABSENT, "catalogue F12: at the edge of the noise of its channels"));
        levels.put(FormRule.RANGE_LOSS, new FlagLevels(15, 25, ABSENT, "catalogue F13: heuristic"));
        levels.put(
                FormRule.TRUNK_DEVIATION,
                new FlagLevels(
                        8,
                        10,
                        ABSENT,
                        "catalogue, one sensor: 10°; notice where the recorded squats of one person part, see accuracy"));
        levels.put(FormRule.TEMPO, new FlagLevels(1, ABSENT, ABSENT, "catalogue F10: heuristic"));
        return levels;
    }

    private static FormLimits limits(Map<FormRule, FlagLevels> levels) {
        return new FormLimits(levels, Map.of(), SINGLE_TWIST_DEG);
    }
}

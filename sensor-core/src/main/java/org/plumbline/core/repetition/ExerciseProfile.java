package org.plumbline.core.repetition;

import java.util.List;
import java.util.Optional;

/**
 * What a repetition of an exercise looks like to a sensor on the trunk.
 *
 * @param name name in recording files and JSON
 * @param title name for people
 * @param start where a repetition begins
 * @param smallestRangeDeg least trunk range of the first repetition, degrees; later ones are measured by those before
 * @param shortestS shortest repetition, s
 * @param longestS longest repetition, s
 * @param travelDegPerM what a metre the body moves up or down counts for beside the angle, degrees; 0 where the angle tells
 * @param fullyTaught whether the limits of this exercise have been set; otherwise repetitions are counted and measured only
 */
public record ExerciseProfile(
        String name,
        String title,
        Start start,
        double smallestRangeDeg,
        double shortestS,
        double longestS,
        double travelDegPerM,
        boolean fullyTaught) {

    /** Where a repetition begins and ends. */
    public enum Start {
        /** Standing: down and up again (squat). */
        TOP,
        /** At the floor: up and down again (deadlift). */
        BOTTOM
    }

    /** General trunk movement: what an unknown or missing exercise is analysed as. */
    public static final ExerciseProfile TRUNK_MOVEMENT =
            new ExerciseProfile("trunk_movement", "Trunk movement", Start.TOP, 20, 1.0, 30, 0, false);

    public static final ExerciseProfile DEADLIFT =
            new ExerciseProfile("deadlift", "Deadlift", Start.BOTTOM, 15, 1.0, 30, 0, true);

    public static final ExerciseProfile SQUAT =
            new ExerciseProfile("squat", "Squat", Start.TOP, 11, 0.8, 30, 150, true);

    private static final List<ExerciseProfile> ALL = List.of(
            DEADLIFT,
            SQUAT,
            TRUNK_MOVEMENT,
            general("romanian_deadlift", "Romanian deadlift"),
            general("good_morning", "Good morning"),
            general("row", "Row"),
            general("overhead_press", "Overhead press"),
            general("swing", "Swing"),
            general("push_up", "Push-up"),
            general("bird_dog", "Bird dog"),
            general("glute_bridge", "Glute bridge"),
            general("pelvic_tilt", "Pelvic tilt"),
            general("side_plank", "Side plank"),
            general("prone_press_up", "Prone press-up"));

    private static ExerciseProfile general(String name, String title) {
        return new ExerciseProfile(name, title, Start.TOP, 20, 1.0, 30, 0, false);
    }

    /** The profile of that name, or empty where the name is not known. */
    public static Optional<ExerciseProfile> ofName(String name) {
        for (ExerciseProfile profile : ALL) {
            if (profile.name.equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** The same exercise seen by sensors that lean only {@code share} as far. */
    public ExerciseProfile leaningBy(double share) {
        return new ExerciseProfile(
                name, title, start, smallestRangeDeg * share, shortestS, longestS, travelDegPerM, fullyTaught);
    }

    /** Every exercise with a name. */
    public static List<ExerciseProfile> all() {
        return ALL;
    }
}

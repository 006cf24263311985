package org.plumbline.core.repetition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * What a repetition of an exercise looks like to sensors on the trunk. A hold is a repetition that stays at its far end.
 *
 * @param name name in recording files and JSON
 * @param title name for people
 * @param start where a repetition begins
 * @param channel what it is told by; where no sensor gives it, by the mean of the inclinations there are
 * @param smallestRangeDeg least range of the first repetition in that channel, degrees; later ones are measured by those
 *     before
 * @param shortestS shortest repetition, s
 * @param longestS longest repetition, s
 * @param shortestHoldS shortest hold at the far end, s; 0 where it is no exercise of holds
 * @param travelDegPerM what a metre the body moves up or down counts for beside the angle, degrees; 0 where the angle tells
 * @param posture how the trunk lies where a repetition begins
 * @param seen how well repetitions can be seen at the trunk
 * @param part what must wear the sensor where there is only one
 */
public record ExerciseProfile(
        String name,
        String title,
        Start start,
        Channel channel,
        double smallestRangeDeg,
        double shortestS,
        double longestS,
        double shortestHoldS,
        double travelDegPerM,
        Posture posture,
        Seen seen,
        Part part) {

    /** Where a repetition begins and ends. */
    public enum Start {
        /** Upright end first: down and up again (squat). */
        TOP,
        /** Bent end first: up and down again (deadlift). */
        BOTTOM
    }

    /** How well repetitions can be seen. */
    public enum Seen {
        /** The trunk moves. */
        WELL,
        /** The arms move; the trunk sways by a few degrees. */
        POORLY
    }

    /** What moves in an exercise: a sensor elsewhere does not see it. */
    public enum Part {
        /** The trunk as a whole. */
        ANY,
        /** The pelvis, and the low back above it. */
        PELVIS,
        /** The thorax. */
        THORAX
    }

    /** How the trunk lies at the begin of a repetition, by the mean of its inclinations. */
    public enum Posture {
        /** Any, as far as it is not lying on the back. */
        ANY(-60, 150),
        /** Upright. */
        UPRIGHT(-35, 45),
        /** Bent over. */
        BENT(15, 110),
        /** Face down: on the hands, on hands and knees, or flat. */
        PRONE(45, 125),
        /** On the back. */
        SUPINE(-150, -50),
        /** On the side: the sagittal inclination says nothing there. */
        ON_THE_SIDE(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** One who has taken a posture is still in it while the exercise takes the trunk beyond it by this, degrees. */
        private static final double STAYING_DEG = 25;

        private final double fromDeg;
        private final double toDeg;

        Posture(double fromDeg, double toDeg) {
            this.fromDeg = fromDeg;
            this.toDeg = toDeg;
        }

        /** Whether it may be that inclination, degrees. An unknown one may be. */
        boolean allows(double inclinationDeg) {
            return !(inclinationDeg < fromDeg || inclinationDeg > toDeg);
        }

        /** Whether one who has taken the posture is still in it at that inclination, degrees. */
        boolean keeps(double inclinationDeg) {
            return !(inclinationDeg < fromDeg - STAYING_DEG || inclinationDeg > toDeg + STAYING_DEG);
        }

        /** Whether ways to the side and turns about the vertical mean what they mean in standing. */
        boolean isOnTheFeet() {
            return this == ANY || this == UPRIGHT || this == BENT;
        }
    }

    /** Ten minutes, as long as a plan can ask for, and the ways there and back, s. */
    private static final double LONGEST_HOLD_S = 615;

    /** What a metre of drop counts for in a squat: its half metre then tells twice what the angle does, degrees. */
    private static final double SQUAT_TRAVEL_DEG_PER_M = 150;

    /** General trunk movement: what an unknown or missing exercise is analysed as. */
    public static final ExerciseProfile TRUNK_MOVEMENT = bend("trunk_movement", "Trunk movement", 20, 1.0);

    public static final ExerciseProfile DEADLIFT = new ExerciseProfile(
            "deadlift",
            "Deadlift",
            Start.BOTTOM,
            Channel.MOVEMENT,
            15,
            1.0,
            30,
            0,
            0,
            Posture.ANY,
            Seen.WELL,
            Part.ANY);

    public static final ExerciseProfile SQUAT = new ExerciseProfile(
            "squat",
            "Squat",
            Start.TOP,
            Channel.MOVEMENT,
            11,
            0.8,
            30,
            0,
            SQUAT_TRAVEL_DEG_PER_M,
            Posture.ANY,
            Seen.WELL,
            Part.ANY);

    private static final List<ExerciseProfile> ALL = List.of(
            DEADLIFT,
            SQUAT,
            TRUNK_MOVEMENT,
            bend("romanian_deadlift", "Romanian deadlift", 20, 1.0),
            bend("good_morning", "Good morning", 20, 1.0),
            effort("row", "Row", Channel.MOVEMENT, 2.5, Posture.BENT, Seen.POORLY, Part.ANY),
            effort(
                    "overhead_press",
                    "Overhead press",
                    Channel.TRUNK_INCLINATION,
                    2,
                    Posture.UPRIGHT,
                    Seen.POORLY,
                    Part.THORAX),
            bend("swing", "Swing", 20, 0.7),
            new ExerciseProfile(
                    "push_up",
                    "Push-up",
                    Start.TOP,
                    Channel.MOVEMENT,
                    5,
                    0.8,
                    30,
                    0,
                    0,
                    Posture.PRONE,
                    Seen.WELL,
                    Part.ANY),
            hold("bird_dog", "Bird dog", Channel.TRUNK_INCLINATION, 1.5, 2, Posture.PRONE, Seen.POORLY, Part.THORAX),
            effort("glute_bridge", "Glute bridge", Channel.PELVIS_TILT, 10, Posture.SUPINE, Seen.WELL, Part.ANY),
            effort("pelvic_tilt", "Pelvic tilt", Channel.PELVIS_TILT, 4, Posture.UPRIGHT, Seen.WELL, Part.PELVIS),
            hold(
                    "side_plank",
                    "Side plank",
                    Channel.PELVIS_LATERAL_LEAN,
                    4,
                    3,
                    Posture.ON_THE_SIDE,
                    Seen.WELL,
                    Part.ANY),
            effort(
                    "prone_press_up",
                    "Prone press-up",
                    Channel.TRUNK_INCLINATION,
                    12,
                    Posture.PRONE,
                    Seen.WELL,
                    Part.THORAX));

    /** From upright down and up again. */
    private static ExerciseProfile bend(String name, String title, double rangeDeg, double shortestS) {
        return new ExerciseProfile(
                name,
                title,
                Start.TOP,
                Channel.MOVEMENT,
                rangeDeg,
                shortestS,
                30,
                0,
                0,
                Posture.ANY,
                Seen.WELL,
                Part.ANY);
    }

    /** From a posture toward extension and back. */
    private static ExerciseProfile effort(
            String name, String title, Channel channel, double rangeDeg, Posture posture, Seen seen, Part part) {
        return new ExerciseProfile(name, title, Start.BOTTOM, channel, rangeDeg, 1.0, 30, 0, 0, posture, seen, part);
    }

    /** From a posture into a hold and back. */
    private static ExerciseProfile hold(
            String name,
            String title,
            Channel channel,
            double rangeDeg,
            double holdS,
            Posture posture,
            Seen seen,
            Part part) {
        return new ExerciseProfile(
                name, title, Start.BOTTOM, channel, rangeDeg, holdS, LONGEST_HOLD_S, holdS, 0, posture, seen, part);
    }

    /** The profile of that name, however it is capitalised and spaced, or empty where the name is not known. */
    public static Optional<ExerciseProfile> ofName(String name) {
        String wanted = name.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (ExerciseProfile profile : ALL) {
            if (profile.name.equals(wanted)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** The one spelling of an exercise, for what is kept and compared: its profile's; as given where none has that name. */
    public static String spelled(String name) {
        return ofName(name).map(ExerciseProfile::name).orElse(name);
    }

    /** The same exercise seen by sensors that lean only {@code share} as far. */
    public ExerciseProfile leaningBy(double share) {
        return new ExerciseProfile(
                name,
                title,
                start,
                channel,
                channel == Channel.MOVEMENT ? smallestRangeDeg * share : smallestRangeDeg,
                shortestS,
                longestS,
                shortestHoldS,
                travelDegPerM,
                posture,
                seen,
                part);
    }

    /** Whether a sensor there sees its repetitions with no other beside it. */
    public boolean isSeenFrom(SensorPlacement only) {
        boolean low = only == SensorPlacement.PELVIS || only == SensorPlacement.LUMBAR;
        return part == Part.ANY || low == (part == Part.PELVIS);
    }

    /** Whether how fast the trunk comes up says how fast the weight does: in a press it only sways under the arms. */
    public boolean tellsSpeed() {
        return seen == Seen.WELL || part == Part.ANY;
    }

    /** Whether it is done in holds. */
    public boolean isHold() {
        return shortestHoldS > 0;
    }

    /** Whether its effort leads into extension, so that how far the back bends says nothing: a press, a bridge, a press-up from prone. */
    public boolean isTowardExtension() {
        boolean straight = posture == Posture.UPRIGHT || posture == Posture.SUPINE || posture == Posture.PRONE;
        return start == Start.BOTTOM && straight && part != Part.PELVIS && !isHold();
    }

    /** The profile of that name, or of general trunk movement where the name is not known. */
    public static ExerciseProfile ofAnyName(String name) {
        return ofName(name).orElse(TRUNK_MOVEMENT);
    }

    /** Whether an exercise of that name is done in holds; one that is not known is not. */
    public static boolean isHold(String name) {
        return ofName(name).map(ExerciseProfile::isHold).orElse(false);
    }

    /** Whether it is done lying on the side, where the trunk leans to the side and not forward. */
    public boolean isOnTheSide() {
        return posture == Posture.ON_THE_SIDE;
    }

    /** Every exercise with a name. */
    public static List<ExerciseProfile> all() {
        return ALL;
    }
}

package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.web.Words;

/** What went wrong with the sensors of a set: said before anything else, because everything else rests on them. */
public enum SensorTrouble {
    /** The two sensors were changed over. */
    SWAPPED,
    /** A sensor sent nothing from some moment on. */
    LOST,
    /** Many samples of a sensor are missing. */
    HOLES,
    /** A sensor repeated one and the same values. */
    FROZEN,
    /** A sensor measured gravity wrongly. */
    SCALE;

    /** A sensor that lost more than this of its samples is named, percent. */
    private static final double MUCH_LOST_PERCENT = 10;

    /** The word in the database and in keys of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable SensorTrouble ofWord(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What a person reads of it on the page of the set. */
    public String sentence() {
        return Words.say("set.trouble." + word());
    }

    /** The troubles of a set, the one that spoils most first; empty where there was none. */
    public static List<SensorTrouble> of(AnalysisResult analysis) {
        Set<String> said = Stream.of(
                        analysis.calibration().messages(), analysis.quality().messages())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<SensorTrouble> troubles = new ArrayList<>();
        add(troubles, SWAPPED, has(said, "look swapped"));
        boolean lost = has(said, "sent nothing after");
        add(troubles, LOST, lost);
        add(
                troubles,
                HOLES,
                !lost
                        && analysis.quality().sensors().stream()
                                .anyMatch(sensor -> sensor.lostPercent() > MUCH_LOST_PERCENT));
        add(troubles, FROZEN, has(said, "one and the same values"));
        add(troubles, SCALE, has(said, "gravity is 9.81") || has(said, "gravity than 9.81"));
        return troubles;
    }

    private static void add(List<SensorTrouble> troubles, SensorTrouble trouble, boolean there) {
        if (there) {
            troubles.add(trouble);
        }
    }

    private static boolean has(Set<String> messages, String part) {
        return messages.stream().anyMatch(message -> message.contains(part));
    }
}

package org.plumbline.server.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the choice that a program or a form names. Words are read however their letters are written; a refusal says which there are. */
public final class Choice {
    private Choice() {}

    /**
     * The choice of that word.
     *
     * @param what name of the field it was said in
     * @throws NoSuchChoiceException where there is none such
     */
    public static <T extends Enum<T>> T of(Class<T> type, String what, @Nullable String word) {
        String said = word == null ? "" : word.strip();
        for (T choice : type.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(said)) {
                return choice;
            }
        }
        throw new NoSuchChoiceException(Words.say("frame.json.field", what, oneOf(type)));
    }

    /** What is expected where one of these is. */
    static String oneOf(Class<?> type) {
        return Words.say(
                "frame.json.one.of",
                Stream.of(type.getEnumConstants())
                        .map(choice -> ((Enum<?>) choice).name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}

package org.plumbline.server.rehab.pain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A choice with a stable word, which is stored, sent, and the end of its message key. */
public interface Worded {
    /** Name of the constant. */
    String name();

    /** The stable word. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of that word, or empty where none was given. */
    static <T extends Enum<T> & Worded> Optional<T> ofWord(Class<T> type, String what, @Nullable String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(type.getEnumConstants())
                .filter(choice -> choice.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " must be one of "
                        + Stream.of(type.getEnumConstants()).map(Worded::word).collect(Collectors.joining(", "))
                        + ", it was \"" + word + "\".")));
    }
}

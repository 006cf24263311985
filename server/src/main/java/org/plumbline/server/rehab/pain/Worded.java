package org.plumbline.server.rehab.pain;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Choice;

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
        return word == null || word.isBlank() ? Optional.empty() : Optional.of(Choice.of(type, what, word));
    }
}

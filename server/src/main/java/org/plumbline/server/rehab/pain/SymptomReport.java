package org.plumbline.server.rehab.pain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a form or a program says them.
 *
 * @param yes words of the questions ticked
 * @param none words of the parts in which "none of these" was ticked
 * @param mechanism word of a {@link SymptomMechanism}
 * @param because word of a {@link SymptomReason}
 * @param set the set that was stopped
 */
public record SymptomReport(
        @Nullable List<String> yes,
        @Nullable List<String> none,
        @Nullable String mechanism,
        @Nullable String because,
        @Nullable UUID set) {
    SymptomAnswers answers() {
        return new SymptomAnswers(
                choices(SymptomQuestion.class, "question", yes),
                choices(SymptomTier.class, "part", none),
                Worded.ofWord(SymptomMechanism.class, "mechanism", mechanism).orElse(null));
    }

    /** The same form with one question ticked, where nothing is answered in it yet. */
    SymptomReport suggesting(SymptomQuestion question) {
        return yes == null && none == null
                ? new SymptomReport(List.of(question.word()), null, mechanism, because, set)
                : this;
    }

    /** The words ticked, for a form that is shown again. */
    public Set<String> yesWords() {
        return yes == null ? Set.of() : Set.copyOf(yes);
    }

    /** The parts said to be none, for a form that is shown again. */
    public Set<String> noneWords() {
        return none == null ? Set.of() : Set.copyOf(none);
    }

    private static <T extends Enum<T> & Worded> Set<T> choices(
            Class<T> type, String what, @Nullable List<String> words) {
        return words == null
                ? Set.of()
                : words.stream()
                        .flatMap(word -> Worded.ofWord(type, what, word).stream())
                        .collect(Collectors.toSet());
    }
}

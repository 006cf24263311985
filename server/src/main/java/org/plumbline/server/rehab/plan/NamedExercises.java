package org.plumbline.server.rehab.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.FormWords;

/**
 * Finds the exercises that a text names: by whole words, one or several of them ({@code squat}, {@code squats}, {@code squatting}),
 * with a hyphen, a blank or nothing between them. A name stands for its variants too: {@code deadlifts} are Romanian ones as well,
 * but {@code Romanian deadlifts} are no others.
 */
final class NamedExercises {
    private NamedExercises() {}

    /**
     * A name of an exercise.
     *
     * @param words its words, with blanks between and around them
     * @param letters its words, with nothing between them
     */
    private record Name(String exercise, String words, String letters) {
        private static Name of(String exercise, String title) {
            List<String> words = split(title);
            return new Name(exercise, " " + String.join(" ", words) + " ", String.join("", words));
        }

        private boolean is(String written) {
            if (!written.startsWith(letters)) {
                return false;
            }
            String last = letters.substring(letters.length() - 1);
            return Set.of("", "s", "es", "ing", last + "ing").contains(written.substring(letters.length()));
        }

        /** How many of the words from there on are this name; 0 where they are not. */
        private int length(List<String> text, int from) {
            StringBuilder written = new StringBuilder();
            for (int i = from; i < text.size() && written.length() < letters.length(); i++) {
                written.append(text.get(i));
                if (is(written.toString())) {
                    return i + 1 - from;
                }
            }
            return 0;
        }

        private boolean isVariantOf(Name other) {
            return words.contains(other.words);
        }
    }

    /** Names of the exercises in a text; empty where it names none. */
    static Set<String> in(String text) {
        List<Name> names = names();
        List<String> words = split(text);
        Set<String> named = new HashSet<>();
        int at = 0;
        while (at < words.size()) {
            int from = at;
            Optional<Name> found =
                    names.stream().filter(name -> name.length(words, from) > 0).findFirst();
            found.ifPresent(name -> names.stream()
                    .filter(other -> other.isVariantOf(name))
                    .forEach(variant -> named.add(variant.exercise())));
            at += found.map(name -> name.length(words, from)).orElse(1);
        }
        return Set.copyOf(named);
    }

    /** Longest first: of names that begin alike the longer one is meant. */
    private static List<Name> names() {
        return ExerciseProfile.all().stream()
                .flatMap(profile -> Stream.of(profile.title(), FormWords.exercise(profile.name()))
                        .map(title -> Name.of(profile.name(), title)))
                .distinct()
                .sorted(Comparator.comparingInt((Name name) -> name.letters().length())
                        .reversed())
                .toList();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

package org.plumbline.bench.sensitivity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One number tried smaller and larger.
 *
 * @param name the number
 * @param less figures with it smaller
 * @param more figures with it larger
 */
record Trial(String name, Outcome less, Outcome more) {
    private static final String SEPARATOR = "\t";
    private static final String FAILED = "!";

    /**
     * What one change did.
     *
     * @param values each figure in the order of the tables; empty where the changed core gave none
     * @param failure why there are none, else empty
     */
    record Outcome(List<Double> values, String failure) {
        static Outcome of(List<Figure> figures) {
            return new Outcome(figures.stream().map(Figure::value).collect(Collectors.toList()), "");
        }

        static Outcome failed(String why) {
            return new Outcome(List.of(), why.replaceAll("\\s+", " "));
        }

        private static Outcome ofText(String text) {
            if (text.startsWith(FAILED)) {
                return failed(text.substring(FAILED.length()));
            }
            return new Outcome(Stream.of(text.split(" ")).map(Double::valueOf).collect(Collectors.toList()), "");
        }

        private String text() {
            return values.isEmpty()
                    ? FAILED + failure
                    : values.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    /** One line of text that says all of it. */
    String line() {
        return String.join(SEPARATOR, name, less.text(), more.text());
    }

    /** The trial of such a line. */
    static Trial ofLine(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Trial(parts[0], Outcome.ofText(parts[1]), Outcome.ofText(parts[2]));
    }
}

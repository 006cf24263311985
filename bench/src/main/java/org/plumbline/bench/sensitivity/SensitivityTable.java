package org.plumbline.bench.sensitivity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the trials say: the numbers that move a figure, the furthest first, and those that do not. */
final class SensitivityTable {
    private final List<String> names;
    private final List<Figure> usual;
    private final PrintStream out;

    SensitivityTable(Map<String, Figure> usual, PrintStream out) {
        names = List.copyOf(usual.keySet());
        this.usual = List.copyOf(usual.values());
        this.out = out;
    }

    void print(List<Trial> trials) {
        printFigures();
        List<Trial> moving = new ArrayList<>();
        List<Trial> little = new ArrayList<>();
        List<Trial> nothing = new ArrayList<>();
        List<Trial> failed = new ArrayList<>();
        for (Trial trial : trials) {
            if (trial.less().values().isEmpty() && trial.more().values().isEmpty()) {
                failed.add(trial);
            } else {
                double steps = steps(trial);
                (steps >= 1 ? moving : steps > 0 ? little : nothing).add(trial);
            }
        }
        moving.sort(Comparator.comparingDouble((Trial trial) -> steps(trial))
                .reversed()
                .thenComparing(Trial::name));
        out.println("Of " + trials.size() + " numbers " + moving.size() + " move a figure by a step or more, "
                + little.size() + " by less than a step, " + nothing.size() + " change no figure at all, and of "
                + failed.size() + " the changed core gives no figures.\n");
        out.println("| number | most, steps | 20 % smaller | 20 % larger |");
        out.println("|---|---|---|---|");
        for (Trial trial : moving) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %s | %s |%n",
                    shown(trial.name()),
                    Math.floor(steps(trial)),
                    shown(trial.less()),
                    shown(trial.more()));
        }
        out.println();
        printList("Move every figure by less than a step", little);
        printList("Change no figure at all", nothing);
        for (Trial trial : failed) {
            out.println("- no figures: " + shown(trial.name()) + ": "
                    + trial.less().failure() + " / " + trial.more().failure());
        }
    }

    private void printFigures() {
        out.println("| figure | as it is | counted of | step |");
        out.println("|---|---|---|---|");
        for (int i = 0; i < usual.size(); i++) {
            Figure figure = usual.get(i);
            out.println("| " + names.get(i) + " | " + shown(figure, figure.value()) + " | " + figure.basis() + " | "
                    + shown(figure, figure.step()) + " |");
        }
        out.println(
                "\nFew sets make coarse figures: a number that moves nothing here may move something in the whole benchmarks, and a"
                        + " move of one step may be chance. Cautions are counted, notices are not.\n");
    }

    private void printList(String title, List<Trial> trials) {
        if (trials.isEmpty()) {
            return;
        }
        out.println(title + " (" + trials.size() + "): "
                + trials.stream()
                        .map(trial -> shown(trial.name()) + half(trial))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ".\n");
    }

    /** Says where only one direction was tried. */
    private static String half(Trial trial) {
        return trial.less().values().isEmpty()
                ? " (larger only)"
                : trial.more().values().isEmpty() ? " (smaller only)" : "";
    }

    /** The largest move of a figure, in its steps. */
    private double steps(Trial trial) {
        return Math.max(steps(trial.less()), steps(trial.more()));
    }

    private double steps(Trial.Outcome outcome) {
        double most = 0;
        for (int i = 0; i < outcome.values().size(); i++) {
            most = Math.max(most, steps(i, outcome.values().get(i)));
        }
        return most;
    }

    private double steps(int figure, double value) {
        double own = usual.get(figure).value();
        if (Double.isNaN(value) || Double.isNaN(own)) {
            return Double.isNaN(value) && Double.isNaN(own) ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(value - own) / usual.get(figure).step();
    }

    private String shown(Trial.Outcome outcome) {
        if (outcome.values().isEmpty()) {
            return "no figures: " + shown(outcome.failure());
        }
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < usual.size(); i++) {
            double value = outcome.values().get(i);
            if (steps(i, value) >= 1) {
                moves.add(names.get(i) + " " + shown(usual.get(i), usual.get(i).value()) + " → "
                        + shown(usual.get(i), value));
            }
        }
        return moves.isEmpty() ? "–" : String.join("; ", moves);
    }

    private static String shown(Figure figure, double value) {
        return String.format(Locale.ROOT, figure.unit().isEmpty() ? "%.0f" : "%.2f", value) + figure.unit();
    }

    private static String shown(String text) {
        return text.replace("|", "/");
    }
}

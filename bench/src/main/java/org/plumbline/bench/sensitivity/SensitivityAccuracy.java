package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers matter: every constant of the core a fifth smaller and a fifth larger, one at a time, and what that does to the
 * figures. Needs the sources, which it compiles anew for every number: run it from the root of the repository.
 */
public final class SensitivityAccuracy {
    private static final Path SOURCES = Path.of("sensor-core", "src", "main", "java");
    private static final double LESS = 0.8;
    private static final double MORE = 1.2;

    private final Path data;
    private final PrintStream out;

    /** What one change did: the figures, or why there are none. */
    private record Outcome(@Nullable Map<String, Double> figures, String failure) {}

    public SensitivityAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Prints the table; {@code only} restricts it to constants whose name has that in it. */
    public void print(String only) throws IOException {
        if (!SOURCES.toFile().isDirectory()) {
            out.println("Skipped: sensitivity. Run it from the root of the repository: it compiles " + SOURCES + ".\n");
            return;
        }
        List<CoreConstant> constants = new ArrayList<>(CoreConstant.findIn(SOURCES));
        constants.removeIf(constant -> !constant.name().contains(only));
        Map<String, Double> usual;
        try (ChangedCore core = ChangedCore.unchanged()) {
            usual = core.figures(data);
        }
        out.println("## Sensitivity: each of " + constants.size() + " numbers 20 % smaller and larger\n");
        printHead(usual);
        List<String> unmoved = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Outcome>> less = new ArrayList<>();
            List<Future<Outcome>> more = new ArrayList<>();
            for (CoreConstant constant : constants) {
                less.add(workers.submit(() -> outcome(constant, LESS)));
                more.add(workers.submit(() -> outcome(constant, MORE)));
            }
            for (int i = 0; i < constants.size(); i++) {
                print(
                        constants.get(i).name(),
                        usual,
                        less.get(i).get(),
                        more.get(i).get(),
                        unmoved,
                        failed);
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            workers.shutdownNow();
        }
        out.println("\nMoved nothing: " + (unmoved.isEmpty() ? "none." : String.join(", ", unmoved) + ".") + "\n");
        if (!failed.isEmpty()) {
            out.println("Not tried, because the changed core does not start: " + String.join("; ", failed) + ".\n");
        }
    }

    private Outcome outcome(CoreConstant constant, double factor) {
        try (ChangedCore core = ChangedCore.with(SOURCES, constant, factor)) {
            return new Outcome(core.figures(data), "");
        } catch (IOException | RuntimeException | LinkageError broken) {
            return new Outcome(
                    null,
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse("?"));
        }
    }

    private void printHead(Map<String, Double> usual) {
        out.println("| number | " + String.join(" | ", usual.keySet()) + " |");
        out.println("|---|" + "---|".repeat(usual.size()));
        StringBuilder row = new StringBuilder("| **as it is** |");
        usual.values().forEach(value -> row.append(' ').append(shown(value)).append(" |"));
        out.println(row);
    }

    private void print(
            String name,
            Map<String, Double> usual,
            Outcome less,
            Outcome more,
            List<String> unmoved,
            List<String> failed) {
        if (less.figures() == null && more.figures() == null) {
            failed.add(name + " (" + less.failure() + ")");
            return;
        }
        StringBuilder row = new StringBuilder("| " + name.replace("|", "/") + " |");
        boolean moved = false;
        for (Map.Entry<String, Double> figure : usual.entrySet()) {
            String own = shown(figure.getValue());
            String below = shown(less.figures(), figure.getKey());
            String above = shown(more.figures(), figure.getKey());
            boolean same = (below.equals(own) || below.equals("–")) && (above.equals(own) || above.equals("–"));
            moved |= !same;
            row.append(' ').append(same ? "" : below + " / " + above).append(" |");
        }
        if (moved) {
            out.println(row);
        } else {
            unmoved.add(name);
        }
    }

    private static String shown(@Nullable Map<String, Double> figures, String name) {
        return figures == null ? "–" : shown(figures.getOrDefault(name, Double.NaN));
    }

    private static String shown(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}

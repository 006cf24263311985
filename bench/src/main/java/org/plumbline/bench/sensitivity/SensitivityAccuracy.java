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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers matter: every constant of the core a fifth smaller and a fifth larger, one at a time, and what that does to the
 * figures. Needs the sources, which it compiles anew for every number: run it from the root of the repository, and with
 * {@code -XX:TieredStopAtLevel=1}, for no core lives long enough to be worth the second compiler.
 */
public final class SensitivityAccuracy {
    private static final Path SOURCES = Path.of("sensor-core", "src", "main", "java");
    private static final double LESS = 0.8;
    private static final double MORE = 1.2;

    /** A core that gives no figures in this time never will: some numbers end a loop. */
    private static final long LONGEST_S = 180;

    private final Path data;
    private final PrintStream out;

    public SensitivityAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /**
     * Prints the table.
     *
     * @param only restricts it to constants whose name has that in it
     * @param into file that each number is written to as soon as it is done, and that those already tried are read from; or null
     */
    public void print(String only, @Nullable Path into) throws IOException {
        if (!SOURCES.toFile().isDirectory()) {
            out.println("Skipped: sensitivity. Run it from the root of the repository: it compiles " + SOURCES + ".\n");
            return;
        }
        List<CoreConstant> constants = new ArrayList<>(CoreConstant.findIn(SOURCES));
        constants.removeIf(constant -> !constant.name().contains(only));
        Map<String, Figure> usual;
        try (ChangedCore core = ChangedCore.unchanged()) {
            usual = core.figures(data);
        }
        TrialFile trials = new TrialFile(into, SOURCES, usual);
        int wanted = constants.size();
        constants.removeIf(constant -> trials.has(constant.name()));
        tryAll(constants, wanted, trials);
        List<Trial> done = new ArrayList<>(trials.trials());
        done.removeIf(trial -> !trial.name().contains(only));
        out.println("## Sensitivity: each of " + done.size() + " numbers 20 % smaller and larger\n");
        new SensitivityTable(usual, out).print(done);
    }

    private void tryAll(List<CoreConstant> constants, int wanted, TrialFile trials) throws IOException {
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService waiting = Executors.newFixedThreadPool(workers);
        long begin = System.nanoTime();
        try {
            List<Future<Trial>> all = new ArrayList<>();
            for (CoreConstant constant : constants) {
                all.add(waiting.submit(() -> {
                    Trial trial = new Trial(constant.name(), outcome(constant, LESS), outcome(constant, MORE));
                    trials.add(trial);
                    return trial;
                }));
            }
            for (int i = 0; i < all.size(); i++) {
                Trial trial = all.get(i).get();
                double secondsEach = (System.nanoTime() - begin) * 1e-9 / (i + 1);
                System.err.printf(
                        Locale.ROOT,
                        "%d of %d (%.1f s each, %.0f min to go): %s%n",
                        wanted - all.size() + i + 1,
                        wanted,
                        secondsEach,
                        secondsEach * (all.size() - i - 1) / 60,
                        trial.name());
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new IOException(broken);
        } finally {
            waiting.shutdownNow();
        }
    }

    private Trial.Outcome outcome(CoreConstant constant, double factor) throws InterruptedException {
        // a thread of its own, left behind where it never ends
        ExecutorService one = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, constant.name());
            thread.setDaemon(true);
            return thread;
        });
        try {
            return one.submit(() -> figures(constant, factor)).get(LONGEST_S, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            System.err.println(
                    constant.name() + " times " + factor
                            + " does not end, and keeps a processor busy: with a file to write to the run can be stopped and begun again.");
            return Trial.Outcome.failed("no end within " + LONGEST_S + " s");
        } catch (ExecutionException broken) {
            return Trial.Outcome.failed(reason(broken));
        } finally {
            one.shutdown();
        }
    }

    private Trial.Outcome figures(CoreConstant constant, double factor) throws IOException {
        try (ChangedCore core = ChangedCore.with(SOURCES, constant, factor)) {
            return Trial.Outcome.of(List.copyOf(core.figures(data).values()));
        }
    }

    /** The innermost cause in one line. */
    private static String reason(Throwable broken) {
        Throwable cause = broken;
        Throwable inner = broken.getCause();
        while (inner != null) {
            cause = inner;
            inner = inner.getCause();
        }
        return String.valueOf(cause).lines().findFirst().orElse("?");
    }
}

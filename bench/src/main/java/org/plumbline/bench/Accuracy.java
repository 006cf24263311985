package org.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.clock.ClockAccuracy;
import org.plumbline.bench.cue.CueLatencyAccuracy;
import org.plumbline.bench.form.GoodAndBadSets;
import org.plumbline.bench.form.LeanAccuracy;
import org.plumbline.bench.grid.ExerciseAccuracy;
import org.plumbline.bench.grid.GridAccuracy;
import org.plumbline.bench.grid.LiveCautionAccuracy;
import org.plumbline.bench.orientation.AblationAccuracy;
import org.plumbline.bench.orientation.DamageAccuracy;
import org.plumbline.bench.orientation.OrientationAccuracy;
import org.plumbline.bench.plausibility.PlausibilityAccuracy;
import org.plumbline.bench.plausibility.SwapAccuracy;
import org.plumbline.bench.plausibility.TapAccuracy;
import org.plumbline.bench.sensitivity.SensitivityAccuracy;

/**
 * The accuracy benchmark: repetitions found in recordings of real people against truth, simulated sets with scripted faults,
 * clocks of two sensors over simulated links, simulated sessions with what happens between sets, orientations against optical truth, and from damaged recordings.
 * Prints Markdown tables, good and bad alike.
 *
 * <p>Usage: {@code java -cp bench/target/benchmarks.jar org.plumbline.bench.Accuracy
 * [recordings|clocks|form|grid|exercises|orientation|corrupted|simulated|latency|cautions|sessions|endurance|plausibility|ablation|sensitivity]},
 * with the folder of the recordings in {@code VALIDATION_DATA} (environment or system property). {@code sensitivity [part of a
 * name] [--into file]}: what stands in the file is not tried again.
 */
public final class Accuracy {
    private static final int CUE_SEEDS = 20;

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String part = arguments.length == 0 ? "all" : arguments[0];
        switch (part) {
            case "all":
                recordings(out);
                orientation(out);
                corrupted(out);
                form(out);
                new GridAccuracy(out).print();
                new ExerciseAccuracy(out).print("");
                new ClockAccuracy(out).print();
                new SimulatedSetAccuracy(out).print();
                new SessionAccuracy(out).print();
                new EnduranceAccuracy(out).print();
                latency(out);
                plausibility(out);
                break;
            case "plausibility":
                plausibility(out);
                break;
            case "clocks":
                new ClockAccuracy(out).print();
                break;
            case "grid":
                new GridAccuracy(out).print();
                break;
            case "exercises":
                new ExerciseAccuracy(out).print(arguments.length > 1 ? arguments[1] : "");
                break;
            case "form":
                form(out);
                break;
            case "sensitivity":
                Path figures = validationData(out, "which numbers matter");
                if (figures != null) {
                    sensitivity(new SensitivityAccuracy(figures, out), arguments);
                }
                break;
            case "recordings":
                recordings(out);
                break;
            case "orientation":
                orientation(out);
                break;
            case "corrupted":
                corrupted(out);
                break;
            case "simulated":
                new SimulatedSetAccuracy(out).print();
                break;
            case "cautions":
                new LiveCautionAccuracy(out, GridAccuracy.SETS).print();
                break;
            case "latency":
                latency(out);
                break;
            case "sessions":
                new SessionAccuracy(out).print();
                break;
            case "ablation":
                Path measured = validationData(out, "the parts of the orientation filter");
                if (measured != null) {
                    new AblationAccuracy(measured, out).print();
                }
                break;
            case "endurance":
                new EnduranceAccuracy(out).print();
                break;
            default:
                System.err.println(
                        "Unknown part " + part
                                + ": give recordings, clocks, form, grid, exercises, orientation, corrupted, simulated, latency, cautions, sessions, endurance, plausibility, ablation, sensitivity or nothing.");
                System.exit(2);
        }
    }

    private static void sensitivity(SensitivityAccuracy accuracy, String[] arguments) throws IOException {
        String only = "";
        Path into = null;
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--into") && i + 1 < arguments.length) {
                into = Path.of(arguments[++i]);
            } else {
                only = arguments[i];
            }
        }
        accuracy.print(only, into);
    }

    private static void recordings(PrintStream out) throws IOException {
        Path data = validationData(out, "recordings of real people");
        if (data != null) {
            new RecordingAccuracy(data, out).print();
            new RepetitionWindowAccuracy(data, out).print();
        }
    }

    private static void form(PrintStream out) throws IOException {
        Path data = validationData(out, "the form of real people");
        if (data != null) {
            new GoodAndBadSets(data, out).print();
            new LeanAccuracy(data, out).print();
        }
    }

    private static void orientation(PrintStream out) throws IOException {
        Path data = validationData(out, "orientation against optical truth");
        if (data != null) {
            new OrientationAccuracy(data, out).print();
        }
    }

    private static void corrupted(PrintStream out) throws IOException {
        Path data = validationData(out, "orientation from damaged recordings");
        if (data != null) {
            new DamageAccuracy(data, out).print();
        }
    }

    private static void plausibility(PrintStream out) throws IOException {
        Path data = validationData(out, "checks on a live stream");
        if (data != null) {
            new PlausibilityAccuracy(data, out).print();
            new SwapAccuracy(data, out).print();
            new TapAccuracy(data, out).print();
        }
    }

    private static void latency(PrintStream out) {
        new CueLatencyAccuracy(out, CUE_SEEDS).print();
        new LiveCautionAccuracy(out, GridAccuracy.SETS).print();
    }

    private static @Nullable Path validationData(PrintStream out, String what) {
        String path = System.getProperty("VALIDATION_DATA", System.getenv("VALIDATION_DATA"));
        if (path == null || !Files.isRegularFile(Path.of(path, "index.csv"))) {
            out.println("Skipped: " + what + ". VALIDATION_DATA does not name a folder with an index.csv.\n");
            return null;
        }
        return Path.of(path);
    }
}

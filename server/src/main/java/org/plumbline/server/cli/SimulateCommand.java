package org.plumbline.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the recording of a simulated set. */
@Command(
        name = "simulate",
        description = {
            "Write the recording of a simulated set.",
            "A lifter with two sensors stands still, bows three times and lifts; equal options give equal recordings."
        },
        footer = {"", "Example: java -jar server.jar simulate --out set.csv.gz --reps 8 --round-on 6 --tire 12"})
final class SimulateCommand implements Callable<Integer> {
    private static final double ROUNDING_DEG = 10;
    private static final double TWIST_DEG = 12;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Recording to write; gzip'd where the name ends in .gz.")
    private Path target;

    @Option(
            names = "--exercise",
            paramLabel = "NAME",
            defaultValue = "deadlift",
            description = {
                "deadlift, squat, romanian_deadlift, good_morning, swing, trunk_movement, row, overhead_press, bird_dog,",
                "glute_bridge, pelvic_tilt, side_plank or prone_press_up (default: ${DEFAULT-VALUE})."
            })
    private String exercise;

    @Option(
            names = "--reps",
            paramLabel = "N",
            defaultValue = "5",
            description = "Repetitions of the set (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--round-on",
            paramLabel = "K[:DEG]",
            description = "Round the lower back on repetition K, by DEG degrees (10 where not given). May be repeated.")
    private List<String> rounding = new ArrayList<>();

    @Option(
            names = "--twist-on",
            paramLabel = "K[:DEG]",
            description = "Twist on repetition K, by DEG degrees to the left (12 where not given). May be repeated.")
    private List<String> twists = new ArrayList<>();

    @Option(
            names = "--drift",
            paramLabel = "DEG",
            description = "Let peak flexion grow by DEG degrees from repetition to repetition.")
    private @Nullable Double driftDeg;

    @Option(
            names = "--tire",
            paramLabel = "PERCENT",
            description = "Let the way up become PERCENT slower up to the last repetition.")
    private @Nullable Double tiringPercent;

    @Option(names = "--load-kg", paramLabel = "X", description = "Load to note in the recording, kilograms.")
    private @Nullable Double loadKg;

    @Override
    public Integer call() throws IOException {
        SimulatedRecording recording;
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), options.progress)) {
            recording = new SimulatedRecording(script(), checkedLoad(), progress);
            try (OutputFile output = new OutputFile(target, null)) {
                recording.write(output.stream());
                output.commit();
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %d %s of %s, %.1f s, %d samples of 2 sensors%n",
                        target,
                        repetitions,
                        repetitions == 1 ? "repetition" : "repetitions",
                        exercise,
                        recording.durationS(),
                        recording.sampleCount());
        return 0;
    }

    private SimulationScript script() {
        List<SimulatedFault> faults = new ArrayList<>();
        for (String text : rounding) {
            faults.add(new SimulatedFault.Rounding(
                    repetition("--round-on", text), degrees("--round-on", text, ROUNDING_DEG)));
        }
        for (String text : twists) {
            faults.add(
                    new SimulatedFault.Twist(repetition("--twist-on", text), degrees("--twist-on", text, TWIST_DEG)));
        }
        if (driftDeg != null) {
            faults.add(new SimulatedFault.Drift(driftDeg));
        }
        if (tiringPercent != null) {
            faults.add(new SimulatedFault.Tiring(tiringPercent));
        }
        try {
            return new SimulationScript(exercise, repetitions, seed, faults, true);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(String.valueOf(refused.getMessage()));
        }
    }

    private static int repetition(String option, String text) {
        String number = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException notANumber) {
            throw malformed(option, text);
        }
    }

    private static double degrees(String option, String text, double otherwise) {
        if (!text.contains(":")) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text.substring(text.indexOf(':') + 1));
        } catch (NumberFormatException notANumber) {
            throw malformed(option, text);
        }
    }

    private static BadInputException malformed(String option, String text) {
        return new BadInputException(
                option + ": expected a repetition, or repetition:degrees such as 3:12, found '" + text + "'");
    }

    private @Nullable Double checkedLoad() {
        if (loadKg != null && !(loadKg >= 0 && Double.isFinite(loadKg))) {
            throw new BadInputException("--load-kg: expected kilograms from 0, found " + loadKg);
        }
        return loadKg;
    }
}

package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.FormListener;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.server.exchange.AnalysisJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses a recording and prints what was found. */
@Command(
        name = "analyze",
        description = "Find the repetitions of a recording and judge their form.",
        footer = {"", "Example: java -jar server.jar analyze set.csv.gz --exercise deadlift --json"})
final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions options;

    @Parameters(paramLabel = "FILE", description = "Recording, plain or gzip.")
    private Path file;

    @Option(names = "--json", description = "Print the result as JSON instead of a report.")
    private boolean json;

    @Option(
            names = "--exercise",
            paramLabel = "NAME",
            description = "Analyse as this exercise, whatever the recording says.")
    private @Nullable String exercise;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressLine progress = new ProgressLine(err, options.progress)) {
            InputRecording recording = new InputRecording(file, progress);
            RecordingAnalysis.Outcome outcome =
                    RecordingAnalysis.analyze(recording::open, exercise, new FormListener() {});
            progress.close();
            if (json) {
                out.print(AnalysisJson.write(outcome.result()));
            } else {
                new AnalysisReport(out).print(recording.name(), outcome);
            }
            out.flush();
            return Remarks.end(err, outcome.malformed());
        }
    }
}

package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingFormatException;
import org.plumbline.core.recording.RecordingReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the orientation of every sensor of a recording. */
@Command(
        name = "orient",
        description = {
            "Write the orientation of every sensor as CSV.",
            "Unit quaternions from the sensor to an earth frame with z up, one row for every row of the recording;"
                    + " the heading is arbitrary and differs between sensors."
        },
        footer = {
            "",
            "Example: java -jar server.jar orient board.csv.gz --out orientation.csv",
            "         java -jar server.jar orient board.csv.gz --smooth 4 --out orientation.csv"
        })
final class OrientCommand implements Callable<Integer> {
    static final String HEADER = "time_us,sensor,w,x,y,z";
    private static final double SHORTEST_LAG_S = 0.1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions options;

    @Mixin
    private ConversionFiles files;

    @Option(
            names = "--smooth",
            paramLabel = "SECONDS",
            description = {
                "Let later samples correct earlier orientations: each waits for so many seconds of them, 0.1 or more;"
                        + " longer than the recording takes all of it. Without this, orientations are those of the live filter."
            })
    private @Nullable Double smoothS;

    @Override
    public Integer call() throws IOException {
        if (smoothS != null && !(smoothS >= SHORTEST_LAG_S)) {
            throw new ParameterException(
                    spec.commandLine(), "--smooth must be " + SHORTEST_LAG_S + " seconds or more, but is " + smoothS);
        }
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), options.progress)) {
            InputRecording recording = new InputRecording(files.recording, progress);
            List<String> remarks = new ArrayList<>();
            @Nullable String malformed;
            try (RecordingReader reader = recording.open();
                    OutputFile output = new OutputFile(files.csv, files.recording)) {
                CsvLines csv = new CsvLines(output.stream(), HEADER);
                malformed = orient(reader, csv, remarks);
                csv.flush();
                output.commit();
            }
            progress.close();
            PrintWriter err = spec.commandLine().getErr();
            Remarks.notes(err, recording, recording.warnings());
            Remarks.notes(err, recording, remarks);
            return Remarks.end(err, malformed);
        }
    }

    /** Returns the message of the reader where the recording ended in a malformed row. */
    private @Nullable String orient(RecordingReader reader, CsvLines csv, List<String> remarks) throws IOException {
        OrientationRows rows = new OrientationRows(reader.header().sensors(), csv, smoothS);
        ImuSample sample = new ImuSample();
        while (true) {
            try {
                if (!reader.next(sample)) {
                    rows.finish();
                    remarks.addAll(rows.remarks());
                    return null;
                }
            } catch (RecordingFormatException malformed) {
                if (malformed.rowsKept() == 0) {
                    throw malformed;
                }
                rows.finish();
                remarks.addAll(rows.remarks());
                return malformed.getMessage();
            }
            rows.accept(sample);
        }
    }
}

package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.recording.RecordingFormatException;
import org.plumbline.core.recording.RecordingReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the orientation of every sensor of a recording. */
@Command(
        name = "orient",
        description = {
            "Write the orientation of every sensor as CSV.",
            "Unit quaternions from the sensor to an earth frame with z up, one row for every row of the recording;"
                    + " the heading is arbitrary and differs between sensors."
        },
        footer = {"", "Example: java -jar server.jar orient board.csv.gz --out orientation.csv"})
final class OrientCommand implements Callable<Integer> {
    static final String HEADER = "time_us,sensor,w,x,y,z";
    private static final int DECIMALS = 7;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions options;

    @Mixin
    private ConversionFiles files;

    @Override
    public Integer call() throws IOException {
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), options.progress)) {
            InputRecording recording = new InputRecording(files.recording, progress);
            @Nullable String malformed;
            try (RecordingReader reader = recording.open();
                    OutputFile output = new OutputFile(files.csv, files.recording)) {
                CsvLines csv = new CsvLines(output.stream(), HEADER);
                malformed = orient(reader, csv);
                csv.flush();
                output.commit();
            }
            progress.close();
            PrintWriter err = spec.commandLine().getErr();
            Remarks.notes(err, recording, recording.warnings());
            return Remarks.end(err, malformed);
        }
    }

    /** Returns the message of the reader where the recording ended in a malformed row. */
    private static @Nullable String orient(RecordingReader reader, CsvLines csv) throws IOException {
        List<SensorDescription> sensors = reader.header().sensors();
        OrientationFilter[] filters = new OrientationFilter[sensors.size()];
        String[] names = new String[sensors.size()];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new OrientationFilter(sensors.get(i).nominalRateHz());
            names[i] = sensors.get(i).placement().fileName();
        }
        ImuSample sample = new ImuSample();
        double[] wxyz = new double[4];
        while (true) {
            try {
                if (!reader.next(sample)) {
                    return null;
                }
            } catch (RecordingFormatException malformed) {
                if (malformed.rowsKept() == 0) {
                    throw malformed;
                }
                return malformed.getMessage();
            }
            OrientationFilter filter = filters[sample.sensorIndex];
            filter.update(sample);
            filter.copyOrientationTo(wxyz);
            csv.cell(sample.timeMicros).cell(names[sample.sensorIndex]);
            for (double component : wxyz) {
                csv.cell(component, DECIMALS);
            }
            csv.endLine();
        }
    }
}

package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.plumbline.core.FormListener;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.spine.SpinePose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the trunk angles of a recording. */
@Command(
        name = "pose",
        description = {
            "Write the trunk angles of a recording as CSV.",
            "Degrees, neutral standing removed, flexion positive forward; what cannot be assessed is an empty cell."
        },
        footer = {"", "Example: java -jar server.jar pose set.csv.gz --out angles.csv"})
final class PoseCommand implements Callable<Integer> {
    static final String HEADER = "time_s,pelvis_tilt,lumbar_flexion,lateral_bend,axial_rotation,trunk_inclination";

    /** A thousandth of a degree is far below what a sensor on skin can tell. */
    private static final int ANGLE_DECIMALS = 3;

    private static final int TIME_DECIMALS = 6;

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
            RecordingAnalysis.Outcome outcome;
            try (OutputFile output = new OutputFile(files.csv, files.recording)) {
                CsvLines csv = new CsvLines(output.stream(), HEADER);
                outcome = RecordingAnalysis.analyze(recording::open, null, new PoseWriter(csv));
                csv.flush();
                output.commit();
            }
            progress.close();
            PrintWriter err = spec.commandLine().getErr();
            Remarks.notes(
                    err,
                    recording,
                    outcome.result().quality().messages().stream()
                            .filter(message -> !message.equals(outcome.malformed()))
                            .toList());
            return Remarks.end(err, outcome.malformed());
        }
    }

    private record PoseWriter(CsvLines csv) implements FormListener {
        @Override
        public void onPose(SpinePose pose, double heldSagDeg) {
            csv.cell(pose.timeMicros / 1e6, TIME_DECIMALS)
                    .cell(pose.pelvisTiltDeg, ANGLE_DECIMALS)
                    .cell(pose.lumbarFlexionDeg, ANGLE_DECIMALS)
                    .cell(pose.lateralBendDeg, ANGLE_DECIMALS)
                    .cell(pose.axialRotationDeg, ANGLE_DECIMALS)
                    .cell(pose.trunkInclinationDeg, ANGLE_DECIMALS);
            try {
                csv.endLine();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

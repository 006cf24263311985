package org.plumbline.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingFormatException;
import org.plumbline.core.recording.RecordingReader;

/** Analyses a recording: runs the {@link FormMonitor} over every sample, just as a live set does. */
public final class RecordingAnalysis {
    /** Opens the recording. */
    @FunctionalInterface
    public interface Source {
        RecordingReader open() throws IOException;
    }

    private RecordingAnalysis() {}

    /**
     * Analyses a recording.
     *
     * <p>A malformed row ends the reading: what stood before it is analysed, and the message of the reader stands in
     * {@code quality.messages} of the result and in {@link Outcome#malformed()}.
     *
     * @param exercise name that overrides the recording's own, or null
     * @param listener hears poses, repetitions and flags
     * @throws RecordingFormatException where nothing of the recording can be read
     */
    public static Outcome analyze(Source source, @Nullable String exercise, FormListener listener) throws IOException {
        return analyze(source, exercise, KnownPerson.UNKNOWN, listener);
    }

    /** The same for a person of whom more is known. */
    public static Outcome analyze(Source source, @Nullable String exercise, KnownPerson person, FormListener listener)
            throws IOException {
        try (RecordingReader reader = source.open()) {
            FormMonitor monitor = new FormMonitor(
                    MonitorSetup.of(reader.header(), exercise)
                            .of(person.lifting(reader.header().loadKg())),
                    listener);
            String malformed = null;
            try {
                ImuSample sample = new ImuSample();
                while (reader.next(sample)) {
                    monitor.accept(sample);
                }
            } catch (RecordingFormatException broken) {
                if (reader.rows() == 0) {
                    throw broken;
                }
                malformed = broken.getMessage();
            }
            monitor.finish();
            List<String> said = new ArrayList<>(reader.warnings());
            if (malformed != null) {
                said.add(malformed);
            }
            return new Outcome(withMessages(monitor.result(), said), malformed);
        }
    }

    private static AnalysisResult withMessages(AnalysisResult result, List<String> more) {
        List<String> all = new ArrayList<>(result.quality().messages());
        all.addAll(more);
        return result.with(new AnalysisResult.Quality(result.quality().sensors(), List.copyOf(all)));
    }

    /**
     * @param result the analysis
     * @param malformed message of the reader where the recording ended in a malformed row, else null
     */
    public record Outcome(AnalysisResult result, @Nullable String malformed) {}
}

package org.plumbline.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingReader;

/**
 * Analyses a recording: a first pass finds how the sensors sit and where the person stands, a second runs the
 * {@link FormMonitor} over every sample.
 */
public final class RecordingAnalysis {
    /** Opens the same recording each time it is asked. */
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
     * @param listener hears poses, repetitions and flags of the second pass
     */
    public static Outcome analyze(Source source, @Nullable String exercise, FormListener listener) throws IOException {
        throw new UnsupportedOperationException("not yet: " + source + exercise + listener);
    }

    /**
     * @param result the analysis
     * @param malformed message of the reader where the recording ended in a malformed row, else null
     */
    public record Outcome(AnalysisResult result, @Nullable String malformed) {}
}

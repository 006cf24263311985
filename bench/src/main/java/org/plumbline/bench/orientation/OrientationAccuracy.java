package org.plumbline.bench.orientation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.bench.IndexedRecording;

/** Orientations of every estimator against optical truth: a board in the hand, and sensors on people who sit and bend. */
public final class OrientationAccuracy {
    private final Path data;
    private final PrintStream out;

    /** Reads the recordings in {@code data} and prints to {@code out}. */
    public OrientationAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Prints every table. */
    public void print() throws IOException {
        List<IndexedRecording> recordings = IndexedRecording.readIndex(data);
        out.println("## Orientation against optical truth\n");
        new BroadAccuracy(data, recordings, out).print();
        new TrunkAccuracy(data, recordings, out).print();
    }
}

package org.plumbline.bench.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupted run goes on where it stopped, but never with the figures of another core. */
class TrialFileTest {
    private static final Map<String, Figure> USUAL = Map.of("sets exact", Figure.count(58, "60 sets"));
    private static final Trial MOVED = new Trial(
            "SetRhythm.SET_OVER_S", new Trial.Outcome(List.of(57.0), ""), Trial.Outcome.failed("no end\nat all"));
    private static final Trial STILL = new Trial(
            "Metric: RANGE_LOSS(5) #1",
            new Trial.Outcome(List.of(58.0), ""),
            new Trial.Outcome(List.of(Double.NaN), ""));

    @TempDir
    Path folder;

    private Path sources;
    private Path file;

    @BeforeEach
    void writeACore() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("SetRhythm.java"), "class SetRhythm {}");
        file = folder.resolve("trials.txt");
    }

    @Test
    void trialsAreReadAsTheyWereWritten() throws IOException {
        TrialFile first = new TrialFile(file, sources, USUAL);
        first.add(MOVED);
        first.add(STILL);
        assertEquals(List.of(MOVED, STILL), new TrialFile(file, sources, USUAL).trials());
    }

    @Test
    void aTrialCutOffIsTriedAgain() throws IOException {
        new TrialFile(file, sources, USUAL).add(MOVED);
        Files.writeString(file, "Metric: RANGE_LO", StandardOpenOption.APPEND);
        TrialFile second = new TrialFile(file, sources, USUAL);
        second.add(STILL);
        assertEquals(List.of(MOVED, STILL), new TrialFile(file, sources, USUAL).trials());
    }

    @Test
    void trialsOfAnotherCoreAreRefused() throws IOException {
        new TrialFile(file, sources, USUAL).add(MOVED);
        Files.writeString(sources.resolve("SetRhythm.java"), "final class SetRhythm {}");
        assertThrows(IOException.class, () -> new TrialFile(file, sources, USUAL));
    }

    @Test
    void trialsOfOtherFiguresAreRefused() throws IOException {
        new TrialFile(file, sources, USUAL).add(MOVED);
        Map<String, Figure> others = Map.of("sets exact", Figure.count(59, "60 sets"));
        assertThrows(IOException.class, () -> new TrialFile(file, sources, others));
    }
}

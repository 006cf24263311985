package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingFormatException;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** A file of samples is analysed as a live set is, and what was wrong with it is said. */
class RecordingAnalysisTest {
    private static final int REPETITIONS = 3;
    private static final byte[] SET = recorded();

    private static byte[] recorded() {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", REPETITIONS, 7));
        RecordingHeader header =
                new RecordingHeader("evening", "deadlift", null, 80.0, wearable.sensors(), List.of(), Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            ClockMapper clock = new ClockMapper(wearable.sensors().size(), sample -> write(writer, sample));
            ImuSample sample = new ImuSample();
            while (wearable.next(sample)) {
                clock.accept(sample);
            }
            clock.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(RecordingWriter writer, ImuSample sample) {
        try {
            if (sample.timeMicros >= 0) {
                writer.write(sample);
            }
        } catch (IllegalArgumentException outOfOrder) {
            // the other sensor's clock runs ahead: one row less
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static RecordingAnalysis.Outcome analyzed(byte[] recording, String exercise) throws IOException {
        return RecordingAnalysis.analyze(
                () -> RecordingReader.open(new ByteArrayInputStream(recording), "set.csv"),
                exercise,
                new FormListener() {});
    }

    private static byte[] followedBy(byte[] recording, String more) {
        byte[] row = more.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(recording, recording.length + row.length);
        System.arraycopy(row, 0, both, recording.length, row.length);
        return both;
    }

    @Test
    void allOfItIsAnalysedAndWhatTheReaderRemarksIsSaid() throws IOException {
        RecordingAnalysis.Outcome whole = analyzed(SET, null);
        assertNull(whole.malformed());
        assertEquals("deadlift", whole.result().recording().exercise());
        assertEquals(REPETITIONS, whole.result().set().repetitionCount());
        assertEquals(REPETITIONS, whole.result().repetitions().size());
        assertEquals(2, whole.result().quality().sensors().size());
        assertTrue(
                whole.result().quality().messages().contains("the header names no subject"),
                whole.result().quality().messages().toString());
    }

    @Test
    void aRepetitionSpansTheMomentsFromItsBeginToItsEnd() throws IOException {
        AnalysisResult.Repetition second =
                analyzed(SET, null).result().repetitions().get(1);
        assertTrue(second.spans(second.startS()) && second.spans(second.endS()));
        assertFalse(second.spans(second.startS() - 0.01) || second.spans(second.endS() + 0.01));
    }

    @Test
    void anExerciseThatIsNamedHoldsBeforeTheFilesOwn() throws IOException {
        assertEquals("squat", analyzed(SET, "squat").result().recording().exercise());
    }

    @Test
    void aRowThatCannotBeReadEndsItAndIsNamedBesideWhatCameBefore() throws IOException {
        AnalysisResult whole = analyzed(SET, null).result();
        RecordingAnalysis.Outcome broken = analyzed(followedBy(SET, "this,is,no,row\n"), null);
        String said = Objects.requireNonNull(broken.malformed());
        assertTrue(said.contains("line"), said);
        assertEquals(whole.repetitions(), broken.result().repetitions());
        assertTrue(broken.result().quality().messages().contains(said));
        assertTrue(
                broken.result().quality().messages().containsAll(whole.quality().messages()), "and what else is said");
        assertEquals(whole.quality().sensors(), broken.result().quality().sensors());
    }

    @Test
    void aFileOfWhichNoRowCanBeReadIsRefused() {
        String text = new String(SET, StandardCharsets.UTF_8);
        int rows = text.indexOf("\n", text.lastIndexOf("#") > 0 ? text.lastIndexOf("\n#") + 1 : 0);
        int firstRow = text.indexOf("\n", rows + 1) + 1;
        byte[] head = text.substring(0, firstRow).getBytes(StandardCharsets.UTF_8);
        assertThrows(RecordingFormatException.class, () -> analyzed(followedBy(head, "this,is,no,row\n"), null));
    }

    @Test
    void theLoadOfTheFileHoldsWhereThePersonsOwnIsNotKnown() {
        assertEquals(80, KnownPerson.UNKNOWN.lifting(80.0).loadKg());
        assertTrue(Double.isNaN(KnownPerson.UNKNOWN.lifting(null).loadKg()));
        KnownPerson own = new KnownPerson(null, null, null, 60, null, RepetitionCorrections.NONE);
        assertEquals(60, own.lifting(80.0).loadKg());
    }
}

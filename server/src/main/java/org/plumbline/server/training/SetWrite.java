package org.plumbline.server.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;

/**
 * One thing to be written of a set, as a value: it can wait in memory or in a file, and be stored a second time without
 * being there twice.
 */
sealed interface SetWrite {
    /** Whoever stores writes: one method a kind. */
    interface Target {
        void samples(Samples samples);

        void repetition(StoredRepetition repetition);

        void flag(StoredFlag flag);

        void message(StoredMessage message);

        void begun(long afterSamples);

        void end(End end);
    }

    void storeTo(Target target);

    /** About how much memory it takes. */
    int bytes();

    /** Letter of its kind in a spool file. */
    char kind();

    /** Its content in a spool file. */
    void put(DataOutputStream out) throws IOException;

    /** A chunk of samples. */
    record Samples(int number, int count, byte[] payload) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.samples(this);
        }

        @Override
        public int bytes() {
            return payload.length;
        }

        @Override
        public char kind() {
            return 'S';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            out.writeInt(number);
            out.writeInt(count);
            putBytes(out, payload);
        }
    }

    /** A complete repetition with its flags. */
    record Repetition(StoredRepetition repetition) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.repetition(repetition);
        }

        @Override
        public int bytes() {
            return 8 * 1024;
        }

        @Override
        public char kind() {
            return 'R';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            putInstant(out, repetition.completedAt());
            putJson(out, repetition.result());
            putBytes(out, CurveBytes.encode(repetition.curves().lumbarFlexionDeg()));
            putBytes(out, CurveBytes.encode(repetition.curves().trunkInclinationDeg()));
            putBytes(out, CurveBytes.encode(repetition.curves().holdSagDeg()));
        }
    }

    /** A flag noted while its repetition runs, or of the set as a whole. */
    record Flag(StoredFlag flag) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.flag(flag);
        }

        @Override
        public int bytes() {
            return 512;
        }

        @Override
        public char kind() {
            return 'F';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            putJson(out, flag);
        }
    }

    /** Something said about the set. */
    record Message(StoredMessage message) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.message(message);
        }

        @Override
        public int bytes() {
            return 512;
        }

        @Override
        public char kind() {
            return 'M';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            putJson(out, message);
        }
    }

    /** The lifter said after that many samples that the set begins. */
    record Begun(long afterSamples) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.begun(afterSamples);
        }

        @Override
        public int bytes() {
            return 64;
        }

        @Override
        public char kind() {
            return 'B';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            out.writeLong(afterSamples);
        }
    }

    /** The end of the set, the last of its writes. With the number of chunks it must have by then. */
    record End(
            SetState state,
            Instant endedAt,
            int chunks,
            @Nullable AnalysisResult analysis) implements SetWrite {
        @Override
        public void storeTo(Target target) {
            target.end(this);
        }

        @Override
        public int bytes() {
            return 64 * 1024;
        }

        @Override
        public char kind() {
            return 'E';
        }

        @Override
        public void put(DataOutputStream out) throws IOException {
            out.writeUTF(state.word());
            putInstant(out, endedAt);
            out.writeInt(chunks);
            out.writeBoolean(analysis != null);
            if (analysis != null) {
                putJson(out, analysis);
            }
        }
    }

    /** Its bytes in a spool file. */
    default byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(kind());
            put(out);
        } catch (IOException ofMemory) {
            throw new UncheckedIOException(ofMemory);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are none of a write */
    static SetWrite decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            char kind = (char) in.readByte();
            return switch (kind) {
                case 'S' -> new Samples(in.readInt(), in.readInt(), takeBytes(in));
                case 'R' ->
                    new Repetition(new StoredRepetition(
                            takeInstant(in),
                            takeJson(in, AnalysisResult.Repetition.class),
                            new RepetitionCurves(
                                    CurveBytes.decode(takeBytes(in)),
                                    CurveBytes.decode(takeBytes(in)),
                                    // a version before kept no more
                                    in.available() == 0
                                            ? RepetitionCurves.NO_HOLD
                                            : CurveBytes.decode(takeBytes(in)))));
                case 'F' -> new Flag(takeJson(in, StoredFlag.class));
                case 'M' -> new Message(takeJson(in, StoredMessage.class));
                case 'B' -> new Begun(in.readLong());
                case 'E' ->
                    new End(
                            SetState.ofWord(in.readUTF()),
                            takeInstant(in),
                            in.readInt(),
                            in.readBoolean() ? takeJson(in, AnalysisResult.class) : null);
                default -> throw new IOException("no write is of the kind " + (int) kind);
            };
        } catch (RuntimeException malformed) {
            throw new IOException("a write that cannot be read", malformed);
        }
    }

    private static void putInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant takeInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void putJson(DataOutputStream out, Object value) throws IOException {
        putBytes(out, StoredJson.write(value).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T takeJson(DataInputStream in, Class<T> type) throws IOException {
        return StoredJson.read(new String(takeBytes(in), StandardCharsets.UTF_8), type);
    }

    private static void putBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] takeBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("a write that breaks off");
        }
        return bytes;
    }
}

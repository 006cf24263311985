package org.plumbline.server.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;

/**
 * The samples of a set in the order of their arrival, read chunk by chunk. A chunk that was never
 * written is stepped over, and so is one that is not as it was written: {@link #unreadable} says which stretches those are. One
 * reader, one thread.
 */
public final class StoredSamples {
    /** A live set has two chunks a second: reading each by itself is a question to the database for each. */
    private static final int CHUNKS_AT_ONCE = 16;

    private final SampleRepository samples;
    private final UUID setId;
    private final int sensorCount;
    private final Deque<SampleRepository.StoredChunk> ahead = new ArrayDeque<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final BitSet sensors = new BitSet();
    private SampleChunk.@Nullable Reader chunk;
    private int nextChunk;
    private long position;
    private long read;
    private long lastMicros;
    private long open;

    /** One without {@code toMicros} goes on to the end. */
    private record Stretch(
            long samples, long fromMicros, @Nullable Long toMicros) {}

    StoredSamples(SampleRepository samples, TrainingSet set) {
        this.samples = samples;
        this.setId = set.id();
        this.sensorCount = set.header().sensors().size();
    }

    /** Fills {@code into} with the next sample; false at the end. */
    public boolean next(ImuSample into) {
        while (chunk == null || !chunk.next(into)) {
            SampleRepository.StoredChunk stored = nextChunk();
            if (stored == null) {
                if (open > 0) {
                    closeStretch(null);
                }
                return false;
            }
            chunk = open(stored);
        }
        long micros = into.arrivalMicros == ImuSample.NO_ARRIVAL ? into.timeMicros : into.arrivalMicros;
        if (open > 0) {
            closeStretch(micros);
        }
        lastMicros = read == 0 ? micros : Math.max(lastMicros, micros);
        sensors.set(into.sensorIndex);
        read++;
        position++;
        return true;
    }

    private SampleRepository.@Nullable StoredChunk nextChunk() {
        if (ahead.isEmpty()) {
            ahead.addAll(samples.chunksFrom(setId, nextChunk, CHUNKS_AT_ONCE));
        }
        SampleRepository.StoredChunk stored = ahead.poll();
        if (stored != null) {
            nextChunk = stored.number() + 1;
        }
        return stored;
    }

    /** Whether all chunks that are left are as they were written; steps over them and gives no sample. */
    boolean isRestWhole() {
        SampleRepository.StoredChunk stored = nextChunk();
        while (stored != null) {
            try {
                new SampleChunk.Reader(stored.payload(), sensorCount);
            } catch (IOException changed) {
                return false;
            }
            stored = nextChunk();
        }
        return true;
    }

    /** Reads what is left, for what is then known of all of them. */
    StoredSamples readAll() {
        ImuSample sample = new ImuSample();
        boolean more = next(sample);
        while (more) {
            more = next(sample);
        }
        return this;
    }

    private SampleChunk.@Nullable Reader open(SampleRepository.StoredChunk stored) {
        try {
            return new SampleChunk.Reader(stored.payload(), sensorCount);
        } catch (IOException changed) {
            samples.unreadable(setId, stored.number(), String.valueOf(changed.getMessage()));
            open += stored.count();
            position += stored.count();
            return null;
        }
    }

    private void closeStretch(@Nullable Long toMicros) {
        stretches.add(new Stretch(open, lastMicros, toMicros));
        open = 0;
    }

    /** Samples given so far and those that stood before them and cannot be read. */
    public long position() {
        return position;
    }

    /** Samples given so far. */
    public long read() {
        return read;
    }

    /** The latest time of the samples given so far, µs of the set's stream; 0 where there was none. */
    long lastMicros() {
        return lastMicros;
    }

    /** What could not be read so far, in order. A chunk holds samples of every sensor, so that all sensors miss it. */
    public List<UnreadableStretch> unreadable() {
        List<Integer> all = sensors.stream().boxed().toList();
        return stretches.stream()
                .map(one -> new UnreadableStretch(
                        one.samples(),
                        all,
                        one.fromMicros() * 1e-6,
                        one.toMicros() == null ? null : one.toMicros() * 1e-6))
                .toList();
    }
}

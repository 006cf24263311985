package org.plumbline.server.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;

/**
 * The samples of a set in the order of their arrival, read chunk by chunk. A chunk that was never
 * written is stepped over. One reader, one thread.
 */
public final class StoredSamples {
    /** A live set has two chunks a second: reading each by itself is a question to the database for each. */
    private static final int CHUNKS_AT_ONCE = 16;

    private final SampleRepository samples;
    private final UUID setId;
    private final Deque<SampleRepository.StoredChunk> ahead = new ArrayDeque<>();
    private SampleChunk.@Nullable Reader chunk;
    private int nextChunk;

    StoredSamples(SampleRepository samples, UUID setId) {
        this.samples = samples;
        this.setId = setId;
    }

    /** Fills {@code into} with the next sample; false at the end. */
    public boolean next(ImuSample into) throws IOException {
        while (chunk == null || !chunk.next(into)) {
            if (ahead.isEmpty()) {
                ahead.addAll(samples.chunksFrom(setId, nextChunk, CHUNKS_AT_ONCE));
            }
            SampleRepository.StoredChunk stored = ahead.poll();
            if (stored == null) {
                return false;
            }
            nextChunk = stored.number() + 1;
            chunk = new SampleChunk.Reader(stored.payload());
        }
        return true;
    }
}

package org.plumbline.server.training;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;

/**
 * The samples of a set in the order of their arrival, read chunk by chunk. A chunk that was never
 * written is stepped over. One reader, one thread.
 */
public final class StoredSamples {
    private final SampleRepository samples;
    private final UUID setId;
    private SampleChunk.@Nullable Reader chunk;
    private int nextChunk;

    StoredSamples(SampleRepository samples, UUID setId) {
        this.samples = samples;
        this.setId = setId;
    }

    /** Fills {@code into} with the next sample; false at the end. */
    public boolean next(ImuSample into) throws IOException {
        while (chunk == null || !chunk.next(into)) {
            Optional<SampleRepository.StoredChunk> stored = samples.chunkFrom(setId, nextChunk);
            if (stored.isEmpty()) {
                return false;
            }
            nextChunk = stored.get().number() + 1;
            chunk = new SampleChunk.Reader(stored.get().payload());
        }
        return true;
    }
}

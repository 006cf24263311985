package org.plumbline.server.training;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chunks of raw samples in SQL. */
@Repository
class SampleRepository {
    /** Chunks that are deleted in one transaction: a few megabytes. */
    private static final int DELETED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ChunkSink chunks;
    private final SampleHealth health;

    @Autowired
    SampleRepository(JdbcClient jdbc, ChunkSink chunks, SampleHealth health) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.health = health;
    }

    /** Writes each chunk by itself. */
    SampleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.chunks = this::insert;
        this.health = new SampleHealth();
    }

    /** Takes chunks; returns when one is in the database. */
    @FunctionalInterface
    interface ChunkSink {
        void write(UUID setId, int chunkNumber, int sampleCount, byte[] payload);
    }

    /** Writes a chunk in the transaction of the caller, if there is one. */
    void insert(UUID setId, int chunkNumber, int sampleCount, byte[] payload) {
        jdbc.sql("insert into sample_chunk (set_id, chunk_number, sample_count, payload)"
                        + " values (:set, :number, :count, :payload)")
                .param("set", setId)
                .param("number", chunkNumber)
                .param("count", sampleCount)
                .param("payload", payload)
                .update();
    }

    /** Writes a chunk together with those of other sets; it is committed when this returns. The set must be committed before. */
    void insertTogether(UUID setId, int chunkNumber, int sampleCount, byte[] payload) {
        chunks.write(setId, chunkNumber, sampleCount, payload);
    }

    /**
     * A chunk as it is stored.
     *
     * @param count its samples, also where the payload cannot be read
     */
    record StoredChunk(int number, int count, byte[] payload) {}

    /** A chunk was read that is not as it was written. */
    void unreadable(UUID setId, int chunkNumber, String why) {
        health.unreadable(setId, chunkNumber, why);
    }

    /** The first so many chunks that have this number or a higher one. */
    List<StoredChunk> chunksFrom(UUID setId, int chunkNumber, int count) {
        return jdbc.sql(
                        "select chunk_number, sample_count, payload from sample_chunk"
                                + " where set_id = :set and chunk_number >= :number order by chunk_number fetch first :count rows only")
                .param("set", setId)
                .param("number", chunkNumber)
                .param("count", count)
                .query((row, number) -> new StoredChunk(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .list();
    }

    /** Deletes the chunks of a set that is about to go, some at a time and each time for good, but for a last few. */
    void deleteInPieces(UUID setId) {
        int last = jdbc.sql("select coalesce(max(chunk_number), -1) from sample_chunk where set_id = :set")
                .param("set", setId)
                .query(Integer.class)
                .single();
        for (int below = DELETED_AT_ONCE; below <= last; below += DELETED_AT_ONCE) {
            jdbc.sql("delete from sample_chunk where set_id = :set and chunk_number < :below")
                    .param("set", setId)
                    .param("below", below)
                    .update();
        }
    }

    int chunkCount(UUID setId) {
        return jdbc.sql("select count(*) from sample_chunk where set_id = :set")
                .param("set", setId)
                .query(Integer.class)
                .single();
    }

    long sampleCount(UUID setId) {
        return jdbc.sql("select coalesce(sum(sample_count), 0) from sample_chunk where set_id = :set")
                .param("set", setId)
                .query(Long.class)
                .single();
    }
}

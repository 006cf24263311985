package org.plumbline.server.training;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chunks of raw samples in SQL. */
@Repository
class SampleRepository {
    private final JdbcClient jdbc;

    SampleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID setId, int chunkNumber, int sampleCount, byte[] payload) {
        jdbc.sql("insert into sample_chunk (set_id, chunk_number, sample_count, payload)"
                        + " values (:set, :number, :count, :payload)")
                .param("set", setId)
                .param("number", chunkNumber)
                .param("count", sampleCount)
                .param("payload", payload)
                .update();
    }

    /** A chunk as it is stored. */
    record StoredChunk(int number, byte[] payload) {}

    /** The first chunk that has this number or a higher one. */
    Optional<StoredChunk> chunkFrom(UUID setId, int chunkNumber) {
        return jdbc.sql("select chunk_number, payload from sample_chunk where set_id = :set and chunk_number >= :number"
                        + " order by chunk_number fetch first 1 rows only")
                .param("set", setId)
                .param("number", chunkNumber)
                .query((row, number) -> new StoredChunk(row.getInt(1), row.getBytes(2)))
                .optional();
    }

    long sampleCount(UUID setId) {
        return jdbc.sql("select coalesce(sum(sample_count), 0) from sample_chunk where set_id = :set")
                .param("set", setId)
                .query(Long.class)
                .single();
    }
}

package org.plumbline.server.backup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads samples from anywhere in the database, so that damage in a place that nobody else reads is met too. */
class AnyChunk {
    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;

    AnyChunk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads a chunk of samples.
     *
     * @param anywhere of the first set from here on; where there is none, of the first one
     * @param share how far into the set, from 0 to below 1
     * @return its number in the set; empty where there are no samples
     */
    Optional<Integer> read(UUID anywhere, double share) {
        return set(anywhere).or(() -> set(LEAST)).flatMap(set -> read(set, (int) (share * (last(set) + 1))));
    }

    private Optional<UUID> set(UUID from) {
        return jdbc.sql("select set_id from sample_chunk where set_id >= :from order by set_id, chunk_number"
                        + " fetch first 1 rows only")
                .param("from", from)
                .query(UUID.class)
                .optional();
    }

    private int last(UUID set) {
        return jdbc.sql("select max(chunk_number) from sample_chunk where set_id = :set")
                .param("set", set)
                .query(Integer.class)
                .single();
    }

    private Optional<Integer> read(UUID set, int from) {
        return jdbc.sql(
                        "select chunk_number, octet_length(payload) as bytes from sample_chunk"
                                + " where set_id = :set and chunk_number >= :from order by chunk_number fetch first 1 rows only")
                .param("set", set)
                .param("from", from)
                .query((row, number) -> row.getInt("chunk_number"))
                .optional();
    }
}

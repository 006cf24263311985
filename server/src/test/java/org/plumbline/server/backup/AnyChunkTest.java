package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.DatabaseKind;
import org.plumbline.server.support.TestDatabase;

/** From where in the file health reads. */
class AnyChunkTest {
    private static final UUID SHORT = UUID.fromString("20000000-0000-4000-8000-000000000000");
    private static final UUID LONG = UUID.fromString("90000000-0000-4000-8000-000000000000");
    private static final UUID BEYOND_BOTH = UUID.fromString("f0000000-0000-4000-8000-000000000000");

    private final TestDatabase database = TestDatabase.empty(DatabaseKind.H2);
    private final AnyChunk anyChunk = new AnyChunk(database.jdbc());

    @BeforeEach
    void makeTable() {
        database.jdbc()
                .sql("create table sample_chunk (set_id uuid, chunk_number int, payload varbinary,"
                        + " primary key (set_id, chunk_number))")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyChunkOfASetIsReadSomeTimeAndNotOnlyItsFirst() {
        add(SHORT, 2);
        add(LONG, 10);
        assertEquals(Optional.of(0), anyChunk.read(LONG, 0));
        assertEquals(Optional.of(5), anyChunk.read(LONG, 0.55));
        assertEquals(Optional.of(9), anyChunk.read(LONG, 0.999));
        assertEquals(Optional.of(1), anyChunk.read(SHORT, 0.999));
    }

    @Test
    void beyondTheLastSetTheFirstOneIsRead() {
        add(SHORT, 2);
        add(LONG, 10);
        assertEquals(Optional.of(1), anyChunk.read(BEYOND_BOTH, 0.999));
    }

    @Test
    void withoutSamplesNothingIsRead() {
        assertEquals(Optional.empty(), anyChunk.read(SHORT, 0.5));
    }

    private void add(UUID set, int chunks) {
        for (int i = 0; i < chunks; i++) {
            database.jdbc()
                    .sql("insert into sample_chunk (set_id, chunk_number, payload) values (:set, :number, :payload)")
                    .param("set", set)
                    .param("number", i)
                    .param("payload", new byte[] {1})
                    .update();
        }
    }
}

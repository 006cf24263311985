package org.plumbline.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Counts in the database, after the server has ended, what of the samples that were sent is stored. It reads the table from front to
 * back: set by set a database that keeps rows in the order they came would have to look in as many places as there are chunks.
 */
final class StoredSamples {
    private static final int ROWS_AT_ONCE = 256;

    /** The first seconds of a set, in which both sensors have spoken. */
    private static final int FIRST_CHUNKS = 3;

    private static final String CHUNKS = "select set_id, payload from sample_chunk";

    private final Collection<StoredSet> sets;
    private long notFinished;

    private StoredSamples(Collection<StoredSet> sets) {
        this.sets = sets;
    }

    /** @param database of a server that has ended */
    static StoredSamples count(LoadDatabase database, List<LoadLifter> lifters) throws SQLException {
        Map<UUID, StoredSet> sets = new HashMap<>();
        for (LoadLifter lifter : lifters) {
            for (LoadLifter.PlayedSet played : lifter.sets()) {
                sets.put(UUID.fromString(played.id()), new StoredSet(played, lifter.pelvis.rateHz()));
            }
        }
        StoredSamples found = new StoredSamples(sets.values());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            each(statement, CHUNKS + " where chunk_number < " + FIRST_CHUNKS, sets, StoredSet::begin);
            each(statement, CHUNKS, sets, StoredSet::add);
            try (ResultSet states = statement.executeQuery("select id, state from training_set")) {
                while (states.next()) {
                    boolean finished = "finished".equalsIgnoreCase(states.getString(2));
                    found.notFinished += !finished && sets.containsKey(states.getObject(1, UUID.class)) ? 1 : 0;
                }
            }
        }
        return found;
    }

    private static void each(
            Statement statement, String query, Map<UUID, StoredSet> sets, BiConsumer<StoredSet, byte[]> read)
            throws SQLException {
        try (ResultSet chunks = statement.executeQuery(query)) {
            while (chunks.next()) {
                StoredSet set = sets.get(chunks.getObject(1, UUID.class));
                if (set != null) {
                    read.accept(set, chunks.getBytes(2));
                }
            }
        }
    }

    long sets() {
        return sets.size();
    }

    /** Samples stored of these sets. */
    long stored() {
        return sets.stream().mapToLong(StoredSet::stored).sum();
    }

    /** Samples that left after a set was said to run and half a second before it was ended. */
    long expected() {
        return sets.stream().mapToLong(StoredSet::expected).sum();
    }

    /** Of those, the ones that are not there. */
    long missing() {
        return sets.stream().mapToLong(StoredSet::missing).sum();
    }

    long notFinished() {
        return notFinished;
    }
}

package org.plumbline.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Counts in the database, after the server has ended, what of the samples that were sent is stored. */
final class StoredSamples {
    private static final int HEADER_BYTES = 16;
    private static final int SAMPLE_BYTES = 44;
    private static final int TIME_AT = 28;
    private static final int SENSORS = 2;

    /** A TIMU counts microseconds in 32 bits; how often it has come round nobody can know who connects later. */
    private static final long ROUND_MICROS = 1L << 32;

    private long sets;
    private long stored;
    private long expected;
    private long missing;
    private long notFinished;

    /** @param database the data directory's, which nobody else has open */
    static StoredSamples count(String database, List<LoadLifter> lifters) throws SQLException {
        StoredSamples found = new StoredSamples();
        try (Connection connection = DriverManager.getConnection(database, "", "");
                PreparedStatement chunks = connection.prepareStatement(
                        "select payload from sample_chunk where set_id = ? order by chunk_number");
                PreparedStatement state = connection.prepareStatement("select state from training_set where id = ?")) {
            for (LoadLifter lifter : lifters) {
                for (LoadLifter.PlayedSet set : lifter.sets()) {
                    found.add(chunks, state, set, lifter.pelvis.rateHz());
                }
            }
        }
        return found;
    }

    private void add(PreparedStatement chunks, PreparedStatement state, LoadLifter.PlayedSet set, double rateHz)
            throws SQLException {
        sets++;
        long[] first = {set.firstPelvis(), set.firstThorax()};
        long[] last = {set.lastPelvis(), set.lastThorax()};
        long[] within = new long[SENSORS];
        long[] roundsMicros = {-1, -1};
        chunks.setObject(1, UUID.fromString(set.id()));
        try (ResultSet rows = chunks.executeQuery()) {
            while (rows.next()) {
                ByteBuffer chunk = ByteBuffer.wrap(rows.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN);
                for (int at = HEADER_BYTES; at < chunk.limit(); at += SAMPLE_BYTES) {
                    int sensor = chunk.get(at);
                    long timeMicros = chunk.getLong(at + TIME_AT);
                    if (roundsMicros[sensor] < 0) {
                        double rounds =
                                (LoadTimu.deviceMicros(first[sensor], rateHz) - timeMicros) / (double) ROUND_MICROS;
                        roundsMicros[sensor] = ROUND_MICROS * Math.round(rounds);
                    }
                    long counter = Math.round((timeMicros + roundsMicros[sensor]) * rateHz / 1e6);
                    within[sensor] += counter >= first[sensor] && counter <= last[sensor] ? 1 : 0;
                    stored++;
                }
            }
        }
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            long wanted = Math.max(0, last[sensor] - first[sensor] + 1);
            expected += wanted;
            missing += wanted - within[sensor];
        }
        state.setObject(1, UUID.fromString(set.id()));
        try (ResultSet row = state.executeQuery()) {
            notFinished += row.next() && row.getString(1).equalsIgnoreCase("finished") ? 0 : 1;
        }
    }

    long sets() {
        return sets;
    }

    /** Samples stored of these sets. */
    long stored() {
        return stored;
    }

    /** Samples that left after a set was said to run and half a second before it was ended. */
    long expected() {
        return expected;
    }

    /** Of those, the ones that are not there. */
    long missing() {
        return missing;
    }

    long notFinished() {
        return notFinished;
    }
}

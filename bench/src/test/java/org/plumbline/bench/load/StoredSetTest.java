package org.plumbline.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class StoredSetTest {
    private static final double RATE_HZ = 104;

    @Test
    void countsChunksInAnyOrderAndMissesWhatIsNotThere() {
        StoredSet set = new StoredSet(new LoadLifter.PlayedSet("a", 100, 299, 100, 299), RATE_HZ);
        byte[] early = chunk(90, 200, 0);
        byte[] late = chunk(210, 310, 0);

        set.begin(early);
        set.add(late);
        set.add(early);

        assertEquals(400, set.expected());
        assertEquals(20, set.missing(), "200 to 209, of both sensors");
        assertEquals(2 * 210, set.stored());
    }

    @Test
    void findsTheSamplesOfTwoHoursThoughTheClockHadComeRoundBeforeItConnected() {
        long first = (long) (80 * 60 * RATE_HZ);
        long last = first + (long) (120 * 60 * RATE_HZ) - 1;
        StoredSet set = new StoredSet(new LoadLifter.PlayedSet("a", first, last, first, last), RATE_HZ);

        set.begin(chunk(first - 50, first + 50, 1));
        set.add(chunk(last - 49, last + 51, 1));
        set.add(chunk(first - 50, last - 49, 1));

        assertEquals(0, set.missing());
    }

    /** Samples of both sensors from one counter up to before another, by a clock that has come round. */
    private static byte[] chunk(long from, long to, int rounds) {
        ByteBuffer chunk = ByteBuffer.allocate(16 + (int) (to - from) * 2 * 44).order(ByteOrder.LITTLE_ENDIAN);
        int at = 16;
        for (long counter = from; counter < to; counter++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                chunk.put(at, (byte) sensor);
                chunk.putLong(at + 28, LoadTimu.deviceMicros(counter, RATE_HZ) - rounds * (1L << 32));
                at += 44;
            }
        }
        return chunk.array();
    }
}

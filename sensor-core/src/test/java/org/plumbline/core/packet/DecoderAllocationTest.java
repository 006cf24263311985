package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecoderAllocationTest {
    private static final int NOTIFICATIONS = 2_000;
    private static final int ROUNDS = 6;

    @ParameterizedTest
    @EnumSource
    void aGoodStreamAllocatesNothing(DecoderStreams family) {
        assertEquals(0, leastBytes(family, family.notifications(ROUNDS * NOTIFICATIONS)));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedStreamAllocatesNothing(DecoderStreams family) {
        Random random = new Random(1);
        List<byte[]> stream = family.notifications(ROUNDS * NOTIFICATIONS);
        for (byte[] bytes : stream) {
            if (random.nextInt(5) == 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
        }
        assertEquals(0, leastBytes(family, stream));
    }

    /** The first rounds may load classes: the steady state is the best of them. */
    private static long leastBytes(DecoderStreams family, List<byte[]> stream) {
        PacketDecoder decoder = family.decoder(sample -> {});
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int index = round * NOTIFICATIONS; index < (round + 1) * NOTIFICATIONS; index++) {
                byte[] bytes = stream.get(index);
                decoder.accept(bytes, 0, bytes.length, family.arrivalMicros(index));
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}

package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/** What holds for every decoder, whatever bytes come. */
class DecoderPropertyTest {
    private static final int ROUNDS = 60;
    private static final int NOTIFICATIONS = 300;

    @ParameterizedTest
    @EnumSource
    void decodesAGoodStreamWhole(DecoderStreams family) {
        Decoded decoded = new Decoded();
        PacketDecoder decoder = family.decoder(decoded);
        give(decoder, family, family.notifications(NOTIFICATIONS));
        decoder.finish();
        assertTrue(decoder.counts().nothingDropped());
        assertEquals(0, decoder.counts().gaps());
        assertEquals(decoded.size(), decoder.counts().samples());
        assertTrue(decoded.size() >= NOTIFICATIONS, decoded.size() + " samples");
        for (ImuSample sample : decoded.samples) {
            assertEquals(0, sample.flags);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverThrowsOnRandomBytes(DecoderStreams family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            PacketDecoder decoder = family.decoder(checking(seed));
            for (int index = 0; index < NOTIFICATIONS; index++) {
                byte[] bytes = new byte[random.nextInt(700)];
                random.nextBytes(bytes);
                if (bytes.length > 4 && random.nextBoolean()) {
                    byte[] good = family.notification(index);
                    System.arraycopy(
                            good, 0, bytes, 0, Math.min(random.nextInt(12), Math.min(good.length, bytes.length)));
                }
                int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
                decoder.accept(bytes, from, bytes.length, random.nextInt(4) == 0 ? random.nextLong() : index * 1000L);
            }
            decoder.disconnected();
            decoder.finish();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverThrowsOnDamagedStreams(DecoderStreams family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            PacketDecoder decoder = family.decoder(checking(seed));
            List<byte[]> stream = family.notifications(NOTIFICATIONS);
            for (int index = 0; index < stream.size(); index++) {
                byte[] bytes = stream.get(random.nextInt(20) == 0 ? random.nextInt(stream.size()) : index);
                for (int damage = random.nextInt(3); damage > 0; damage--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                int to = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
                decoder.accept(bytes, 0, to, family.arrivalMicros(index));
            }
            decoder.finish();
        }
    }

    /** Whatever came before, a good stream is decoded again before long. */
    @ParameterizedTest
    @EnumSource
    void findsItsWayBackAfterAnyGarbage(DecoderStreams family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Decoded decoded = new Decoded();
            PacketDecoder decoder = family.decoder(decoded);
            for (int index = 0; index < 20; index++) {
                byte[] bytes = new byte[1 + random.nextInt(200)];
                random.nextBytes(bytes);
                bytes[0] = (byte) (random.nextBoolean() ? bytes[0] : 0x7E);
                decoder.accept(bytes, 0, bytes.length, 500_000 + index);
            }
            int before = decoded.size();
            give(decoder, family, family.notifications(NOTIFICATIONS));
            decoder.finish();
            Decoded whole = new Decoded();
            PacketDecoder fresh = family.decoder(whole);
            give(fresh, family, family.notifications(NOTIFICATIONS));
            fresh.finish();
            assertTrue(
                    decoded.size() - before >= whole.size() * 9 / 10,
                    "seed " + seed + ": " + (decoded.size() - before) + " of " + whole.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsNothingOutsideItsRange(DecoderStreams family) {
        Decoded plain = new Decoded();
        Decoded inside = new Decoded();
        PacketDecoder first = family.decoder(plain);
        PacketDecoder second = family.decoder(inside);
        for (int index = 0; index < NOTIFICATIONS; index++) {
            byte[] bytes = family.notification(index);
            byte[] wider = new byte[bytes.length + 20];
            Arrays.fill(wider, (byte) 0x55);
            System.arraycopy(bytes, 0, wider, 7, bytes.length);
            first.accept(bytes, 0, bytes.length, family.arrivalMicros(index));
            second.accept(wider, 7, 7 + bytes.length, family.arrivalMicros(index));
        }
        assertEquals(plain.size(), inside.size());
        for (int index = 0; index < plain.size(); index++) {
            assertEquals(plain.get(index).timeMicros, inside.get(index).timeMicros);
            assertEquals(plain.get(index).accZ, inside.get(index).accZ);
        }
    }

    private static void give(PacketDecoder decoder, DecoderStreams family, List<byte[]> stream) {
        for (int index = 0; index < stream.size(); index++) {
            byte[] bytes = stream.get(index);
            decoder.accept(bytes, 0, bytes.length, family.arrivalMicros(index));
        }
    }

    private static ImuSampleSink checking(int seed) {
        return sample -> {
            double sum = sample.accX + sample.accY + sample.accZ + sample.gyrX + sample.gyrY + sample.gyrZ;
            assertTrue(Double.isFinite(sum), "seed " + seed + " gave a sample of " + sum);
        };
    }
}

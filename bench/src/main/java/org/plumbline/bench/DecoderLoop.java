package org.plumbline.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.Capture2GoDecoder;
import org.plumbline.core.packet.DotDecoder;
import org.plumbline.core.packet.DotPayload;
import org.plumbline.core.packet.MovesenseDecoder;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.PolarDecoder;
import org.plumbline.core.packet.ThingyDecoder;
import org.plumbline.core.packet.TimuDecoder;
import org.plumbline.core.packet.TimuInfo;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionDecoder;

/** The notifications of a device at rest, again and again: every 512 of them its clock begins anew. */
final class DecoderLoop {
    private static final int NOTIFICATIONS = 512;

    private final byte[][] notifications = new byte[NOTIFICATIONS][];
    private final long intervalMicros;
    private final PacketDecoder decoder;
    private int next;
    private long arrivalMicros;
    private double sum;

    private DecoderLoop(
            long intervalMicros, Function<ImuSampleSink, PacketDecoder> decoder, IntFunction<byte[]> notification) {
        this.intervalMicros = intervalMicros;
        this.decoder = decoder.apply(sample -> sum += sample.accZ);
        for (int index = 0; index < NOTIFICATIONS; index++) {
            notifications[index] = notification.apply(index);
        }
    }

    /** Gives the next notification to the decoder; what comes of it has to be used. */
    double decode() {
        byte[] bytes = notifications[next];
        next = (next + 1) % NOTIFICATIONS;
        arrivalMicros += intervalMicros;
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
        return sum;
    }

    /** Whether what was given was decoded: a benchmark of dropping would be fast. */
    boolean isWhole() {
        return decoder.counts().samples() > 0 && decoder.counts().nothingDropped();
    }

    static DecoderLoop timu() {
        ByteBuffer info = little(28);
        info.put(new byte[] {1, 0, 7, 1}).putShort((short) 1040).put((byte) 8).put((byte) 0);
        info.putShort((short) 0x0100).putFloat(0.0023928226f).putFloat(0.0012217305f);
        info.putShort((short) 800)
                .putShort((short) 2000)
                .putShort((short) 32760)
                .putShort((short) 32760);
        TimuInfo description = Objects.requireNonNull(TimuInfo.read(info.array(), 0, info.capacity()));
        return new DecoderLoop(
                76_920,
                sink -> {
                    TimuDecoder decoder = new TimuDecoder(0, sink);
                    decoder.describe(description);
                    return decoder;
                },
                index -> {
                    ByteBuffer frame = little(14 + 8 * 12);
                    frame.put(new byte[] {0x10, 0, 7, 8}).putInt(8 * index).putInt(76_920 * index);
                    frame.putShort((short) 9615);
                    counts(frame, 8, 4098);
                    return frame.array();
                });
    }

    static DecoderLoop witMotion() {
        return new DecoderLoop(40_298, sink -> new WitMotionDecoder(0, WitMotionCommands.Rate.HZ_100, sink), index -> {
            ByteBuffer frames = little(80);
            for (int frame = 0; frame < 4; frame++) {
                frames.put(20 * frame, (byte) 0x55).put(20 * frame + 1, (byte) 0x61);
                frames.putShort(20 * frame + 6, (short) 2048);
            }
            return frames.array();
        });
    }

    static DecoderLoop dot() {
        return new DecoderLoop(16_667, sink -> new DotDecoder(0, DotPayload.RATE_QUANTITIES, 60, sink), index -> {
            ByteBuffer payload = little(40);
            return payload.putInt(16_667 * index).putFloat(12, 9.81f).array();
        });
    }

    static DecoderLoop movesense() {
        return new DecoderLoop(76_923, sink -> new MovesenseDecoder(0, 0x63, 104, sink), index -> {
            ByteBuffer frame = little(2 + 4 + 192);
            frame.put((byte) 2).put((byte) 0x63).putInt((int) Math.round(index * 8000 / 104.0));
            for (int sample = 0; sample < 8; sample++) {
                frame.putFloat(6 + 12 * sample + 8, 9.81f);
            }
            return frame.array();
        });
    }

    static DecoderLoop capture2Go() {
        return new DecoderLoop(80_000, sink -> new Capture2GoDecoder(0, sink), index -> {
            ByteBuffer bytes = little(124);
            bytes.put((byte) 0xFF).put((byte) 2).putInt(0).put((byte) 115).putShort((short) 0x0232);
            bytes.putLong(80_000_000L * index);
            for (int sample = 0; sample < 8; sample++) {
                bytes.putShort(9 + 56 + 6 * sample + 4, (short) 2048);
            }
            CRC32 crc = new CRC32();
            crc.update(bytes.array(), 7, 117);
            return bytes.putInt(2, (int) crc.getValue()).array();
        });
    }

    static DecoderLoop thingy() {
        return new DecoderLoop(10_000, sink -> new ThingyDecoder(0, 100, sink), index -> {
            ByteBuffer sample = little(18);
            return sample.putShort(4, (short) -1024).array();
        });
    }

    static DecoderLoop polar() {
        return new DecoderLoop(70_000, sink -> new PolarDecoder(0, 52, 0.07, 0.000244, sink), index -> {
            ByteBuffer frame = little(10 + 6 + 2 + 14);
            boolean force = index % 2 == 0;
            frame.put((byte) (force ? 2 : 5)).putLong(Math.round((index / 2 * 8 + 8) * 1e9 / 52));
            frame.put((byte) (force ? 0x81 : 0x80)).putInt(0).putShort((short) (force ? 1000 : 0));
            return frame.put((byte) 5).put((byte) 7).array();
        });
    }

    private static void counts(ByteBuffer frame, int samples, int upward) {
        for (int sample = 0; sample < samples; sample++) {
            frame.putInt(0).putShort((short) upward).putInt(0).putShort((short) 0);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

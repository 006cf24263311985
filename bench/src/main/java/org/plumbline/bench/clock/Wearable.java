package org.plumbline.bench.clock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DotDecoder;
import org.plumbline.core.packet.DotPayload;
import org.plumbline.core.packet.MovesenseDecoder;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionDecoder;

/** How a device says when its samples were taken. */
enum Wearable {
    /** Every sample has the device's time in microseconds, as after decoding TIMU. */
    STAMPED,
    /** Microseconds, one sample a notification. */
    DOT {
        @Override
        PacketDecoder decoder(int sensorIndex, ImuSampleSink sink) {
            return new DotDecoder(sensorIndex, DotPayload.RATE_QUANTITIES, 60, sink);
        }

        @Override
        byte[] notification(double firstDeviceS, int samples) {
            return little(40).putInt((int) Math.round(firstDeviceS * 1e6)).array();
        }
    },
    /** Whole milliseconds, of the first sample. */
    MOVESENSE {
        private static final int RATE_HZ = 52;
        private static final int REFERENCE = 99;

        @Override
        PacketDecoder decoder(int sensorIndex, ImuSampleSink sink) {
            return new MovesenseDecoder(sensorIndex, REFERENCE, RATE_HZ, sink);
        }

        @Override
        byte[] notification(double firstDeviceS, int samples) {
            ByteBuffer frame = little(6 + 24 * samples);
            frame.put((byte) 2).put((byte) REFERENCE);
            return frame.putInt((int) Math.floor(firstDeviceS * 1e3)).array();
        }
    },
    /** No time and no counter: the count of the samples is the time. */
    WITMOTION {
        private static final int FRAME_BYTES = 20;

        @Override
        PacketDecoder decoder(int sensorIndex, ImuSampleSink sink) {
            return new WitMotionDecoder(sensorIndex, WitMotionCommands.Rate.HZ_100, sink);
        }

        @Override
        byte[] notification(double firstDeviceS, int samples) {
            ByteBuffer frames = little(FRAME_BYTES * samples);
            for (int sample = 0; sample < samples; sample++) {
                frames.put(FRAME_BYTES * sample, (byte) 0x55).put(FRAME_BYTES * sample + 1, (byte) 0x61);
            }
            return frames.array();
        }
    };

    /** The decoder of its notifications; null where its samples need none. */
    @Nullable
    PacketDecoder decoder(int sensorIndex, ImuSampleSink sink) {
        return null;
    }

    byte[] notification(double firstDeviceS, int samples) {
        return new byte[0];
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

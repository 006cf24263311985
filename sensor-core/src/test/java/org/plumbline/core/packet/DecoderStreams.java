package org.plumbline.core.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.plumbline.core.imu.ImuSampleSink;

/** Long streams of good notifications, one a family: what tests damage, repeat and measure. */
enum DecoderStreams {
    TIMU(76_923) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            TimuDecoder decoder = new TimuDecoder(0, sink);
            decoder.describe(TimuPackets.info(TimuPackets.INFO_OF_TWO));
            return decoder;
        }

        @Override
        byte[] notification(int index) {
            return TimuPackets.batch(index % 2, 7, 8, 8L * (index / 2), 76_920L * (index / 2), 9615);
        }
    },
    WITMOTION(40_298) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new WitMotionDecoder(0, WitMotionCommands.Rate.HZ_100, sink);
        }

        @Override
        byte[] notification(int index) {
            byte[] frame = Bytes.hex("55612706bc0179065500e7fec4fa3e00eaff0000");
            return Bytes.join(frame, frame, frame, frame);
        }
    },
    DOT(16_667) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new DotDecoder(0, DotPayload.RATE_QUANTITIES, 60, sink);
        }

        @Override
        byte[] notification(int index) {
            byte[] payload = new byte[40];
            put32(payload, 0, 16_667 * index);
            put32(payload, 12, Float.floatToIntBits(9.75f + index % 7));
            return payload;
        }
    },
    MOVESENSE(76_923) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new MovesenseDecoder(0, 0x63, 104, sink);
        }

        @Override
        byte[] notification(int index) {
            byte[] frame = new byte[2 + 4 + 192];
            frame[0] = 2;
            frame[1] = 0x63;
            put32(frame, 2, (int) Math.round(index * 8000 / 104.0));
            put32(frame, 14, Float.floatToIntBits(9.75f + index % 7));
            return frame;
        }
    },
    CAPTURE2GO(80_000) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new Capture2GoDecoder(0, sink);
        }

        @Override
        byte[] notification(int index) {
            byte[] notification = new byte[124];
            notification[0] = (byte) 0xFF;
            notification[1] = 2;
            notification[6] = 115;
            notification[7] = 0x32;
            notification[8] = 0x02;
            LittleEndian.putI64(notification, 9, 80_000_000L * index);
            CRC32 crc = new CRC32();
            crc.update(notification, 7, 117);
            put32(notification, 2, (int) crc.getValue());
            return notification;
        }
    },
    THINGY(10_000) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new ThingyDecoder(0, 100, sink);
        }

        @Override
        byte[] notification(int index) {
            return Bytes.hex("faff f4ff f603 2000 c0ff 1000 a000 c0fe 0000");
        }
    },
    POLAR(70_000) {
        @Override
        PacketDecoder decoder(ImuSampleSink sink) {
            return new PolarDecoder(0, 52, 0.07, 0.000244, sink);
        }

        @Override
        byte[] notification(int index) {
            boolean force = index % 2 == 0;
            byte[] frame = new byte[10 + 6 + 2 + 14];
            frame[0] = (byte) (force ? 2 : 5);
            LittleEndian.putI64(frame, 1, Math.round((index / 2 * 8 + 8) * 1e9 / 52));
            frame[9] = (byte) (force ? 0x81 : 0x80);
            frame[16] = 5;
            frame[17] = 7;
            return frame;
        }
    };

    private final long intervalMicros;

    DecoderStreams(long intervalMicros) {
        this.intervalMicros = intervalMicros;
    }

    abstract PacketDecoder decoder(ImuSampleSink sink);

    abstract byte[] notification(int index);

    long arrivalMicros(int index) {
        return 1_000_000 + intervalMicros * index + index * 7_919L % 9_000;
    }

    List<byte[]> notifications(int count) {
        List<byte[]> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            all.add(notification(index));
        }
        return all;
    }

    private static void put32(byte[] bytes, int at, int value) {
        LittleEndian.putU16(bytes, at, value);
        LittleEndian.putU16(bytes, at + 2, value >> 16);
    }
}

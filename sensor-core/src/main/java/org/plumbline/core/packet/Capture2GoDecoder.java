package org.plumbline.core.packet;

import java.util.zip.CRC32;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * Packed full data of a Capture2Go sensor at 200, 100 or 50 Hz (SensorStim's open protocol).
 *
 * <p>A notification begins with the number of real-time packages, counted down from 0xFF; after those come bytes of the
 * sensor's buffer, whose frames go on from one notification to the next. Frames carry a checksum: a damaged one is
 * dropped, and the next is searched for. Samples come from the buffer alone, which loses nothing.
 */
public final class Capture2GoDecoder implements PacketDecoder {
    private static final int STATUS = 0x0201;
    private static final int PACKED_200_HZ = 0x0231;
    private static final int PACKED_50_HZ = 0x0233;
    private static final int PACKED_BYTES = 115;
    private static final int SAMPLES = 8;
    private static final int GYR_AT = 8;
    private static final int ACC_AT = 56;
    private static final int ERRORS_AT = 114;
    private static final int BATTERY_AT = 17;

    private static final int TIME_GAP = 0x01;
    private static final int ANGULAR_RATE_CLIPPED = 0x02;
    private static final int ACCELERATION_CLIPPED = 0x04;
    private static final int PROCESSING_ISSUE = 0x10;

    private static final double RAD_PER_S_PER_LSB = 2000 * SensorUnits.RAD_PER_DEG / 32768;

    /** The protocol's own value of gravity. */
    private static final double MS2_PER_LSB = 16 * 9.81 / 32768;

    private static final long FASTEST_PERIOD_NANOS = 5_000_000;
    private static final long RESTART_NANOS = 1_000_000_000;

    /** The clock runs ahead of the arrivals by more than the sensor's buffer explains: it was set. */
    private static final long CLOCK_SET_NANOS = 10_000_000_000L;

    private static final int NO_REAL_TIME_PACKAGES = 0xFF;
    private static final int MOST_REAL_TIME_PACKAGES = 64;

    /** The most a notification can carry (Bluetooth Core, attribute protocol). */
    private static final int MOST_AT_ONCE = 512;

    private static final int CAPACITY = 1024;

    private final ImuSampleSink sink;
    private final PacketCounts counts = new PacketCounts();
    private final ImuSample out = new ImuSample();
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[CAPACITY];
    private int begin;
    private int end;
    private boolean aligned = true;
    private boolean started;
    private long lastNanos;
    private long lastArrivalMicros;
    private boolean gapBefore;
    private int batteryPercent = -1;

    public Capture2GoDecoder(int sensorIndex, ImuSampleSink sink) {
        this.sink = sink;
        out.sensorIndex = sensorIndex;
    }

    @Override
    public void accept(byte[] bytes, int from, int to, long arrivalMicros) {
        if (to <= from) {
            counts.drop(DropReason.WRONG_LENGTH);
            return;
        }
        int at = skipRealTimePackages(bytes, from, to);
        for (; at < to; at += MOST_AT_ONCE) {
            int length = Math.min(MOST_AT_ONCE, to - at);
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
            System.arraycopy(bytes, at, buffer, end, length);
            end += length;
            parse(arrivalMicros);
        }
    }

    @Override
    public void disconnected() {
        finish();
        gapBefore = true;
    }

    @Override
    public void finish() {
        if (end > begin) {
            counts.drop(DropReason.INCOMPLETE);
        }
        begin = 0;
        end = 0;
        aligned = true;
    }

    @Override
    public PacketCounts counts() {
        return counts;
    }

    /** The battery as the last status said, percent; -1 before one. */
    public int batteryPercent() {
        return batteryPercent;
    }

    /** Where the bytes of the sensor's buffer begin; the end where the notification is none of this device. */
    private int skipRealTimePackages(byte[] bytes, int from, int to) {
        int packages = NO_REAL_TIME_PACKAGES - LittleEndian.u8(bytes, from);
        int at = from + 1;
        if (packages > MOST_REAL_TIME_PACKAGES) {
            counts.drop(DropReason.UNKNOWN_TYPE);
            return to;
        }
        for (int index = 0; index < packages; index++) {
            boolean begins = at + Capture2GoMessages.PAYLOAD_AT <= to
                    && LittleEndian.u8(bytes, at) == Capture2GoMessages.START_BYTE;
            int next = begins
                    ? at + Capture2GoMessages.PAYLOAD_AT + LittleEndian.u8(bytes, at + Capture2GoMessages.SIZE_AT)
                    : to + 1;
            if (next > to) {
                counts.drop(DropReason.WRONG_LENGTH);
                return to;
            }
            at = next;
        }
        return at;
    }

    private void parse(long arrivalMicros) {
        while (end > begin) {
            int size = end - begin > Capture2GoMessages.SIZE_AT
                    ? LittleEndian.u8(buffer, begin + Capture2GoMessages.SIZE_AT)
                    : 0;
            if (buffer[begin] != Capture2GoMessages.START_BYTE || size > Capture2GoMessages.LARGEST_PAYLOAD) {
                skipByte();
                continue;
            }
            int frameBytes = Capture2GoMessages.PAYLOAD_AT + size;
            if (end - begin < frameBytes) {
                return;
            }
            long checksum = LittleEndian.u32(buffer, begin + Capture2GoMessages.CHECKSUM_AT);
            if (checksum != Capture2GoMessages.checksum(crc, buffer, begin, size)) {
                counts.drop(DropReason.BAD_CHECKSUM);
                skipByte();
            } else {
                aligned = true;
                message(begin + Capture2GoMessages.PAYLOAD_AT, size, arrivalMicros);
                begin += frameBytes;
            }
        }
    }

    private void skipByte() {
        if (aligned) {
            counts.resynchronised();
            aligned = false;
        }
        counts.drop(DropReason.GARBAGE_BYTE);
        begin++;
    }

    private void message(int payloadAt, int size, long arrivalMicros) {
        int header = LittleEndian.u16(buffer, payloadAt - 2);
        if (header >= PACKED_200_HZ && header <= PACKED_50_HZ) {
            if (size == PACKED_BYTES) {
                packed(payloadAt, FASTEST_PERIOD_NANOS << (header - PACKED_200_HZ), arrivalMicros);
            } else {
                counts.drop(DropReason.WRONG_LENGTH);
            }
        } else if (header == STATUS && size > BATTERY_AT) {
            batteryPercent = buffer[payloadAt + BATTERY_AT] & 0x7F;
        }
    }

    private void packed(int at, long periodNanos, long arrivalMicros) {
        long nanos = LittleEndian.i64(buffer, at);
        int errors = LittleEndian.u8(buffer, at + ERRORS_AT);
        int firstFlags = gapBefore || (errors & TIME_GAP) != 0 ? SampleFlag.GAP_BEFORE : 0;
        if (started) {
            long step = nanos - lastNanos;
            long elapsedNanos = 1000 * (arrivalMicros - lastArrivalMicros);
            if (step < -RESTART_NANOS || step - elapsedNanos > CLOCK_SET_NANOS) {
                counts.restart();
                firstFlags |= SampleFlag.TIME_RESTART;
            } else if (step <= 0) {
                counts.drop(DropReason.REPEATED);
                return;
            } else {
                long missing = Math.round((double) step / periodNanos) - SAMPLES;
                if (missing > 0) {
                    counts.gap(missing);
                    firstFlags |= SampleFlag.GAP_BEFORE;
                }
            }
        }
        started = true;
        lastNanos = nanos;
        lastArrivalMicros = arrivalMicros;
        gapBefore = (errors & PROCESSING_ISSUE) != 0;
        out.arrivalMicros = arrivalMicros;
        for (int index = 0; index < SAMPLES; index++) {
            out.timeMicros = Math.floorDiv(nanos + index * periodNanos, 1000L);
            out.flags = (index == 0 ? firstFlags : 0) | clippedFlags(errors);
            emit(at + ACC_AT + 6 * index, at + GYR_AT + 6 * index);
        }
    }

    /** The sensor says only that something in the package was clipped, at its inner rate: all are suspect. */
    private static int clippedFlags(int errors) {
        return ((errors & ACCELERATION_CLIPPED) != 0 ? SampleFlag.ACCELERATION_CLIPPED : 0)
                | ((errors & ANGULAR_RATE_CLIPPED) != 0 ? SampleFlag.ANGULAR_RATE_CLIPPED : 0);
    }

    private void emit(int acc, int gyr) {
        out.accX = LittleEndian.i16(buffer, acc) * MS2_PER_LSB;
        out.accY = LittleEndian.i16(buffer, acc + 2) * MS2_PER_LSB;
        out.accZ = LittleEndian.i16(buffer, acc + 4) * MS2_PER_LSB;
        out.gyrX = LittleEndian.i16(buffer, gyr) * RAD_PER_S_PER_LSB;
        out.gyrY = LittleEndian.i16(buffer, gyr + 2) * RAD_PER_S_PER_LSB;
        out.gyrZ = LittleEndian.i16(buffer, gyr + 4) * RAD_PER_S_PER_LSB;
        counts.sample();
        sink.accept(out);
    }
}

package org.plumbline.core.packet;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The byte stream of WitMotion's Bluetooth sensors, frames {@code 55 61}. Axes X forward, Y left, Z up (datasheet).
 *
 * <p>There is no checksum, no time and no counter. A frame is taken where the next one's header follows it, or where it
 * follows a frame without a break, or lies whole in one notification that ends with it. Frames of 20 bytes, and of 28
 * with a calendar time, are known; what sends frames of 32 or 40 bytes is a vibration sensor and gives no samples. Time
 * and loss come from {@link SampleCountClock}.
 */
public final class WitMotionDecoder implements PacketDecoder {
    /** How far a unit's rate may be from the measured one of its kind. */
    private static final double LARGEST_RATE_DEVIATION = 0.015;

    private static final int[] FRAME_BYTES = {WitMotionFrame.BYTES, WitMotionFrame.BYTES_WITH_TIME, 32, 40};
    private static final int LONGEST_FRAME = 40;
    private static final int HEADER_BYTES = 2;

    /** The most a notification can carry (Bluetooth Core, attribute protocol). */
    private static final int MOST_AT_ONCE = 512;

    private static final int CAPACITY = 1024;

    /** Not enough has come to say whether a frame begins here. */
    private static final int WAIT = 0;

    private static final int NONE = -1;

    private final int sensorIndex;
    private final PacketCounts counts = new PacketCounts();
    private final SampleCountClock clock;
    private final byte[] buffer = new byte[CAPACITY];
    private int begin;
    private int end;
    private int frameBytes;
    private boolean aligned = true;
    private final byte[] registers = new byte[WitMotionFrame.BYTES];
    private boolean registersRead;

    /** @param rate the rate that was set and read back */
    public WitMotionDecoder(int sensorIndex, WitMotionCommands.Rate rate, ImuSampleSink sink) {
        this.sensorIndex = sensorIndex;
        clock = SampleCountClock.ofKnownRate(rate.measuredHz(), LARGEST_RATE_DEVIATION, sink, counts);
    }

    @Override
    public void accept(byte[] bytes, int from, int to, long arrivalMicros) {
        for (int at = from; at < to; at += MOST_AT_ONCE) {
            int length = Math.min(MOST_AT_ONCE, to - at);
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
            System.arraycopy(bytes, at, buffer, end, length);
            end += length;
            parse(end - length);
            clock.endNotification(arrivalMicros);
        }
    }

    @Override
    public void disconnected() {
        forgetPart();
        clock.disconnected();
    }

    @Override
    public void finish() {
        forgetPart();
        clock.finish();
    }

    @Override
    public PacketCounts counts() {
        return counts;
    }

    /** The last registers read, or null. */
    public @Nullable WitMotionRegisters registers() {
        return registersRead ? WitMotionRegisters.read(registers, 0) : null;
    }

    /** The period of the samples as the arrivals show it, microseconds. */
    public double periodMicros() {
        return clock.periodMicros();
    }

    private void forgetPart() {
        if (end > begin) {
            counts.drop(DropReason.INCOMPLETE);
        }
        begin = 0;
        end = 0;
        aligned = true;
    }

    private void parse(int notificationBegin) {
        while (end > begin) {
            int length = frameAt(begin, notificationBegin);
            if (length == WAIT) {
                return;
            }
            if (length == NONE) {
                if (aligned) {
                    counts.resynchronised();
                    aligned = false;
                }
                counts.drop(DropReason.GARBAGE_BYTE);
                begin++;
            } else {
                take(begin, length);
                begin += length;
                aligned = true;
            }
        }
    }

    private int frameAt(int at, int notificationBegin) {
        if (!isHeader(at)) {
            return NONE;
        }
        int available = end - at;
        if (available < WitMotionFrame.BYTES) {
            return WAIT;
        }
        boolean trusted = aligned || at >= notificationBegin;
        if (isRegisters(at)) {
            return ends(at, WitMotionFrame.BYTES, trusted)
                    ? WitMotionFrame.BYTES
                    : (available < WitMotionFrame.BYTES + HEADER_BYTES ? WAIT : NONE);
        }
        if (frameBytes > 0 && ends(at, frameBytes, trusted)) {
            return frameBytes;
        }
        boolean known = frameBytes > 0;
        for (int length : FRAME_BYTES) {
            boolean followed = available >= length + HEADER_BYTES && isHeader(at + length);
            if (followed || (!known && ends(at, length, trusted))) {
                frameBytes = followed ? length : frameBytes;
                return length;
            }
        }
        return available >= LONGEST_FRAME + HEADER_BYTES ? NONE : WAIT;
    }

    /** Whether a frame of that length ends where the next one begins, or where all that has come ends. */
    private boolean ends(int at, int length, boolean trusted) {
        int rest = end - at - length;
        return rest == 0 ? trusted : rest > 0 && isHeader(at + length);
    }

    /** A header, or as much of one as has come. */
    private boolean isHeader(int at) {
        if (buffer[at] != WitMotionFrame.HEADER) {
            return false;
        }
        return at + 1 >= end || buffer[at + 1] == WitMotionFrame.DATA || isRegisters(at);
    }

    private boolean isRegisters(int at) {
        return buffer[at + 1] == WitMotionFrame.REGISTERS;
    }

    private void take(int at, int length) {
        if (isRegisters(at)) {
            System.arraycopy(buffer, at, registers, 0, WitMotionFrame.BYTES);
            registersRead = true;
        } else if (length > WitMotionFrame.BYTES_WITH_TIME) {
            counts.drop(DropReason.UNKNOWN_TYPE);
        } else {
            fill(clock.next(), at);
        }
    }

    private void fill(ImuSample sample, int at) {
        int accX = WitMotionFrame.raw(buffer, at, 0);
        int accY = WitMotionFrame.raw(buffer, at, 1);
        int accZ = WitMotionFrame.raw(buffer, at, 2);
        int gyrX = WitMotionFrame.raw(buffer, at, 3);
        int gyrY = WitMotionFrame.raw(buffer, at, 4);
        int gyrZ = WitMotionFrame.raw(buffer, at, 5);
        sample.sensorIndex = sensorIndex;
        sample.accX = WitMotionFrame.specificForceMs2(accX);
        sample.accY = WitMotionFrame.specificForceMs2(accY);
        sample.accZ = WitMotionFrame.specificForceMs2(accZ);
        sample.gyrX = WitMotionFrame.angularRateRadPerS(gyrX);
        sample.gyrY = WitMotionFrame.angularRateRadPerS(gyrY);
        sample.gyrZ = WitMotionFrame.angularRateRadPerS(gyrZ);
        if (SensorUnits.isClipped(accX) || SensorUnits.isClipped(accY) || SensorUnits.isClipped(accZ)) {
            sample.flags |= SampleFlag.ACCELERATION_CLIPPED;
        }
        if (SensorUnits.isClipped(gyrX) || SensorUnits.isClipped(gyrY) || SensorUnits.isClipped(gyrZ)) {
            sample.flags |= SampleFlag.ANGULAR_RATE_CLIPPED;
        }
    }
}

package org.plumbline.core.packet;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The Stream characteristic of our own open profile, TIMU version 1: see {@code docs/reference/wearable-packets.md}.
 *
 * <p>Frames carry raw counts, which mean something only with the board's {@link TimuInfo}. Frames of a configuration
 * that is not known yet wait, up to a second's worth, until it is; {@link #needsInfo} says so. Loss is exact: the board
 * counts what it has measured, not what it has sent.
 *
 * <p>The samples of the board's sensor number n carry the index {@code firstSensorIndex + n}.
 */
public final class TimuDecoder extends NotificationDecoder {
    private static final int BATCH = 0x10;
    private static final int COMPACT = 0x11;
    private static final int BATCH_HEAD_BYTES = 14;
    private static final int SAMPLE_BYTES = 12;
    private static final int COMPACT_BYTES = 20;

    private static final int SENSOR_BITS = 0x03;
    private static final int ACCELERATION_CLIPPED_BIT = 0x04;
    private static final int ANGULAR_RATE_CLIPPED_BIT = 0x08;
    private static final int LOST_BIT = 0x10;
    private static final int TIME_RESTARTED_BIT = 0x20;
    private static final int LOCKED_BIT = 0x40;

    private final int firstSensorIndex;
    private final ImuSampleSink sink;
    private final ImuSample out = new ImuSample();
    private final TimuStream[] streams = new TimuStream[TimuSensor.MOST_SENSORS];
    private final WaitingFrames waiting = new WaitingFrames();
    private @Nullable TimuInfo info;
    private boolean needsInfo = true;
    private boolean clockLocked;

    public TimuDecoder(int firstSensorIndex, ImuSampleSink sink) {
        this.firstSensorIndex = firstSensorIndex;
        this.sink = sink;
        for (int index = 0; index < streams.length; index++) {
            streams[index] = new TimuStream();
        }
    }

    /** Takes the board's description and decodes the frames that waited for it. */
    public void describe(TimuInfo description) {
        info = description;
        needsInfo = false;
        for (TimuStream stream : streams) {
            stream.sensor = null;
        }
        for (TimuSensor sensor : description.sensors()) {
            streams[sensor.index()].sensor = sensor;
        }
        for (int frame = 0; frame < waiting.count(); frame++) {
            byte[] bytes = waiting.bytes();
            int begin = waiting.begin(frame);
            if (isKnown(bytes, begin)) {
                decode(bytes, begin, waiting.arrivalMicros(frame));
            } else {
                counts.drop(DropReason.WRONG_CONFIGURATION);
            }
        }
        waiting.clear();
    }

    /** Whether Info has to be read, again or for the first time. */
    public boolean needsInfo() {
        return needsInfo;
    }

    /** Whether the board's last frame said that its clock follows that of another board. */
    public boolean isClockLocked() {
        return clockLocked;
    }

    @Override
    public void disconnected() {
        forgetPieces();
        for (int frame = 0; frame < waiting.count(); frame++) {
            counts.drop(DropReason.WRONG_CONFIGURATION);
        }
        waiting.clear();
        for (TimuStream stream : streams) {
            stream.gapBefore = true;
        }
    }

    @Override
    int frameLength(byte[] bytes, int from, int to) {
        int type = LittleEndian.u8(bytes, from);
        if (type == COMPACT) {
            return COMPACT_BYTES;
        }
        if (type != BATCH) {
            return NO_FRAME;
        }
        if (to - from < 4) {
            return NOT_KNOWN_YET;
        }
        int count = LittleEndian.u8(bytes, from + 3);
        return count == 0 ? NO_FRAME : BATCH_HEAD_BYTES + SAMPLE_BYTES * count;
    }

    @Override
    DropReason refusal(byte[] bytes, int from, int to) {
        return LittleEndian.u8(bytes, from) == BATCH ? DropReason.WRONG_LENGTH : DropReason.UNKNOWN_TYPE;
    }

    @Override
    void frame(byte[] bytes, int from, int to, long arrivalMicros) {
        if (needsInfo || !isKnown(bytes, from)) {
            needsInfo = true;
            if (!waiting.add(bytes, from, to, arrivalMicros)) {
                counts.drop(DropReason.WRONG_CONFIGURATION);
            }
        } else {
            decode(bytes, from, arrivalMicros);
        }
    }

    private boolean isKnown(byte[] bytes, int from) {
        TimuInfo known = info;
        return known != null
                && (LittleEndian.u8(bytes, from) == COMPACT
                        || LittleEndian.u8(bytes, from + 2) == known.configurationEpoch());
    }

    private void decode(byte[] bytes, int from, long arrivalMicros) {
        boolean compact = LittleEndian.u8(bytes, from) == COMPACT;
        int flags = LittleEndian.u8(bytes, from + 1);
        int index = flags & SENSOR_BITS;
        TimuStream stream = streams[index];
        TimuSensor sensor = stream.sensor;
        if (sensor == null) {
            counts.drop(DropReason.WRONG_CONFIGURATION);
            return;
        }
        long counter = compact ? stream.widened(LittleEndian.u16(bytes, from + 2)) : LittleEndian.u32(bytes, from + 4);
        long rawMicros = LittleEndian.u32(bytes, from + (compact ? 4 : 8));
        int count = compact ? 1 : LittleEndian.u8(bytes, from + 3);
        int periodMicros = compact ? 0 : LittleEndian.u16(bytes, from + 12);
        int firstFlags = firstFlags(stream, flags, rawMicros, arrivalMicros);
        if (firstFlags < 0) {
            counts.drop(DropReason.REPEATED);
            return;
        }
        long missing = stream.missing(counter, count);
        if (missing > 0) {
            counts.gap(missing);
            firstFlags |= SampleFlag.GAP_BEFORE;
        }
        clockLocked = (flags & LOCKED_BIT) != 0;
        out.sensorIndex = firstSensorIndex + index;
        out.arrivalMicros = arrivalMicros;
        int at = from + (compact ? 8 : BATCH_HEAD_BYTES);
        for (int sample = 0; sample < count; sample++) {
            out.timeMicros = stream.clock.micros() + (long) sample * periodMicros;
            out.flags = (sample == 0 ? firstFlags : 0) | clippedFlags(flags);
            emit(bytes, at + SAMPLE_BYTES * sample, sensor);
        }
    }

    /** The flags of a frame's first sample; negative where the frame is not after the last one. */
    private int firstFlags(TimuStream stream, int flags, long rawMicros, long arrivalMicros) {
        boolean restarted = (flags & TIME_RESTARTED_BIT) != 0;
        if (restarted) {
            stream.clock.forget();
        }
        switch (stream.clock.accept(rawMicros, arrivalMicros)) {
            case REPEATED:
                return -1;
            case RESTARTED:
                restarted = true;
                break;
            default:
        }
        int firstFlags = (flags & LOST_BIT) != 0 || stream.gapBefore ? SampleFlag.GAP_BEFORE : 0;
        stream.gapBefore = false;
        if (restarted) {
            stream.forgetCounter();
            counts.restart();
            firstFlags |= SampleFlag.TIME_RESTART;
        }
        return firstFlags;
    }

    /** The board says only that a sample of the frame was clipped, before its filters: all are suspect. */
    private static int clippedFlags(int flags) {
        return ((flags & ACCELERATION_CLIPPED_BIT) != 0 ? SampleFlag.ACCELERATION_CLIPPED : 0)
                | ((flags & ANGULAR_RATE_CLIPPED_BIT) != 0 ? SampleFlag.ANGULAR_RATE_CLIPPED : 0);
    }

    private void emit(byte[] bytes, int at, TimuSensor sensor) {
        int accX = LittleEndian.i16(bytes, at);
        int accY = LittleEndian.i16(bytes, at + 2);
        int accZ = LittleEndian.i16(bytes, at + 4);
        int gyrX = LittleEndian.i16(bytes, at + 6);
        int gyrY = LittleEndian.i16(bytes, at + 8);
        int gyrZ = LittleEndian.i16(bytes, at + 10);
        out.accX = accX * sensor.ms2PerLsb();
        out.accY = accY * sensor.ms2PerLsb();
        out.accZ = accZ * sensor.ms2PerLsb();
        out.gyrX = gyrX * sensor.radPerSPerLsb();
        out.gyrY = gyrY * sensor.radPerSPerLsb();
        out.gyrZ = gyrZ * sensor.radPerSPerLsb();
        if (isAtEnd(accX, accY, accZ, sensor.accelerationClip())) {
            out.flags |= SampleFlag.ACCELERATION_CLIPPED;
        }
        if (isAtEnd(gyrX, gyrY, gyrZ, sensor.angularRateClip())) {
            out.flags |= SampleFlag.ANGULAR_RATE_CLIPPED;
        }
        counts.sample();
        sink.accept(out);
    }

    private static boolean isAtEnd(int x, int y, int z, int clip) {
        return clip > 0 && Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))) >= clip;
    }
}

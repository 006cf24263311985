package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The stream {@code /Meas/IMU6/rate} of a Movesense sensor, GATT sensor data protocol 1.0.
 *
 * <p>A frame holds a thirteenth of a second: the time of its first sample in ms, all specific forces in m/s², then all
 * angular rates in °/s. It comes as one notification, or cut anywhere into two. Nothing in it says how many samples
 * there are: that follows from the rate. Loss is seen as a step of the time.
 */
public final class MovesenseDecoder implements PacketDecoder {
    private static final int RESPONSE = 1;
    private static final int DATA = 2;
    private static final int DATA_PART_2 = 3;
    private static final int HEADER_BYTES = 2;
    private static final int VECTOR_BYTES = 12;
    private static final int TIME_BYTES = 4;
    private static final int TIME_BITS = 32;
    private static final int MICROS_PER_TICK = 1000;
    private static final int FRAMES_PER_SECOND = 13;
    private static final int FASTEST_HZ = 208;

    /** How fast the period follows what the times show. */
    private static final double PERIOD_GAIN = 0.02;

    /** Its steps are whole milliseconds, and its oscillator is a few percent off. */
    private static final double MISSING_FRAMES = 0.5;

    private final int reference;
    private final int samplesPerFrame;
    private final int frameBytes;
    private final ImuSampleSink sink;
    private final PacketCounts counts = new PacketCounts();
    private final ImuSample out = new ImuSample();
    private final FloatSaturation saturation = new FloatSaturation();
    private final TimestampUnwrapper clock = new TimestampUnwrapper(TIME_BITS, MICROS_PER_TICK);
    private final byte[] frame;
    private int filled;
    private double periodMicros;
    private long lastMicros = Long.MIN_VALUE;
    private boolean gapBefore;
    private int status;

    /**
     * @param reference what the subscription was asked with
     * @param rateHz the rate it was asked with: 13, 26, 52, 104 or 208
     */
    public MovesenseDecoder(int sensorIndex, int reference, int rateHz, ImuSampleSink sink) {
        if (rateHz < FRAMES_PER_SECOND || rateHz > FASTEST_HZ || rateHz % FRAMES_PER_SECOND != 0) {
            throw new IllegalArgumentException("rateHz must be 13, 26, 52, 104 or 208, but is " + rateHz);
        }
        this.reference = reference;
        this.sink = sink;
        out.sensorIndex = sensorIndex;
        samplesPerFrame = rateHz / FRAMES_PER_SECOND;
        frameBytes = TIME_BYTES + 2 * VECTOR_BYTES * samplesPerFrame;
        frame = new byte[frameBytes];
        periodMicros = 1e6 / rateHz;
    }

    @Override
    public void accept(byte[] bytes, int from, int to, long arrivalMicros) {
        int length = to - from;
        if (length < HEADER_BYTES) {
            counts.drop(DropReason.WRONG_LENGTH);
            return;
        }
        int code = LittleEndian.u8(bytes, from);
        if (code > DATA_PART_2 || code < RESPONSE || LittleEndian.u8(bytes, from + 1) != reference) {
            counts.drop(DropReason.UNKNOWN_TYPE);
        } else if (code == RESPONSE) {
            status = length >= HEADER_BYTES + 2 ? LittleEndian.u16(bytes, from + HEADER_BYTES) : 0;
        } else {
            if (code == DATA) {
                forgetPart();
            }
            append(bytes, from + HEADER_BYTES, to, code == DATA, arrivalMicros);
        }
    }

    @Override
    public void disconnected() {
        forgetPart();
        gapBefore = true;
        status = 0;
    }

    @Override
    public void finish() {
        forgetPart();
    }

    @Override
    public PacketCounts counts() {
        return counts;
    }

    /** The status of the last answer: 200 when the subscription stands, 429 when the sensor is overrun; 0 before one. */
    public int status() {
        return status;
    }

    private void forgetPart() {
        if (filled > 0) {
            counts.drop(DropReason.INCOMPLETE);
            gapBefore = true;
            filled = 0;
        }
    }

    private void append(byte[] bytes, int from, int to, boolean beginning, long arrivalMicros) {
        int length = to - from;
        if (!beginning && filled == 0) {
            counts.drop(DropReason.INCOMPLETE);
        } else if (filled + length > frameBytes || length == 0) {
            filled = 0;
            gapBefore = true;
            counts.drop(DropReason.WRONG_LENGTH);
        } else {
            System.arraycopy(bytes, from, frame, filled, length);
            filled += length;
            if (filled == frameBytes) {
                filled = 0;
                decode(arrivalMicros);
            } else if (!beginning) {
                forgetPart();
            }
        }
    }

    private void decode(long arrivalMicros) {
        if (!isPlausible()) {
            gapBefore = true;
            counts.drop(DropReason.IMPLAUSIBLE);
            return;
        }
        int flags = timeFlags(arrivalMicros);
        if (flags < 0) {
            counts.drop(DropReason.REPEATED);
            return;
        }
        out.arrivalMicros = arrivalMicros;
        for (int index = 0; index < samplesPerFrame; index++) {
            out.timeMicros = lastMicros + Math.round(index * periodMicros);
            out.flags = index == 0 ? flags : 0;
            emit(TIME_BYTES + VECTOR_BYTES * index, TIME_BYTES + VECTOR_BYTES * (samplesPerFrame + index));
        }
    }

    private boolean isPlausible() {
        int angularRatesAt = TIME_BYTES + VECTOR_BYTES * samplesPerFrame;
        for (int at = TIME_BYTES; at < frameBytes; at += Float.BYTES) {
            float value = LittleEndian.f32(frame, at);
            if (at < angularRatesAt ? !SensorUnits.isAcceleration(value) : !SensorUnits.isAngularRate(value)) {
                return false;
            }
        }
        return true;
    }

    /** Moves on to the next time; negative where it is not after the last one. */
    private int timeFlags(long arrivalMicros) {
        int flags = 0;
        switch (clock.accept(LittleEndian.u32(frame, 0), arrivalMicros)) {
            case REPEATED:
                return -1;
            case RESTARTED:
                counts.restart();
                flags |= SampleFlag.TIME_RESTART;
                break;
            default:
                if (lastMicros != Long.MIN_VALUE && isAfterGap(clock.micros() - lastMicros)) {
                    flags |= SampleFlag.GAP_BEFORE;
                }
        }
        flags |= gapBefore ? SampleFlag.GAP_BEFORE : 0;
        gapBefore = false;
        lastMicros = clock.micros();
        return flags;
    }

    private boolean isAfterGap(long stepMicros) {
        double steps = stepMicros / (samplesPerFrame * periodMicros);
        if (steps > 1 + MISSING_FRAMES) {
            counts.gap((Math.round(steps) - 1) * samplesPerFrame);
            return true;
        }
        if (steps > MISSING_FRAMES) {
            periodMicros += PERIOD_GAIN * ((double) stepMicros / samplesPerFrame - periodMicros);
        }
        return false;
    }

    private void emit(int acc, int gyr) {
        float accX = LittleEndian.f32(frame, acc);
        float accY = LittleEndian.f32(frame, acc + 4);
        float accZ = LittleEndian.f32(frame, acc + 8);
        float gyrX = LittleEndian.f32(frame, gyr);
        float gyrY = LittleEndian.f32(frame, gyr + 4);
        float gyrZ = LittleEndian.f32(frame, gyr + 8);
        out.flags |= saturation.flags(accX, accY, accZ, gyrX, gyrY, gyrZ);
        out.accX = accX;
        out.accY = accY;
        out.accZ = accZ;
        out.gyrX = gyrX * SensorUnits.RAD_PER_DEG;
        out.gyrY = gyrY * SensorUnits.RAD_PER_DEG;
        out.gyrZ = gyrZ * SensorUnits.RAD_PER_DEG;
        counts.sample();
        sink.accept(out);
    }
}

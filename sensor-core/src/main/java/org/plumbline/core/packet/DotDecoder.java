package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * A Movella (formerly Xsens) DOT sending one of the payloads with specific force and angular rate (document XD0506P).
 *
 * <p>One sample a notification, its time in µs, no counter: loss is seen as a step of the time. At 60 Hz a sample is the
 * average of its whole period, from 800 Hz inside. After the vendor's synchronisation the times of several sensors are
 * those of one clock.
 */
public final class DotDecoder extends NotificationDecoder {
    private static final int TIME_BITS = 32;

    /** A step of as many periods or fewer is one sample after another. */
    private static final double MISSING_PERIODS = 1.5;

    private final DotPayload payload;
    private final double periodMicros;
    private final double longestStepMicros;
    private final ImuSampleSink sink;
    private final ImuSample out = new ImuSample();
    private final FloatSaturation saturation = new FloatSaturation();
    private final TimestampUnwrapper clock = new TimestampUnwrapper(TIME_BITS, 1);
    private long lastMicros = Long.MIN_VALUE;
    private boolean gapBefore;

    /**
     * @param rateHz the rate that was set
     * @throws IllegalArgumentException where the payload has no samples
     */
    public DotDecoder(int sensorIndex, DotPayload payload, double rateHz, ImuSampleSink sink) {
        if (!payload.hasSamples()) {
            throw new IllegalArgumentException("DOT payload " + payload
                    + " has no specific force and angular rate; ask for " + DotPayload.RATE_QUANTITIES);
        }
        this.payload = payload;
        periodMicros = 1e6 / rateHz;
        longestStepMicros = MISSING_PERIODS * periodMicros;
        this.sink = sink;
        out.sensorIndex = sensorIndex;
    }

    @Override
    public void disconnected() {
        forgetPieces();
        gapBefore = true;
    }

    @Override
    int frameLength(byte[] bytes, int from, int to) {
        return payload.bytes();
    }

    @Override
    DropReason refusal(byte[] bytes, int from, int to) {
        return DropReason.WRONG_LENGTH;
    }

    @Override
    void frame(byte[] bytes, int from, int to, long arrivalMicros) {
        int acc = from + payload.specificForceAt();
        int gyr = from + payload.angularRateAt();
        float accX = LittleEndian.f32(bytes, acc);
        float accY = LittleEndian.f32(bytes, acc + 4);
        float accZ = LittleEndian.f32(bytes, acc + 8);
        float gyrX = LittleEndian.f32(bytes, gyr);
        float gyrY = LittleEndian.f32(bytes, gyr + 4);
        float gyrZ = LittleEndian.f32(bytes, gyr + 8);
        boolean plausible = SensorUnits.isAcceleration(accX)
                && SensorUnits.isAcceleration(accY)
                && SensorUnits.isAcceleration(accZ)
                && SensorUnits.isAngularRate(gyrX)
                && SensorUnits.isAngularRate(gyrY)
                && SensorUnits.isAngularRate(gyrZ);
        if (!plausible || !isZero(bytes, from + payload.fieldsEnd(), to)) {
            counts.drop(DropReason.IMPLAUSIBLE);
            return;
        }
        int flags = timeFlags(LittleEndian.u32(bytes, from), arrivalMicros);
        if (flags < 0) {
            counts.drop(DropReason.REPEATED);
            return;
        }
        out.timeMicros = lastMicros;
        out.arrivalMicros = arrivalMicros;
        out.flags = flags | saturation.flags(accX, accY, accZ, gyrX, gyrY, gyrZ);
        out.accX = accX;
        out.accY = accY;
        out.accZ = accZ;
        out.gyrX = gyrX * SensorUnits.RAD_PER_DEG;
        out.gyrY = gyrY * SensorUnits.RAD_PER_DEG;
        out.gyrZ = gyrZ * SensorUnits.RAD_PER_DEG;
        counts.sample();
        sink.accept(out);
    }

    /** Moves on to the next time; negative where it is not after the last one. */
    private int timeFlags(long rawMicros, long arrivalMicros) {
        int flags = gapBefore ? SampleFlag.GAP_BEFORE : 0;
        switch (clock.accept(rawMicros, arrivalMicros)) {
            case REPEATED:
                return -1;
            case RESTARTED:
                counts.restart();
                flags |= SampleFlag.TIME_RESTART;
                break;
            default:
                long stepMicros = clock.micros() - lastMicros;
                if (stepMicros > longestStepMicros && lastMicros != Long.MIN_VALUE) {
                    counts.gap(Math.max(1, Math.round(stepMicros / periodMicros) - 1));
                    flags |= SampleFlag.GAP_BEFORE;
                }
        }
        gapBefore = false;
        lastMicros = clock.micros();
        return flags;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        int together = 0;
        for (int at = from; at < to; at++) {
            together |= bytes[at];
        }
        return together == 0;
    }
}

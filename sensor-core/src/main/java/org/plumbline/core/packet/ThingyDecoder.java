package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The raw motion characteristic (0406) of a Nordic Thingy:52.
 *
 * <p>Its accelerometer reads positive along the axis that points down, so it is negated here. It ends at ±2 g: a lift
 * soon clips it. No time, no counter, and the true rate is 50 to 120 Hz whatever was asked: {@link SampleCountClock}
 * finds it.
 */
public final class ThingyDecoder extends NotificationDecoder {
    private static final int FRAME_BYTES = 18;
    private static final double MS2_PER_LSB = -SensorUnits.MS2_PER_G / 1024;
    private static final double RAD_PER_S_PER_LSB = SensorUnits.RAD_PER_DEG / 32;

    /** The accelerometer's range is ±2048. */
    private static final int ACCELERATION_CLIPPED_RAW = 2040;

    private final int sensorIndex;
    private final SampleCountClock clock;

    /** @param rateHz the rate that was asked for */
    public ThingyDecoder(int sensorIndex, double rateHz, ImuSampleSink sink) {
        this.sensorIndex = sensorIndex;
        clock = SampleCountClock.ofFreeRate(rateHz, sink, counts);
    }

    @Override
    public void disconnected() {
        forgetPieces();
        clock.disconnected();
    }

    @Override
    public void finish() {
        super.finish();
        clock.finish();
    }

    @Override
    int frameLength(byte[] bytes, int from, int to) {
        return FRAME_BYTES;
    }

    @Override
    DropReason refusal(byte[] bytes, int from, int to) {
        return DropReason.WRONG_LENGTH;
    }

    @Override
    void frame(byte[] bytes, int from, int to, long arrivalMicros) {
        int accX = LittleEndian.i16(bytes, from);
        int accY = LittleEndian.i16(bytes, from + 2);
        int accZ = LittleEndian.i16(bytes, from + 4);
        int gyrX = LittleEndian.i16(bytes, from + 6);
        int gyrY = LittleEndian.i16(bytes, from + 8);
        int gyrZ = LittleEndian.i16(bytes, from + 10);
        ImuSample sample = clock.next();
        sample.sensorIndex = sensorIndex;
        sample.accX = accX * MS2_PER_LSB;
        sample.accY = accY * MS2_PER_LSB;
        sample.accZ = accZ * MS2_PER_LSB;
        sample.gyrX = gyrX * RAD_PER_S_PER_LSB;
        sample.gyrY = gyrY * RAD_PER_S_PER_LSB;
        sample.gyrZ = gyrZ * RAD_PER_S_PER_LSB;
        int largest = Math.max(Math.abs(accX), Math.max(Math.abs(accY), Math.abs(accZ)));
        if (largest >= ACCELERATION_CLIPPED_RAW) {
            sample.flags |= SampleFlag.ACCELERATION_CLIPPED;
        }
        if (SensorUnits.isClipped(gyrX) || SensorUnits.isClipped(gyrY) || SensorUnits.isClipped(gyrZ)) {
            sample.flags |= SampleFlag.ANGULAR_RATE_CLIPPED;
        }
        clock.endNotification(arrivalMicros);
    }
}

package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The data characteristic (FB005C82) of a Polar Verity Sense sending acceleration and angular rate.
 *
 * <p>The two come as two streams with times of their own, ns since 2000. A sample is made at every time of the angular
 * rate, with the specific force interpolated linearly between its neighbours; where those are a gap apart there is none.
 * So a sample waits until the next frame of the other stream. A notification is a frame and says not how long it is: cut
 * in pieces it cannot be put together.
 */
public final class PolarDecoder implements PacketDecoder {
    private static final int KIND_BITS = 0x7F;
    private static final double MG = SensorUnits.MS2_PER_G / 1000;
    private static final long RESTART_NANOS = 1_000_000_000;

    /** Neighbours farther apart than this are no neighbours. */
    private static final double WIDEST_PERIODS = 2.5;

    /** From this share of the range on a reading is taken for its end. */
    private static final double CLIPPED = 0.998;

    private final ImuSampleSink sink;
    private final double degPerSPerLsb;
    private final double accelerationFactor;
    private final PacketCounts counts = new PacketCounts();
    private final PolarFrame frame = new PolarFrame();
    private final PolarStream acceleration;
    private final PolarStream angularRate;
    private final ImuSample out = new ImuSample();
    private boolean gapBefore;
    private boolean restartBefore;

    /**
     * @param rateHz the rate both were started with
     * @param angularRateFactor °/s of one count, as the answer to the gyroscope's start says
     * @param accelerationFactor g of one count in frames that are not in mg, as the answer to its start says
     */
    public PolarDecoder(
            int sensorIndex, double rateHz, double angularRateFactor, double accelerationFactor, ImuSampleSink sink) {
        this.sink = sink;
        degPerSPerLsb = angularRateFactor;
        this.accelerationFactor = accelerationFactor;
        acceleration = new PolarStream(rateHz);
        angularRate = new PolarStream(rateHz);
        out.sensorIndex = sensorIndex;
    }

    @Override
    public void accept(byte[] bytes, int from, int to, long arrivalMicros) {
        if (to - from <= PolarFrame.HEAD_BYTES) {
            counts.drop(DropReason.WRONG_LENGTH);
            return;
        }
        int type = LittleEndian.u8(bytes, from + PolarFrame.TYPE_AT);
        int kind = LittleEndian.u8(bytes, from + PolarFrame.KIND_AT);
        boolean isAcceleration = type == PolarMeasurement.ACCELERATION.code();
        double scale = isAcceleration ? accelerationScale(kind) : angularRateScale(type, kind);
        if (Double.isNaN(scale)) {
            counts.drop(DropReason.UNKNOWN_TYPE);
        } else if (!frame.read(bytes, from, to)) {
            counts.drop(DropReason.WRONG_LENGTH);
        } else if (!frame.isOfSixteenBits()) {
            counts.drop(DropReason.IMPLAUSIBLE);
        } else {
            long nanos = LittleEndian.i64(bytes, from + PolarFrame.TIME_AT);
            take(isAcceleration, scale, nanos, arrivalMicros);
            join();
        }
    }

    @Override
    public void disconnected() {
        finish();
        acceleration.clear();
        angularRate.clear();
        gapBefore = true;
    }

    @Override
    public void finish() {
        while (angularRate.count() > 0) {
            angularRate.removeFirst();
            counts.drop(DropReason.UNPAIRED);
        }
    }

    @Override
    public PacketCounts counts() {
        return counts;
    }

    /** m/s² of one count; NaN where the kind of frame is not known. */
    private double accelerationScale(int kind) {
        switch (kind & KIND_BITS) {
            case 1:
                return MG;
            case 0:
                return kind == PolarFrame.COMPRESSED ? accelerationFactor * SensorUnits.MS2_PER_G : Double.NaN;
            default:
                return Double.NaN;
        }
    }

    /** rad/s of one count; NaN where the kind of frame is not known. */
    private double angularRateScale(int type, int kind) {
        return type == PolarMeasurement.ANGULAR_RATE.code() && (kind & KIND_BITS) == 0
                ? degPerSPerLsb * SensorUnits.RAD_PER_DEG
                : Double.NaN;
    }

    private void take(boolean isAcceleration, double scale, long nanos, long arrivalMicros) {
        PolarStream stream = isAcceleration ? acceleration : angularRate;
        if (stream.backNanos(nanos) > RESTART_NANOS) {
            finish();
            acceleration.clear();
            angularRate.clear();
            counts.restart();
            restartBefore = true;
        }
        if (stream.isRepeated(nanos)) {
            counts.drop(DropReason.REPEATED);
            return;
        }
        long missing = stream.missing(nanos, frame.samples());
        if (missing > 0) {
            counts.gap(missing);
        }
        int firstFlags = missing > 0 ? SampleFlag.GAP_BEFORE : 0;
        int gaveWay = isAcceleration
                ? stream.add(
                        frame,
                        scale,
                        clip(8 * SensorUnits.MS2_PER_G),
                        SampleFlag.ACCELERATION_CLIPPED,
                        firstFlags,
                        nanos,
                        arrivalMicros)
                : stream.add(
                        frame,
                        scale,
                        clip(2000 * SensorUnits.RAD_PER_DEG),
                        SampleFlag.ANGULAR_RATE_CLIPPED,
                        firstFlags,
                        nanos,
                        arrivalMicros);
        for (int index = 0; index < gaveWay && !isAcceleration; index++) {
            counts.drop(DropReason.UNPAIRED);
            gapBefore = true;
        }
    }

    private static double clip(double range) {
        return CLIPPED * range;
    }

    /** Hands on the angular rates whose neighbours in the other stream have come. */
    private void join() {
        while (angularRate.count() > 0 && acceleration.count() > 0) {
            long nanos = angularRate.nanos(0);
            while (acceleration.count() > 1 && acceleration.nanos(1) <= nanos) {
                acceleration.removeFirst();
            }
            long before = acceleration.nanos(0);
            if (before > nanos) {
                skip();
            } else if (before == nanos) {
                emit(nanos, 0, 0);
            } else if (acceleration.count() < 2) {
                return;
            } else {
                long width = acceleration.nanos(1) - before;
                // times at the two ends of what a number can hold are so far apart that their difference is negative
                if (width <= 0 || width > WIDEST_PERIODS * acceleration.periodNanos()) {
                    skip();
                } else {
                    emit(nanos, 1, (double) (nanos - before) / width);
                }
            }
        }
    }

    private void skip() {
        counts.drop(DropReason.UNPAIRED);
        gapBefore = true;
        angularRate.removeFirst();
    }

    private void emit(long nanos, int neighbour, double share) {
        out.timeMicros = nanos / 1000;
        out.arrivalMicros = angularRate.arrivalMicros(0);
        out.flags = angularRate.flags(0)
                | ((acceleration.flags(0) | acceleration.flags(neighbour)) & SampleFlag.ACCELERATION_CLIPPED)
                | (gapBefore ? SampleFlag.GAP_BEFORE : 0)
                | (restartBefore ? SampleFlag.TIME_RESTART : 0);
        gapBefore = false;
        restartBefore = false;
        out.accX = between(neighbour, share, 0);
        out.accY = between(neighbour, share, 1);
        out.accZ = between(neighbour, share, 2);
        out.gyrX = angularRate.value(0, 0);
        out.gyrY = angularRate.value(0, 1);
        out.gyrZ = angularRate.value(0, 2);
        angularRate.removeFirst();
        counts.sample();
        sink.accept(out);
    }

    private double between(int neighbour, double share, int channel) {
        double before = acceleration.value(0, channel);
        return before + share * (acceleration.value(neighbour, channel) - before);
    }
}

package org.plumbline.core.orientation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Everything an {@link OrientationFilter} knows of its past, apart from its parameters: about 3 KB. A filter that is given
 * a saved state goes on to the same bits as the one that saved it.
 */
public final class OrientationState {
    /** First bytes of a saved state: "PLO" and the version of its layout. */
    private static final int FORMAT = 0x504C4F02;

    /** Room for a state and what stands around it. */
    private static final int ROOM = 8 * 500;

    /** Sensor to earth; unit length at the end of each block and within rounding of it between. */
    double w = 1;

    double x;
    double y;
    double z;
    /** Orientation where the stretch of the block sums began. */
    double stretchW = 1;

    double stretchX;
    double stretchY;
    double stretchZ;
    double velocityX;
    double velocityY;
    final double[] bias = new double[3];
    /** What to add to the unit matrix so that it takes measured to true angular rate, row by row. */
    final double[] matrix = new double[9];

    /** Corrected angular rate and specific force of the last sample. */
    double rateX;

    double rateY;
    double rateZ;
    double forceX;
    double forceY;
    double forceZ = OrientationFilter.GRAVITY_MS2;

    final BlockSums block = new BlockSums();
    final ErrorCovariance covariance = new ErrorCovariance();
    final RestDetector rest = new RestDetector();
    final GaitDetector gait = new GaitDetector();
    final MeanForceLevelling meanLevelling = new MeanForceLevelling();
    final SpikeGuard rateGuard = new SpikeGuard(
            SampleDoubts.DOUBTED_RATE_LEAP,
            SampleDoubts.DOUBTED_RATE_LEAP,
            SampleDoubts.BELIEVED_RATE_CHANGE,
            SampleDoubts.SMALLEST_RATE_RANGE);
    final SpikeGuard forceGuard = new SpikeGuard(
            SampleDoubts.SURPRISING_FORCE_LEAP,
            SampleDoubts.DOUBTED_FORCE_LEAP,
            SampleDoubts.BELIEVED_FORCE_CHANGE,
            SampleDoubts.SMALLEST_FORCE_RANGE);
    final ClipDetector rateClip = new ClipDetector(SampleDoubts.SMALLEST_RATE_RANGE);
    final ClipDetector forceClip = new ClipDetector(SampleDoubts.SMALLEST_FORCE_RANGE);

    /** Samples taken, to tell which follow one another. */
    long samples;

    /** The device's clock started anew with a sample that could not be used. */
    boolean restartPending;

    /** The vertical is that of one sample, which no other has confirmed. */
    boolean startUnchecked;

    boolean started;
    boolean afterGap;
    long lastTimeMicros;
    /** Running mean of the period between samples, s. */
    double periodS;
    /** For how long the sensor has been moving since its calibration was last set, s. */
    double movingS;

    private final double[] turned = new double[4];

    OrientationState() {}

    void copyOrientationTo(double[] wxyz) {
        wxyz[0] = w;
        wxyz[1] = x;
        wxyz[2] = y;
        wxyz[3] = z;
    }

    /** Goes on from that orientation, made a unit quaternion. */
    void setOrientation(double[] wxyz) {
        Quaternions.normalize(wxyz);
        w = wxyz[0];
        x = wxyz[1];
        y = wxyz[2];
        z = wxyz[3];
    }

    /** Turns the orientation in the earth frame, seen from there. */
    void turnBy(double[] turn) {
        copyOrientationTo(turned);
        Quaternions.multiply(turn, turned, turned);
        setOrientation(turned);
    }

    /** Nothing is known of the velocity. */
    void forgetVelocity() {
        covariance.forgetVelocity();
        velocityX = 0;
        velocityY = 0;
    }

    /** What comes next is another movement than what was before: nothing of it is at rest, a leap, or a correction. */
    void forgetMovement() {
        forgetVelocity();
        rest.reset();
        rateGuard.restart();
        forceGuard.restart();
        covariance.cutHistory();
        beginStretch();
    }

    /** A new stretch of the block sums begins here. */
    void beginStretch() {
        stretchW = w;
        stretchX = x;
        stretchY = y;
        stretchZ = z;
    }

    double inclinationSigmaDeg(OrientationParameters parameters) {
        double variance = covariance.variance(ErrorCovariance.ANGLE)
                + covariance.variance(ErrorCovariance.ANGLE + 1)
                + 2 * block.angleVariance
                + parameters.tiltFloor();
        return Math.toDegrees(Math.sqrt(variance));
    }

    private void exchange(StateExchange with) {
        w = with.value(w);
        x = with.value(x);
        y = with.value(y);
        z = with.value(z);
        stretchW = with.value(stretchW);
        stretchX = with.value(stretchX);
        stretchY = with.value(stretchY);
        stretchZ = with.value(stretchZ);
        velocityX = with.value(velocityX);
        velocityY = with.value(velocityY);
        with.values(bias);
        with.values(matrix);
        rateX = with.value(rateX);
        rateY = with.value(rateY);
        rateZ = with.value(rateZ);
        forceX = with.value(forceX);
        forceY = with.value(forceY);
        forceZ = with.value(forceZ);
        block.exchange(with);
        covariance.exchange(with);
        rest.exchange(with);
        gait.exchange(with);
        meanLevelling.exchange(with);
        rateGuard.exchange(with);
        forceGuard.exchange(with);
        rateClip.exchange(with);
        forceClip.exchange(with);
        samples = with.value(samples);
        restartPending = with.flag(restartPending);
        startUnchecked = with.flag(startUnchecked);
        started = with.flag(started);
        afterGap = with.flag(afterGap);
        lastTimeMicros = with.value(lastTimeMicros);
        periodS = with.value(periodS);
        movingS = with.value(movingS);
    }

    /** Takes over everything from {@code other}. */
    public void copyFrom(OrientationState other) {
        ByteBuffer bytes = ByteBuffer.allocate(ROOM);
        other.exchange(StateExchange.writing(bytes));
        exchange(StateExchange.reading(ByteBuffer.wrap(bytes.array())));
    }

    /** A copy to keep. */
    public OrientationState copy() {
        OrientationState copy = new OrientationState();
        copy.copyFrom(this);
        return copy;
    }

    /** The state as bytes, to be kept and given to {@link #fromBytes}. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(ROOM);
        bytes.putInt(FORMAT);
        exchange(StateExchange.writing(bytes));
        bytes.putLong(checksum(bytes.array(), bytes.position()));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /**
     * The state that was saved.
     *
     * @throws IllegalArgumentException for bytes that {@link #toBytes} of this version did not make
     */
    public static OrientationState fromBytes(byte[] saved) {
        ByteBuffer bytes = ByteBuffer.wrap(saved);
        try {
            if (bytes.getInt() != FORMAT) {
                throw new IllegalArgumentException("not a saved orientation state of this version");
            }
            OrientationState state = new OrientationState();
            state.exchange(StateExchange.reading(bytes));
            long found = checksum(saved, bytes.position());
            if (bytes.getLong() != found) {
                throw new IllegalArgumentException("a saved orientation state that was damaged: its checksum is wrong");
            }
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException(
                        "a saved orientation state with " + bytes.remaining() + " bytes too many");
            }
            return state;
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("a saved orientation state cut short at " + saved.length + " bytes");
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}

package org.plumbline.core.simulation;

import org.plumbline.core.imu.ImuSample;

/**
 * One sensor's way to the host: its own clock, frames of some samples (eight at 104 Hz), frames that get lost, and the delay of the air.
 *
 * <p>The model of the design's clock study: a frame waits for the next connection event, is now and then sent again one
 * event later, and is then held up a little by the host, rarely for long. All delays are one-sided.
 */
final class RadioLink {
    /** What a frame covers, about: eight samples at 104 Hz. */
    private static final double FRAME_S = 8 / SensorConditions.NOMINAL_RATE_HZ;

    private static final double LARGEST_OFFSET_S = 40;
    private static final double CONNECTION_INTERVAL_S = 0.030;

    /** From the last sample to a frame that is ready to be sent. */
    private static final double LEAST_DELAY_S = 0.005;

    private static final double SENT_AGAIN = 0.02;
    private static final double HOST_JITTER_S = 0.002;
    private static final double STALL = 0.002;
    private static final double SHORTEST_STALL_S = 0.05;
    private static final double LONGEST_STALL_S = 0.25;

    /** The host never takes two notifications of one link at the same moment. */
    private static final double BETWEEN_NOTIFICATIONS_S = 0.0003;

    private final int sensorIndex;
    private final SeededRandom random;
    private final BodyWornSensor sensor;
    private final InertialSensorErrors errors;
    private final double endS;
    private final double clockRate;
    private final double clockOffsetS;
    private final double firstEventS;

    private final int samplesPerFrame;
    private final int framesPerBurst;
    private final double frameS;
    private final double lostShare;
    private final ImuSample[] frame;
    private final double[] trueTimeS;
    private final double[][] trueOrientation;
    private int taken;
    private int framesOfBurst;
    private double arrivalS;
    private boolean over;

    RadioLink(
            int sensorIndex,
            long seed,
            SensorConditions conditions,
            BodyKinematics kinematics,
            SensorSeat seat,
            double endS) {
        this.sensorIndex = sensorIndex;
        this.endS = endS;
        lostShare = conditions.lostShare();
        samplesPerFrame = (int) Math.max(1, Math.round(FRAME_S * conditions.rateHz()));
        frame = new ImuSample[samplesPerFrame];
        trueTimeS = new double[samplesPerFrame];
        trueOrientation = new double[samplesPerFrame][4];
        random = new SeededRandom(seed, SeededRandom.Purpose.RADIO, sensorIndex);
        double largestSkew = conditions.clockSkewPpm() / 1e6;
        clockRate = 1 + random.uniform(-largestSkew, largestSkew);
        clockOffsetS = random.uniform(1, LARGEST_OFFSET_S);
        firstEventS = random.uniform(0, CONNECTION_INTERVAL_S);
        double periodS = 1 / conditions.rateHz() / clockRate;
        frameS = samplesPerFrame * periodS;
        framesPerBurst = conditions.framesPerBurst();
        double startS = random.uniform(0, samplesPerFrame * periodS);
        SeededRandom sensorRandom = new SeededRandom(seed, SeededRandom.Purpose.SENSOR, sensorIndex);
        sensor = new BodyWornSensor(
                kinematics, seat, sensorRandom.rotation(), startS, periodS, conditions.skinTiltDegPerMs2());
        errors = new InertialSensorErrors(sensorRandom, conditions, periodS);
        for (int index = 0; index < samplesPerFrame; index++) {
            frame[index] = new ImuSample();
        }
        receiveFrame();
    }

    /** Whether nothing more will arrive. */
    boolean isOver() {
        return over;
    }

    /** Arrival of the next sample; frames arrive as a whole. */
    double nextArrivalS() {
        return arrivalS;
    }

    /**
     * Fills {@code into} with the next sample, and {@code orientation} with what the sensor's orientation really was.
     */
    double take(ImuSample into, double[] orientation) {
        into.set(frame[taken]);
        System.arraycopy(trueOrientation[taken], 0, orientation, 0, 4);
        double timeS = trueTimeS[taken];
        taken++;
        if (taken == samplesPerFrame) {
            receiveFrame();
        }
        return timeS;
    }

    /** Bias of the gyroscope as of the last frame, sensor axes, rad/s. */
    void gyroBias(double[] into) {
        errors.gyroBias(into);
    }

    private void receiveFrame() {
        do {
            for (int index = 0; index < samplesPerFrame; index++) {
                measure(index);
            }
            framesOfBurst = framesOfBurst == framesPerBurst ? 1 : framesOfBurst + 1;
            if (trueTimeS[samplesPerFrame - 1] > endS) {
                over = true;
                return;
            }
        } while (random.happens(lostShare));
        arrivalS = Math.max(arrivalS + BETWEEN_NOTIFICATIONS_S, arrivalOf(burstEndS()));
        long arrivalMicros = Math.round(arrivalS * 1e6);
        for (ImuSample sample : frame) {
            sample.arrivalMicros = arrivalMicros;
        }
        taken = 0;
    }

    /** When the last sample of the burst is taken that the frame belongs to. */
    private double burstEndS() {
        return trueTimeS[samplesPerFrame - 1] + (framesPerBurst - framesOfBurst) * frameS;
    }

    private void measure(int index) {
        sensor.next();
        trueTimeS[index] = sensor.timeS();
        sensor.orientation(trueOrientation[index]);
        ImuSample sample = frame[index];
        sample.sensorIndex = sensorIndex;
        sample.timeMicros = Math.round((clockOffsetS + clockRate * trueTimeS[index]) * 1e6);
        errors.measure(sensor.specificForceMs2, sensor.angularRateRadPerS, sample);
    }

    private double arrivalOf(double lastSampleS) {
        double readyS = lastSampleS + LEAST_DELAY_S;
        double events = Math.ceil((readyS - firstEventS) / CONNECTION_INTERVAL_S);
        if (random.happens(SENT_AGAIN)) {
            events++;
        }
        double atHostS = firstEventS + events * CONNECTION_INTERVAL_S + random.exponential(HOST_JITTER_S);
        if (random.happens(STALL)) {
            atHostS += random.uniform(SHORTEST_STALL_S, LONGEST_STALL_S);
        }
        return atHostS;
    }
}

package org.plumbline.server.wearable.station;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.clock.ClockModel;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DropReason;
import org.plumbline.core.packet.PacketCounts;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.device.SensorProtocol;
import org.plumbline.server.web.Words;

/**
 * The samples of one sensor, from its notifications to whoever listens, and how well they come. Notifications come on the
 * thread of the radio; everything that touches the decoder holds its lock.
 */
final class SensorStream {
    private static final int RATE_SECONDS = 4;
    private static final long SECOND_MICROS = 1_000_000;
    private static final int DELAYS = 256;
    private static final int ENOUGH_DELAYS = 40;
    private static final double MOST = 0.95;
    private static final long NEVER = Long.MIN_VALUE;

    /** What few notifications go beyond; one with more makes a second frame. */
    private static final int MOST_FRAME_SAMPLES = 16;

    private final SensorProtocol protocol;
    private final ClockModel clock = new ClockModel();
    private final long[] secondOf = new long[RATE_SECONDS + 1];
    private final int[] samplesIn = new int[RATE_SECONDS + 1];
    private final long[] delaysMicros = new long[DELAYS];
    private long shed;
    private long delays;
    private long restartsSeen;
    private long firstSecond = NEVER;
    private long lastSampleMicros = Long.MIN_VALUE;
    private int samplesHeard;
    private long heardNanos;
    private volatile long lastHeardNanos = System.nanoTime();
    private volatile @Nullable Outlet outlet;
    private volatile @Nullable ImuSampleSink watcher;
    private @Nullable SampleFrame frame;

    /** What the last notification brought: the next one brings as much, mostly, and a full gym sends thousands a second. */
    private int usualSamples = MOST_FRAME_SAMPLES;

    /** Where samples go: the sink, the sensor's place in its list, and when the set's clock read zero. */
    private record Outlet(SampleFrameSink sink, int sensorIndex, long originMicros) {}

    SensorStream(DeviceFamily family) {
        protocol = SensorProtocol.of(family, this::sample);
    }

    SensorProtocol protocol() {
        return protocol;
    }

    /** On the thread of the radio. */
    void notification(UUID characteristic, byte[] value, long receivedNanos) {
        long arrivalMicros = receivedNanos / 1000;
        synchronized (protocol) {
            heardNanos = receivedNanos;
            samplesHeard = 0;
            protocol.heard(characteristic, value, arrivalMicros);
            if (characteristic.equals(protocol.family().stream())) {
                // also where its samples wait: for a description, or until it is known whether some were lost. Now, and
                // not when the radio had it: a server that is late with reading has no silent sensors
                lastHeardNanos = System.nanoTime();
            }
            if (samplesHeard > 0) {
                usualSamples = Math.min(samplesHeard, MOST_FRAME_SAMPLES);
                clocked(arrivalMicros);
            }
            flush();
        }
    }

    private void sample(ImuSample sample) {
        samplesHeard++;
        lastSampleMicros = sample.timeMicros;
        count(sample.arrivalMicros);
        ImuSampleSink watching = watcher;
        if (watching != null && clock.isReady()) {
            long timeMicros = sample.timeMicros;
            sample.timeMicros = clock.toHostMicros(timeMicros);
            watching.accept(sample);
            sample.timeMicros = timeMicros;
        }
        Outlet to = outlet;
        if (to == null) {
            return;
        }
        SampleFrame open = frame;
        if (open == null || open.isFull()) {
            flush();
            open = new SampleFrame(usualSamples);
            frame = open;
        }
        int index = sample.sensorIndex;
        int flags = sample.flags;
        long timeMicros = sample.timeMicros;
        long arrivalMicros = sample.arrivalMicros;
        sample.sensorIndex = to.sensorIndex();
        if (protocol.isTimedByHost()) {
            // its time is the host's already: to map it again would take corrections of the first seconds for a skew
            sample.timeMicros = timeMicros - to.originMicros();
            sample.arrivalMicros = ImuSample.NO_ARRIVAL;
            if ((flags & SampleFlag.TIME_RESTART) != 0) {
                // the count began anew; this host's clock did not, and the time between is lost
                sample.flags = (flags & ~SampleFlag.TIME_RESTART) | SampleFlag.GAP_BEFORE;
            }
        } else {
            sample.arrivalMicros = Math.max(0, arrivalMicros - to.originMicros());
        }
        open.add(sample);
        sample.sensorIndex = index;
        sample.flags = flags;
        sample.timeMicros = timeMicros;
        sample.arrivalMicros = arrivalMicros;
    }

    private void flush() {
        SampleFrame full = frame;
        Outlet to = outlet;
        frame = null;
        if (full != null) {
            full.heardAt(heardNanos);
        }
        if (full != null && to != null && !to.sink().offer(full)) {
            if (shed == 0) {
                to.sink().notice(Words.say("sensors.server.slow"));
            }
            shed += full.size();
        }
    }

    private void count(long arrivalMicros) {
        long second = arrivalMicros / SECOND_MICROS;
        int place = (int) Math.floorMod(second, (long) samplesIn.length);
        if (secondOf[place] != second) {
            secondOf[place] = second;
            samplesIn[place] = 0;
        }
        samplesIn[place]++;
        firstSecond = firstSecond == NEVER ? second : firstSecond;
    }

    private void clocked(long arrivalMicros) {
        long restarts = protocol.decoder().counts().restarts();
        if (restarts != restartsSeen) {
            restartsSeen = restarts;
            forgetClock();
        }
        clock.add(lastSampleMicros, arrivalMicros);
        delaysMicros[(int) (delays % DELAYS)] = arrivalMicros - clock.toHostMicros(lastSampleMicros);
        delays++;
    }

    private void forgetClock() {
        clock.reset();
        delays = 0;
    }

    /** The connection has ended: parts of frames are let go, and the clock is found anew. */
    void disconnected() {
        synchronized (protocol) {
            protocol.decoder().disconnected();
            flush();
            forgetClock();
            firstSecond = NEVER;
        }
    }

    /** Samples go to a set from now on; {@code originMicros} is when the set's clock reads zero. */
    void attach(SampleFrameSink sink, int sensorIndex, long originMicros) {
        synchronized (protocol) {
            shed = 0;
            outlet = new Outlet(sink, sensorIndex, originMicros);
        }
    }

    void detach() {
        synchronized (protocol) {
            outlet = null;
            frame = null;
        }
    }

    /** Somebody looks at the samples as they come, of sensor index 0, on the clock of this host; null for nobody. */
    void watch(@Nullable ImuSampleSink sink) {
        watcher = sink;
    }

    /** For how long nothing of it has been read here. */
    long silentNanos(long nowNanos) {
        return nowNanos - lastHeardNanos;
    }

    /** The same of the time in which something was read of others. */
    long silentNanos(RadioHearing hearing, long nowNanos) {
        return hearing.silentNanos(lastHeardNanos, nowNanos);
    }

    /** It is given time to say something: a new connection begins, or nobody could have heard it. */
    void expect(long nowNanos) {
        lastHeardNanos = nowNanos;
    }

    SensorSignal signal(long nowNanos) {
        synchronized (protocol) {
            PacketCounts counts = protocol.decoder().counts();
            long all = counts.samples() + counts.lostSamples();
            long dropped = 0;
            for (DropReason reason : DropReason.values()) {
                dropped += counts.dropped(reason);
            }
            double skew = clock.skewPartsPerMillion();
            return new SensorSignal(
                    rateHz(nowNanos / 1000),
                    counts.samples(),
                    all == 0 ? 0 : round(100.0 * counts.lostSamples() / all, 100),
                    counts.gaps(),
                    counts.restarts(),
                    dropped,
                    shed,
                    skew == 0 || protocol.isTimedByHost() ? null : round(skew, 1),
                    delays < ENOUGH_DELAYS ? null : delayMs(),
                    protocol.batteryPercent().isPresent()
                            ? protocol.batteryPercent().getAsInt()
                            : null);
        }
    }

    /** Over the whole seconds before this one, from the first that was heard from its beginning. */
    private double rateHz(long nowMicros) {
        long now = nowMicros / SECOND_MICROS;
        long seconds = firstSecond == NEVER ? 0 : Math.min(RATE_SECONDS, now - firstSecond - 1);
        if (seconds < 1) {
            return 0;
        }
        int samples = 0;
        for (int place = 0; place < samplesIn.length; place++) {
            long age = now - secondOf[place];
            samples += age >= 1 && age <= seconds ? samplesIn[place] : 0;
        }
        return round((double) samples / seconds, 10);
    }

    private double delayMs() {
        long[] sorted = Arrays.copyOf(delaysMicros, (int) Math.min(DELAYS, delays));
        Arrays.sort(sorted);
        return round(sorted[(int) (MOST * (sorted.length - 1))] / 1000.0, 10);
    }

    private static double round(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}

package org.plumbline.server.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SampleChunk;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.web.Spoken;

/**
 * Gives what has arrived for a set to its log and its analysis, and tells how its sensors are heard. One thread: the one that owns the
 * set and, once it has left its owner, the one that finishes it.
 */
final class LiveFeed {
    /** Longer than samples take from the radio to here on a machine that is hard pressed. */
    private static final long ON_ITS_WAY_NANOS = 1_000_000_000L;

    private static final long HEALTH_NANOS = 1_000_000_000L;

    private final Arrivals arrivals;
    private final SetRecorder recorder;
    private final LiveTelling telling;
    private final LiveMeters meters;
    private final boolean fromSensors;
    private final ImuSample sample = new ImuSample();
    private final HealthMeter health;
    private long nextHealthNanos;
    /** Null once the set is over: its minute and a half of angles are megabytes, and who rests is kept for the board. */
    private @Nullable FormLine lineWhileItRuns;

    LiveFeed(Arrivals arrivals, SetRecorder recorder, LiveTelling telling, LiveMeters meters, NewSet plan) {
        this.arrivals = arrivals;
        this.recorder = recorder;
        this.telling = telling;
        this.meters = meters;
        this.fromSensors = plan.source() == SetSource.SENSORS;
        this.health = new HealthMeter(plan.header().sensors(), System.nanoTime());
        this.lineWhileItRuns = new FormLine(plan.setup(), telling, health);
    }

    /** The analysis. */
    FormLine line() {
        return Objects.requireNonNull(lineWhileItRuns, "the set is over");
    }

    /** The set is over: nothing more is asked of its analysis. */
    void letGoOfLine() {
        lineWhileItRuns = null;
    }

    /** The lifter begins now, without the bows. */
    void beginSet() {
        recorder.begun(line().samples());
        line().beginSet();
    }

    /** Takes the frame that has waited longest; false where none waits. */
    boolean takeOne() {
        SampleFrame frame = arrivals.takeFrame();
        if (frame == null) {
            return false;
        }
        take(frame);
        return true;
    }

    /**
     * Under load "stop" overtakes samples that are on their way from the radio. They come in order: the first that was heard
     * after the wish says that all before it are here.
     *
     * @return whether nothing more of before is to come
     */
    boolean takeWhatWasHeardBefore(long nanos) {
        for (SampleFrame frame = arrivals.takeFrame(); frame != null; frame = arrivals.takeFrame()) {
            if (frame.heardNanos() - nanos > 0) {
                return true;
            }
            take(frame);
        }
        boolean streams = fromSensors && !arrivals.isOver() && nanos - telling.heardNanos() < ON_ITS_WAY_NANOS;
        return !streams || System.nanoTime() - nanos > ON_ITS_WAY_NANOS;
    }

    private void take(SampleFrame frame) {
        telling.heard(frame.heardNanos());
        FormLine analysis = line();
        for (int i = 0; i < frame.size(); i++) {
            frame.copyTo(i, sample);
            SampleChunk.quantize(sample);
            recorder.sample(sample);
            analysis.accept(sample);
        }
        meters.samples(frame.size());
    }

    void tellNotices() {
        for (String notice = arrivals.takeNotice(); notice != null; notice = arrivals.takeNotice()) {
            telling.note(Spoken.same(notice));
        }
    }

    /** Whether it is time to tell how the sensors are heard. */
    boolean owesHealth(long nowNanos) {
        return nowNanos - nextHealthNanos >= 0;
    }

    void tellHealth(long nowNanos) {
        if (owesHealth(nowNanos)) {
            nextHealthNanos = nowNanos + HEALTH_NANOS;
            telling.health(health.read(nowNanos));
        }
    }
}

package org.plumbline.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.Cue;
import org.plumbline.core.FormListener;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.SetStage;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.repetition.SetEndReason;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SampleChunk;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.SetStory;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.WearableLink;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A set that is running. Its owner thread takes frames from the link, records and analyses every sample, and tells the
 * screens; everybody else asks for a {@link #snapshot} or leaves a wish.
 */
final class LiveSet implements SampleFrameSink {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSet.class);
    /** Eight seconds of two sensors that send every sample by itself: what a hiccup of the machine may hold up. */
    private static final int WAITING_FRAMES = 1024;

    private static final String PAUSED = "The set ended by itself: no further repetition came.";
    private static final String WALKED = "The set ended by itself: you walked away from the bar.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 100;
    private static final long HEALTH_NANOS = 1_000_000_000L;

    private final Person lifter;
    private final SetRecorder recorder;
    private final Screens screens;
    private final LiveEncoder encoder;
    private final BlockingQueue<Arrived> frames = new ArrayBlockingQueue<>(WAITING_FRAMES);
    private final Queue<String> notices = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> whenOver = new CopyOnWriteArrayList<>();
    private final LiveState state;
    private final HealthMeter health;
    private final FormLine line;
    private final PoseRate poseRate = new PoseRate();
    private final BiConsumer<String, StoredCalibration> keeper;
    private final boolean demo;
    private final boolean endsByItself;
    private final String exercise;
    private final NewSet plan;
    private final LimitNames limitNames;
    private volatile @Nullable Instant endedAt;
    private long nextHealthNanos;
    private volatile LiveSnapshot snapshot;
    private volatile @Nullable SetState wishedEnd;
    private volatile boolean wishedBegin;
    private volatile @Nullable String failure;
    private volatile boolean streamOver;
    private String sensors = "";
    private double setTimeS;
    private long arrivedNanos;

    /** A frame, and when it came. */
    private record Arrived(SampleFrame frame, long nanos) {}

    /**
     * @param keeper takes the calibration for later sets, with the addresses of the sensors it is of
     * @param limitNames who set the limits it is held to
     */
    LiveSet(
            Person lifter,
            SetRecorder recorder,
            NewSet plan,
            Instant startedAt,
            Screens screens,
            LiveEncoder encoder,
            BiConsumer<String, StoredCalibration> keeper,
            LimitNames limitNames) {
        this.lifter = lifter;
        this.limitNames = limitNames;
        this.keeper = keeper;
        this.recorder = recorder;
        this.screens = screens;
        this.encoder = encoder;
        this.demo = plan.demo();
        this.endsByItself = plan.source() != SetSource.REPLAY;
        this.exercise = plan.exercise();
        this.plan = plan;
        this.state = new LiveState(recorder.setId(), plan, startedAt);
        this.health = new HealthMeter(plan.header().sensors(), System.nanoTime());
        this.line = new FormLine(plan.setup(), new Heard(), health);
        @Nullable StoredCalibration known = plan.calibration();
        if (known != null) {
            String message = "Your calibration of " + Math.max(1, Math.round(known.ageS() / 60))
                    + " min ago is used if it still fits: stand still for a moment.";
            recorder.message(message, 0);
            state.message(message);
        }
        if (plan.knownForm().outdated()) {
            String message = Words.say("live.limits.outdated");
            recorder.message(message, 0);
            state.message(message);
        }
        this.snapshot = state.snapshot();
    }

    /** What the sensors of a stream are known by. */
    static String addresses(List<DiscoveredSensor> sensors) {
        return sensors.stream().map(DiscoveredSensor::address).collect(Collectors.joining(","));
    }

    Person lifter() {
        return lifter;
    }

    UUID id() {
        return recorder.setId();
    }

    boolean isDemo() {
        return demo;
    }

    /** What was planned when it began. */
    NewSet plan() {
        return plan;
    }

    LiveSnapshot snapshot() {
        return snapshot;
    }

    /** When it was over, or null while it runs. */
    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    void ended(Instant at) {
        endedAt = at;
    }

    /** The load, or null where not said. */
    @Nullable
    Double loadKg() {
        return plan.loadKg();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits until the set is over and written; false where that takes longer than {@code patience}. */
    boolean awaitOver(Duration patience) {
        try {
            return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says who wants to hear, on the owner thread, that the set is over. Before the set starts. */
    void whenOver(Runnable listener) {
        whenOver.add(listener);
    }

    /** Wishes that the set begins now, without the bows. */
    void begin() {
        wishedBegin = true;
    }

    /** Wishes that the set ends. */
    void end(SetState end) {
        wishedEnd = end;
    }

    void start(WearableLink link) throws LinkException {
        List<DiscoveredSensor> found = link.discover(PATIENCE);
        sensors = addresses(found);
        LinkConnection connection = link.connect(found, this);
        Thread owner = new Thread(() -> own(connection), "live-set");
        owner.start();
    }

    @Override
    public void deliver(SampleFrame frame) throws InterruptedException {
        Arrived arrived = new Arrived(frame, System.nanoTime());
        while (wishedEnd == null && !frames.offer(arrived, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            // the owner is behind; a source that can wait does
        }
    }

    @Override
    public boolean offer(SampleFrame frame) {
        return frames.offer(new Arrived(frame, System.nanoTime()));
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }

    @Override
    public void ended() {
        streamOver = true;
    }

    @Override
    public void failed(String reason) {
        failure = reason;
        streamOver = true;
    }

    private void own(LinkConnection connection) {
        SetState end = SetState.INTERRUPTED;
        try (connection) {
            end = run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("The analysis of set {} broke off", id(), broken);
            tell("The analysis broke off, and the set with it. What had arrived until then is kept.");
        }
        try {
            finish(end);
        } catch (RuntimeException broken) {
            LOG.error("Set {} could not be ended", id(), broken);
        } finally {
            over.countDown();
            whenOver.forEach(Runnable::run);
        }
    }

    private void finish(SetState wanted) {
        SetState end = wanted;
        @Nullable AnalysisResult result = null;
        // links that still wait for room must see that nobody reads any more
        wishedEnd = end;
        try {
            result = line.finish();
            state.story(SetStory.of(result));
            state.counted(result.repetitions().size());
        } catch (RuntimeException broken) {
            LOG.error("Set {} could not be finished", id(), broken);
            end = SetState.INTERRUPTED;
        }
        keepCalibration();
        state.stage(SetStage.ENDED);
        recorder.end(end, result);
        state.trouble(recorder.trouble());
        show();
        screens.event(this, encoder.snapshot(snapshot));
    }

    private void keepCalibration() {
        @Nullable StoredCalibration calibration = endsByItself ? line.calibrationToKeep() : null;
        if (calibration == null) {
            return;
        }
        try {
            keeper.accept(sensors, calibration);
        } catch (RuntimeException unwritten) {
            LOG.warn("The calibration of set {} could not be kept for later sets", id(), unwritten);
        }
    }

    private SetState run() throws InterruptedException {
        ImuSample sample = new ImuSample();
        boolean begun = false;
        while (true) {
            SetState wished = wishedEnd;
            if (wished != null) {
                return wished;
            }
            if (wishedBegin && !begun) {
                begun = true;
                recorder.begun(line.samples());
                line.beginSet();
            }
            // read before the queue: once the stream is over nothing is added to it
            boolean last = streamOver;
            Arrived arrived = frames.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            long nowNanos = System.nanoTime();
            if (arrived != null) {
                arrivedNanos = arrived.nanos();
                SampleFrame frame = arrived.frame();
                for (int i = 0; i < frame.size(); i++) {
                    frame.copyTo(i, sample);
                    SampleChunk.quantize(sample);
                    recorder.sample(sample);
                    line.accept(sample);
                }
            } else if (last) {
                String reason = failure;
                if (reason == null) {
                    return SetState.FINISHED;
                }
                recorder.message(reason, setTimeS);
                tell(reason);
                return SetState.INTERRUPTED;
            }
            tellNotices();
            tellHealth(nowNanos);
        }
    }

    private void tellNotices() {
        for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
            recorder.message(notice, setTimeS);
            tell(notice);
        }
    }

    private void tellHealth(long nowNanos) {
        if (nowNanos - nextHealthNanos < 0) {
            return;
        }
        nextHealthNanos = nowNanos + HEALTH_NANOS;
        List<SensorHealth> sensors = health.read(nowNanos);
        state.health(sensors, recorder.trouble());
        show();
        screens.event(this, encoder.health(id(), sensors, recorder.trouble()));
    }

    private void tell(String message) {
        state.message(message);
        show();
        screens.event(this, encoder.message(id(), message));
    }

    private void show() {
        snapshot = state.snapshot();
    }

    /** Hears the monitor, on the owner thread. */
    private final class Heard implements FormListener {
        @Override
        public void onPose(SpinePose pose) {
            setTimeS = pose.timeMicros / 1e6;
            if (poseRate.isDue(System.nanoTime()) && screens.isWatched(LiveSet.this)) {
                screens.pose(LiveSet.this, encoder.pose(pose));
            }
        }

        @Override
        public void onStage(SetStage stage, double timeS) {
            if (stage == SetStage.ENDED) {
                // told once everything is written, so that whoever follows the link finds it
                return;
            }
            state.stage(stage);
            if (stage == SetStage.LIFTING) {
                judgeCalibration();
            }
            show();
            screens.event(LiveSet.this, encoder.snapshot(snapshot));
        }

        private void judgeCalibration() {
            state.calibration(LiveCalibration.of(line.soFar().calibration(), line.sensorsLookSwapped()));
        }

        @Override
        public void onPhase(RepetitionPhase phase, int repetitionNumber, double timeS) {
            state.phase(phase);
            show();
            screens.event(LiveSet.this, encoder.phase(id(), phase.name().toLowerCase(Locale.ROOT), repetitionNumber));
        }

        @Override
        public void onNext(int repetitionNumber, double timeS) {
            state.next(repetitionNumber);
            show();
            screens.event(LiveSet.this, encoder.next(id(), repetitionNumber));
        }

        @Override
        public void onFlag(FormFlag flag, int repetitionNumber) {
            recorder.flag(flag, repetitionNumber);
            LiveFlag shown = LiveFlag.of(flag, repetitionNumber, limitNames);
            state.flag(shown);
            show();
            screens.event(LiveSet.this, encoder.flag(id(), shown));
        }

        @Override
        public void onCue(Cue cue) {
            double serverMs = Math.round((System.nanoTime() - arrivedNanos) / 1e5) / 10.0;
            LiveCue shown = new LiveCue(cue.repetitionNumber(), cue.level(), cue.word(), serverMs);
            state.cue(shown);
            show();
            screens.event(LiveSet.this, encoder.cue(id(), shown));
        }

        @Override
        public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves curves) {
            recorder.repetition(repetition, curves);
            LiveRepetition shown = LiveRepetition.of(repetition, curves, exercise);
            List<LiveFlag> flags = repetition.flags().stream()
                    .map(flag -> LiveFlag.of(flag, repetition.number(), limitNames))
                    .toList();
            List<String> story = SetStory.soFar(line.soFar());
            state.repetition(shown);
            flags.forEach(state::flag);
            state.story(story);
            show();
            screens.event(LiveSet.this, encoder.repetition(id(), shown, flags, story));
        }

        /** A set goes on for ever only where nobody would end it: a replay ends with its recording. */
        @Override
        public void onSetEnd(int setNumber, double timeS, SetEndReason reason) {
            if (!endsByItself || wishedEnd != null || state.stage() != SetStage.LIFTING) {
                return;
            }
            String why = reason == SetEndReason.WALKED_AWAY ? WALKED : PAUSED;
            recorder.message(why, timeS);
            tell(why);
            wishedEnd = SetState.FINISHED;
        }

        @Override
        public void onMessage(String message, double timeS) {
            recorder.message(message, timeS);
            tell(message);
            if (state.stage() == SetStage.LIFTING && !state.isSwapped() && line.sensorsLookSwapped()) {
                // found out while lifting: the whole screen changes
                judgeCalibration();
                show();
                screens.event(LiveSet.this, encoder.snapshot(snapshot));
            }
        }
    }
}

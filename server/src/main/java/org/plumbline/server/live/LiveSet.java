package org.plumbline.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SampleChunk;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.WearableLink;
import org.plumbline.server.web.Spoken;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A set that is running. The thread that owns it takes frames from the link, records and analyses every sample, of which
 * {@link LiveTelling} tells; everybody else asks for a {@link #snapshot} or leaves a wish. When it ends it leaves its owner, who has
 * others, and {@link LiveEnding} finishes it elsewhere.
 */
final class LiveSet implements SampleFrameSink, SetOwner.Owned {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSet.class);
    /** Frames a set takes in one turn: others wait for theirs. */
    private static final int FRAMES_A_TURN = 32;

    /** More notices than a person reads. */
    private static final int WAITING_NOTICES = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than samples take from the radio to here on a machine that is hard pressed. */
    private static final long ON_ITS_WAY_NANOS = 1_000_000_000L;

    private static final long HEALTH_NANOS = 1_000_000_000L;

    private final Person lifter;
    private final SetRecorder recorder;
    private final LiveTelling telling;
    private final LiveEnding ending;
    private final WaitingFrames frames = new WaitingFrames();
    private final Queue<String> notices = new ArrayBlockingQueue<>(WAITING_NOTICES);
    private final AtomicBoolean ready = new AtomicBoolean();
    private final SetOwner owner;
    private final LiveMeters meters;
    private final ImuSample sample = new ImuSample();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> whenOver = new CopyOnWriteArrayList<>();
    private final HealthMeter health;
    /** Null once the set is over: its minute and a half of angles are megabytes, and who rests is kept for the board. */
    private @Nullable FormLine lineWhileItRuns;

    private final NewSet plan;
    private volatile @Nullable Instant endedAt;
    private long nextHealthNanos;
    private volatile @Nullable SetState wishedEnd;
    private volatile long wishedNanos;
    private volatile boolean wishedBegin;
    private volatile @Nullable String failure;
    private volatile boolean streamOver;
    private volatile @Nullable LinkConnection connection;
    private String sensors = "";
    private boolean begun;
    private boolean leaving;
    private boolean endedByItself;

    /**
     * @param keeper takes the calibration for later sets, with the addresses of the sensors it is of
     * @param limitNames the limits it is held to, of which nobody is named: coaches watch too
     * @param holdTargetS for how long the lifter's plan says that each hold is held, or null
     */
    LiveSet(
            Person lifter,
            SetRecorder recorder,
            NewSet plan,
            Instant startedAt,
            Screens screens,
            LiveEncoder encoder,
            SetOwner owner,
            LiveMeters meters,
            BiConsumer<String, StoredCalibration> keeper,
            LimitNames limitNames,
            @Nullable Double holdTargetS) {
        this.lifter = lifter;
        this.recorder = recorder;
        this.plan = plan;
        this.owner = owner;
        this.meters = meters;
        this.telling =
                new LiveTelling(this, recorder, plan, startedAt, screens, encoder, meters, limitNames, holdTargetS);
        this.ending = new LiveEnding(recorder, telling, plan, keeper);
        this.health = new HealthMeter(plan.header().sensors(), System.nanoTime());
        this.lineWhileItRuns = new FormLine(plan.setup(), telling, health);
        @Nullable StoredCalibration known = plan.calibration();
        if (known != null) {
            telling.note(Spoken.of(() ->
                    Words.say("live.calibration.kept", Math.max(1, Math.round(known.ageS() / 60)))));
        }
        if (plan.knownForm().outdated()) {
            telling.note(Spoken.of(() -> Words.say("live.limits.outdated")));
        }
    }

    /** What the sensors of a stream are known by. */
    static String addresses(List<DiscoveredSensor> sensors) {
        return sensors.stream().map(DiscoveredSensor::address).collect(Collectors.joining(","));
    }

    /** How many places of those that run at once it takes. */
    int places() {
        return LiveProperties.places(plan.exercise());
    }

    Person lifter() {
        return lifter;
    }

    UUID id() {
        return recorder.setId();
    }

    boolean isDemo() {
        return plan.demo();
    }

    /** What was planned when it began. */
    NewSet plan() {
        return plan;
    }

    /** As the lifter is told it. */
    LiveSnapshot snapshot() {
        return telling.snapshot().own();
    }

    /** As somebody who looks is told it: the lifter, or whoever watches. */
    LiveSnapshot snapshotFor(UUID viewer) {
        return telling.snapshot().to(isWatcher(viewer));
    }

    /** The newest moment of the set's clock that was analysed, s. */
    double clockS() {
        return telling.clockS();
    }

    /** Whether somebody is not the lifter. */
    boolean isWatcher(UUID viewer) {
        return !viewer.equals(lifter.id());
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

    /** Says who wants to hear that the set is over, on the thread that finishes it. Before the set starts. */
    void whenOver(Runnable listener) {
        whenOver.add(listener);
    }

    /**
     * Wishes that the set begins now, without the bows.
     *
     * @return false where it is over, or about to be
     */
    boolean begin() {
        if (wishedEnd != null || endedAt != null || isOver()) {
            return false;
        }
        wishedBegin = true;
        wake();
        return true;
    }

    /** Wishes that the set ends; what the radio has heard until now is still taken. */
    void end(SetState end) {
        wishedNanos = System.nanoTime();
        wishedEnd = end;
        wake();
    }

    /**
     * Begins. What comes from the sensors before {@code reached} is done waits: whoever is shown the set there misses nothing of it.
     *
     * @param reached what is to be done once the sensors are reached
     * @throws LinkException where they cannot be; {@code reached} is not run then
     */
    void start(WearableLink link, Runnable reached) throws LinkException {
        List<DiscoveredSensor> found = link.discover(PATIENCE);
        sensors = addresses(found);
        LinkConnection open = link.connect(found, this);
        try {
            reached.run();
        } catch (RuntimeException broken) {
            end(SetState.INTERRUPTED);
            open.close();
            throw broken;
        }
        connection = open;
        owner.take(this);
        wake();
    }

    /** Frames that wait for the owner. */
    int waitingFrames() {
        return frames.size();
    }

    @Override
    public void deliver(SampleFrame frame) throws InterruptedException {
        // an owner that sleeps is woken by the frame before this one
        frames.put(frame, () -> wishedEnd != null);
        wake();
    }

    @Override
    public boolean offer(SampleFrame frame) {
        boolean taken = frames.offer(frame);
        if (!taken) {
            meters.shedSamples(frame.size());
        }
        wake();
        return taken;
    }

    @Override
    public void notice(String message) {
        if (!notices.offer(message)) {
            LOG.warn("Set {} has more to say than anybody reads", id());
        }
        wake();
    }

    @Override
    public void ended() {
        streamOver = true;
        wake();
    }

    @Override
    public void failed(String reason) {
        failure = reason;
        streamOver = true;
        wake();
    }

    /** Asks for a turn; one that is asked for already is enough. */
    private void wake() {
        if (connection != null && ready.compareAndSet(false, true)) {
            owner.wake(this);
        }
    }

    @Override
    public void work() {
        ready.set(false);
        if (leaving) {
            return;
        }
        try {
            SetState end = turn();
            if (end != null) {
                leave(end);
            } else if (!frames.isEmpty()) {
                wake();
            }
        } catch (Throwable broken) {
            // memory that ran out for one set is no reason to take the owner from the others
            breakOff(broken);
        }
    }

    private void breakOff(Throwable broken) {
        try {
            LOG.error("The analysis of set {} broke off", id(), broken);
            telling.tell(Spoken.of(() -> Words.say("live.broke.off")));
        } finally {
            leave(SetState.INTERRUPTED);
        }
    }

    @Override
    public void look(long nowNanos) {
        if (nowNanos - nextHealthNanos >= 0 || wishedEnd != null || streamOver) {
            wake();
        }
    }

    /** The analysis. */
    FormLine line() {
        return Objects.requireNonNull(lineWhileItRuns, "the set is over");
    }

    /** A set goes on for ever only where nobody would end it: a replay ends with its recording. */
    boolean mayEndByItself() {
        return plan.source() != SetSource.REPLAY && wishedEnd == null;
    }

    /** The lifter is done: what comes after belongs to nobody. */
    void endByItself() {
        endedByItself = true;
        wishedEnd = SetState.FINISHED;
    }

    /** Takes some of what waits; how the set ends, or null where it goes on. */
    private @Nullable SetState turn() {
        if (wishedBegin && !begun) {
            begun = true;
            recorder.begun(line().samples());
            line().beginSet();
        }
        @Nullable SetState wished = wishedEnd;
        if (wished != null) {
            return takeWhatWasHeardBefore(wishedNanos) ? wished : null;
        }
        // read before the queue: once the stream is over nothing is added
        boolean last = streamOver;
        for (int taken = 0; taken < FRAMES_A_TURN && !endedByItself; taken++) {
            SampleFrame frame = frames.take();
            if (frame == null) {
                break;
            }
            take(frame);
        }
        if (endedByItself) {
            return SetState.FINISHED;
        }
        if (recorder.isGone()) {
            // whoever took it out of the log is told by them
            return SetState.INTERRUPTED;
        }
        if (recorder.isFull()) {
            return overBecause(Words.say("live.ended.full"));
        }
        tellNotices();
        tellHealth(System.nanoTime());
        return last && frames.isEmpty() ? overBecause(failure) : null;
    }

    /**
     * Under load "stop" overtakes samples that are on their way from the radio. They come in order: the first that was heard
     * after the wish says that all before it are here.
     *
     * @return whether nothing more of before is to come
     */
    private boolean takeWhatWasHeardBefore(long nanos) {
        for (SampleFrame frame = frames.take(); frame != null; frame = frames.take()) {
            if (frame.heardNanos() - nanos > 0) {
                return true;
            }
            take(frame);
        }
        boolean streams =
                plan.source() == SetSource.SENSORS && !streamOver && nanos - telling.heardNanos() < ON_ITS_WAY_NANOS;
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

    private SetState overBecause(@Nullable String reason) {
        if (reason == null) {
            return SetState.FINISHED;
        }
        telling.note(Spoken.same(reason));
        return SetState.INTERRUPTED;
    }

    /** Leaves the owner; the end, which waits for the database, happens elsewhere. */
    private void leave(SetState end) {
        leaving = true;
        // links that still wait for room must see that nobody reads any more
        wishedEnd = end;
        owner.release(this);
        owner.elsewhere(() -> close(end));
    }

    private void close(SetState end) {
        LinkConnection open = connection;
        if (open != null) {
            open.close();
        }
        try {
            ending.finish(line(), end, sensors);
        } catch (RuntimeException broken) {
            LOG.error("Set {} could not be ended", id(), broken);
        } finally {
            over.countDown();
            whenOver.forEach(Runnable::run);
        }
        ending.tellUntilSaved(line(), sensors);
        lineWhileItRuns = null;
    }

    private void tellNotices() {
        for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
            telling.note(Spoken.same(notice));
        }
    }

    private void tellHealth(long nowNanos) {
        if (nowNanos - nextHealthNanos < 0) {
            return;
        }
        nextHealthNanos = nowNanos + HEALTH_NANOS;
        telling.health(health.read(nowNanos));
    }
}

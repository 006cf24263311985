package org.plumbline.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormLine;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.WearableLink;
import org.plumbline.server.web.Spoken;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A set that is running: who lifts, what is wished of it, and its turns. In each the thread that owns it has {@link LiveFeed} take
 * what has {@link Arrivals arrived}, of which {@link LiveTelling} tells; everybody else asks for a {@link #snapshot} or leaves a wish.
 * When it ends it leaves its owner, who has others, and {@link LiveEnding} finishes it elsewhere.
 */
final class LiveSet implements SetOwner.Owned {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSet.class);
    /** Frames a set takes in one turn: others wait for theirs. */
    private static final int FRAMES_A_TURN = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Person lifter;
    private final SetRecorder recorder;
    private final LiveTelling telling;
    private final Arrivals arrivals;
    private final LiveFeed feed;
    private final LiveEnding ending;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final SetOwner owner;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> whenOver = new CopyOnWriteArrayList<>();
    private final NewSet plan;
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable SetState wishedEnd;
    private volatile long wishedNanos;
    private volatile boolean wishedBegin;
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
        this.telling =
                new LiveTelling(this, recorder, plan, startedAt, screens, encoder, meters, limitNames, holdTargetS);
        this.arrivals = new Arrivals(recorder.setId(), meters, () -> wishedEnd != null, this::wake);
        this.feed = new LiveFeed(arrivals, recorder, telling, meters, plan);
        this.ending = new LiveEnding(recorder, telling, plan, keeper);
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
        LinkConnection open = link.connect(found, arrivals);
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
        return arrivals.waitingFrames();
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
            } else if (arrivals.hasFrames()) {
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
        if (feed.owesHealth(nowNanos) || wishedEnd != null || arrivals.isOver()) {
            wake();
        }
    }

    /** The analysis. */
    FormLine line() {
        return feed.line();
    }

    /** Whether a stored set is played. */
    boolean isReplay() {
        return plan.source() == SetSource.REPLAY;
    }

    /** A set goes on for ever only where nobody would end it: a replay ends with its recording. */
    boolean mayEndByItself() {
        return !isReplay() && wishedEnd == null;
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
            feed.beginSet();
        }
        @Nullable SetState wished = wishedEnd;
        if (wished != null) {
            return feed.takeWhatWasHeardBefore(wishedNanos) ? wished : null;
        }
        // read before the queue: once the stream is over nothing is added
        boolean last = arrivals.isOver();
        int taken = 0;
        while (taken < FRAMES_A_TURN && !endedByItself && feed.takeOne()) {
            taken++;
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
        feed.tellNotices();
        feed.tellHealth(System.nanoTime());
        return last && !arrivals.hasFrames() ? overBecause(arrivals.failure()) : null;
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
        feed.letGoOfLine();
    }
}

package org.plumbline.server.live;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.KeptCalibrations;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.WearableLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The sets that are running: one of each lifter. A demo set makes way for another of the same lifter. */
@Service
class LiveSets {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSets.class);
    private static final Duration END_PATIENCE = Duration.ofSeconds(20);

    private final TrainingLog log;
    private final KeptCalibrations calibrations;
    private final LimitAuthors limitAuthors;
    private final PlannedSets planned;
    private final Screens screens;
    private final LiveEncoder encoder;
    private final SetOwners owners;
    private final LiveMeters meters;
    private final int most;
    private final Clock clock;
    private final Map<UUID, LiveSet> running = new ConcurrentHashMap<>();
    private final Map<UUID, LiveSet> newestByLifter = new ConcurrentHashMap<>();

    LiveSets(
            TrainingLog log,
            KeptCalibrations calibrations,
            LimitAuthors limitAuthors,
            PlannedSets planned,
            Screens screens,
            LiveEncoder encoder,
            SetOwners owners,
            LiveMeters meters,
            LiveProperties properties,
            Clock clock) {
        this.owners = owners;
        this.meters = meters;
        this.most = properties.mostSets();
        this.log = log;
        this.limitAuthors = limitAuthors;
        this.planned = planned;
        this.calibrations = calibrations;
        this.screens = screens;
        this.encoder = encoder;
        this.clock = clock;
        meters.gauge("plumbline.live.sets", "Sets that run", running::size);
        meters.gauge(
                "plumbline.live.frames.waiting",
                "Frames of samples that wait for their set",
                () -> running.values().stream().mapToInt(LiveSet::waitingFrames).sum());
        meters.gauge("plumbline.live.sets.waiting", "Sets that wait for their owner's next turn", owners::waiting);
    }

    /**
     * Begins a set.
     *
     * @param whenOver hears, on the thread that finishes the set, that it is over
     * @throws AlreadyLiftingException where a set of this lifter that is not a demo is running
     * @throws ServerFullException where as many run as this server takes
     * @throws LinkException where the sensors cannot be reached; nothing is kept of the set then
     */
    synchronized LiveSet start(Person lifter, NewSet wanted, WearableLink link, Runnable whenOver)
            throws LinkException {
        List<LiveSet> own = runningOf(lifter.id());
        for (LiveSet other : own) {
            if (!other.isDemo() && !other.isOver()) {
                throw new AlreadyLiftingException(other.id());
            }
        }
        endAll(own, SetState.FINISHED);
        if (running.values().stream().mapToInt(LiveSet::places).sum() >= most) {
            meters.refusedSet();
            throw new ServerFullException(running.size());
        }
        if (!link.probe().usable()) {
            throw new LinkException(link.probe().reason());
        }
        NewSet plan = log.tell(lifter.id(), wanted);
        Instant startedAt = clock.instant();
        // asked before it begins: a set whose start fails must not run on
        LimitNames limitNames = limitAuthors.unnamed(lifter.id(), plan.exercise());
        @Nullable Double holdTargetS = planned.holdS(lifter.id(), plan.exercise(), startedAt);
        SetRecorder recorder = log.begin(lifter, plan);
        LiveSet set = new LiveSet(
                lifter,
                recorder,
                plan,
                startedAt,
                screens,
                encoder,
                owners.next(),
                meters,
                (sensors, calibration) -> calibrations.keep(lifter.id(), sensors, calibration),
                limitNames,
                holdTargetS);
        running.put(set.id(), set);
        set.whenOver(() -> {
            set.ended(clock.instant());
            running.remove(set.id());
        });
        set.whenOver(whenOver);
        try {
            set.start(link, () -> show(set));
        } catch (LinkException | RuntimeException unreachable) {
            running.remove(set.id());
            forget(set);
            recorder.abandon();
            log.delete(set.id());
            throw unreachable;
        }
        return set;
    }

    private void show(LiveSet set) {
        newestByLifter.put(set.lifter().id(), set);
        screens.began(set);
    }

    /** The newest set of a lifter since the server started, running or over. */
    Optional<LiveSet> newestOf(UUID lifterId) {
        return Optional.ofNullable(newestByLifter.get(lifterId));
    }

    /** The newest set of every lifter since the server started. */
    List<LiveSet> newestOfAll() {
        return List.copyOf(newestByLifter.values());
    }

    /** A set that is running, or the newest of its lifter. */
    Optional<LiveSet> find(UUID id) {
        return Optional.ofNullable(running.get(id))
                .or(() -> newestByLifter.values().stream()
                        .filter(set -> set.id().equals(id))
                        .findFirst());
    }

    /** Ends a set and waits until it is written. */
    void end(LiveSet set) {
        set.end(SetState.FINISHED);
        await(set);
    }

    /** Ends the demo sets and forgets what screens may show of them. */
    synchronized void dismissDemo() {
        endAll(running.values().stream().filter(LiveSet::isDemo).toList(), SetState.FINISHED);
        List<LiveSet> shown =
                newestByLifter.values().stream().filter(LiveSet::isDemo).toList();
        shown.forEach(this::forget);
    }

    /** Ends what runs of a lifter and forgets what screens may show of them: their record is about to go. */
    synchronized void dismiss(UUID lifterId) {
        endAll(runningOf(lifterId), SetState.FINISHED);
        newestOf(lifterId).ifPresent(this::forget);
    }

    /** Ends what runs of a lifter, and keeps it as interrupted: it was not they who ended it. */
    synchronized void breakOff(UUID lifterId) {
        endAll(runningOf(lifterId), SetState.INTERRUPTED);
    }

    private List<LiveSet> runningOf(UUID lifterId) {
        return running.values().stream()
                .filter(set -> set.lifter().id().equals(lifterId))
                .toList();
    }

    private void forget(LiveSet set) {
        newestByLifter.remove(set.lifter().id(), set);
        screens.forget(set);
    }

    @PreDestroy
    void close() {
        endAll(running.values(), SetState.INTERRUPTED);
    }

    private static void endAll(Collection<LiveSet> sets, SetState end) {
        sets.forEach(set -> set.end(end));
        sets.forEach(LiveSets::await);
    }

    private static void await(LiveSet set) {
        if (!set.awaitOver(END_PATIENCE)) {
            LOG.warn("Set {} takes long to end", set.id());
        }
    }
}

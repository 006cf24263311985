package org.plumbline.server.live;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Lifter;
import org.plumbline.server.training.KeptCalibrations;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetRecorder;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.WearableLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The sets that are running. One lifter has one; a demo set makes way. */
@Service
class LiveSets {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSets.class);
    private static final Duration END_PATIENCE = Duration.ofSeconds(20);

    private final TrainingLog log;
    private final KeptCalibrations calibrations;
    private final Screens screens;
    private final LiveEncoder encoder;
    private final Clock clock;
    private final Map<UUID, LiveSet> running = new ConcurrentHashMap<>();
    private volatile @Nullable LiveSet newest;

    LiveSets(TrainingLog log, KeptCalibrations calibrations, Screens screens, LiveEncoder encoder, Clock clock) {
        this.log = log;
        this.calibrations = calibrations;
        this.screens = screens;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Begins a set.
     *
     * @param whenOver hears, on the owner thread of the set, that it is over; must not wait for anybody
     * @throws AlreadyLiftingException where a set that is not a demo is running
     * @throws LinkException where the sensors cannot be reached; nothing is kept of the set then
     */
    synchronized LiveSet start(Lifter lifter, NewSet wanted, WearableLink link, Runnable whenOver)
            throws LinkException {
        for (LiveSet other : running.values()) {
            if (!other.isDemo() && !other.isOver()) {
                throw new AlreadyLiftingException(other.id());
            }
        }
        endAll(running.values(), SetState.FINISHED);
        if (!link.probe().usable()) {
            throw new LinkException(link.probe().reason());
        }
        NewSet plan = log.tell(lifter.id(), wanted);
        Instant startedAt = clock.instant();
        SetRecorder recorder = log.begin(lifter, plan);
        LiveSet set = new LiveSet(
                recorder,
                plan,
                startedAt,
                screens,
                encoder,
                (sensors, calibration) -> calibrations.keep(lifter.id(), sensors, calibration));
        running.put(set.id(), set);
        set.whenOver(() -> running.remove(set.id()));
        set.whenOver(whenOver);
        try {
            set.start(link);
        } catch (LinkException | RuntimeException unreachable) {
            running.remove(set.id());
            recorder.end(SetState.INTERRUPTED, null);
            log.delete(set.id());
            throw unreachable;
        }
        newest = set;
        screens.began(set);
        return set;
    }

    /** The set a screen shows when it asks for none in particular: the newest, running or just over. */
    Optional<LiveSet> newest() {
        return Optional.ofNullable(newest);
    }

    /** A set that is running, or the newest. */
    Optional<LiveSet> find(UUID id) {
        LiveSet last = newest;
        return last != null && last.id().equals(id) ? Optional.of(last) : Optional.ofNullable(running.get(id));
    }

    /** Ends a set and waits until it is written. */
    void end(LiveSet set) {
        set.end(SetState.FINISHED);
        await(set);
    }

    /** Ends the demo set, if one runs, and forgets what screens may show of it. */
    synchronized void dismissDemo() {
        endAll(running.values().stream().filter(LiveSet::isDemo).toList(), SetState.FINISHED);
        LiveSet last = newest;
        if (last != null && last.isDemo()) {
            newest = null;
            screens.forget(last);
        }
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

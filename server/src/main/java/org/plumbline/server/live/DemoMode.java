package org.plumbline.server.live;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.SetStage;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.Settings;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.simulated.SimulatedLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Demo mode: the demo lifter does one simulated set after the other, so that a page is never dead. Whoever starts a set
 * of their own has the server to themselves until they ask for the demo again; whoever leaves demo mode is left with an
 * empty log.
 *
 * <p>The demo lifter's standing still and bowing are played without waiting, so that a viewer sees lifting at once; the
 * monitor sees every sample of them.
 */
@Component
public class DemoMode {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMode.class);
    private static final String SETTING = "demo";
    private static final int REPETITIONS = 8;
    private static final double LOAD_KG = 100;
    private static final String LIFTING = SetStage.LIFTING.name().toLowerCase(Locale.ROOT);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LiveSets liveSets;
    private final People people;
    private final TrainingLog log;
    private final Settings settings;
    private final DemoProperties properties;
    private final SimulationProperties simulation;
    private final Clock clock;
    private final ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "demo");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> next;
    private volatile boolean paused;

    DemoMode(
            LiveSets liveSets,
            People people,
            TrainingLog log,
            Settings settings,
            DemoProperties properties,
            SimulationProperties simulation,
            Clock clock) {
        this.liveSets = liveSets;
        this.people = people;
        this.log = log;
        this.settings = settings;
        this.properties = properties;
        this.simulation = simulation;
        this.clock = clock;
    }

    /** Whether demo mode is on, running or paused. */
    public boolean isOn() {
        return settings.get(SETTING).map("on"::equals).orElse(false);
    }

    /** Whether demo mode waits because somebody started a set of their own. */
    public boolean isPaused() {
        return paused && isOn();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (isOn()) {
            schedule(0);
        }
    }

    /** Turns demo mode on; the first set begins at once, unless one runs already: whoever changes the role finds it as it was. */
    public synchronized void start() {
        settings.put(SETTING, "on");
        paused = false;
        schedule(0);
    }

    /** Waits until the demo lifter, or whoever took their place, lifts; false where that takes longer than {@code patience}. */
    public boolean awaitLifting(Duration patience) {
        Optional<Person> lifter = people.samples(Role.LIFTER).stream().findFirst();
        long end = System.nanoTime() + patience.toNanos();
        while (lifter.isPresent() && System.nanoTime() - end < 0) {
            if (running(lifter.get())
                    .filter(set -> set.snapshot().stage().equals(LIFTING))
                    .isPresent()) {
                return true;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return false;
    }

    /** Lets somebody lift who is not the demo lifter. */
    synchronized void pause() {
        paused = true;
        cancel();
    }

    /** Turns demo mode off and removes what it has left in the log. */
    public synchronized void leave() {
        settings.put(SETTING, "off");
        cancel();
        liveSets.dismissDemo();
        log.deleteDemoSetsBut(0);
    }

    private synchronized void schedule(long delayMillis) {
        cancel();
        if (stage.isShutdown()) {
            return;
        }
        next = stage.schedule(this::playSet, delayMillis, TimeUnit.MILLISECONDS);
    }

    private synchronized void cancel() {
        if (next != null) {
            next.cancel(false);
        }
        next = null;
    }

    private synchronized void playSet() {
        if (!isOn() || paused) {
            return;
        }
        Optional<Person> lifter = people.samples(Role.LIFTER).stream().findFirst();
        // a demo set that runs is followed by the next one after a rest
        if (lifter.isEmpty() || running(lifter.get()).filter(LiveSet::isDemo).isPresent()) {
            return;
        }
        try {
            // the fault wanders so that two sets in a row do not look like one film
            Long chosen = properties.seed();
            long seed = chosen == null ? clock.millis() : chosen;
            int rounding = 4 + (int) (seed % 3);
            SimulationRequest request = new SimulationRequest("deadlift", REPETITIONS, seed, rounding, null, 0, 8);
            SimulatedLink link = new SimulatedLink(request.script(), simulation.speed(), true);
            // on the demo thread: the owner thread must not wait for a lock of ours
            Runnable rest = () -> later(() -> schedule(properties.rest().toMillis()));
            liveSets.start(lifter.get(), request.newSet(LOAD_KG, true), link, rest);
            log.deleteDemoSetsBut(properties.keepSets());
        } catch (AlreadyLiftingException busy) {
            paused = true;
        } catch (LinkException | RuntimeException failed) {
            LOG.warn("The demo set could not begin, trying again later", failed);
            schedule(properties.rest().toMillis());
        }
    }

    private Optional<LiveSet> running(Person lifter) {
        return liveSets.newestOf(lifter.id()).filter(set -> !set.isOver());
    }

    private void later(Runnable task) {
        if (!stage.isShutdown()) {
            stage.execute(task);
        }
    }

    /** A set that is being begun is waited for, so that it is ended with the others; none is begun after. */
    @PreDestroy
    synchronized void close() {
        cancel();
        stage.shutdown();
    }
}

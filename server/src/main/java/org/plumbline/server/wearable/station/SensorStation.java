package org.plumbline.server.wearable.station;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.wearable.gateway.GatewayRadio;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.choice.RadioChoice;
import org.plumbline.server.wearable.radio.choice.WearableProperties;
import org.plumbline.server.wearable.radio.recorded.ReplayRadio;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.plumbline.server.wearable.radio.simulated.SimulatedRadio;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The sensors of this server, worn by its people: each their own pair, over one radio. Those that were paired are kept connected
 * while they are wanted, whether or not a set runs, so that a set begins at once and a lost sensor comes back by itself.
 */
@Service
public class SensorStation {
    private static final Logger LOG = LoggerFactory.getLogger(SensorStation.class);
    private static final Duration FINDING = Duration.ofSeconds(20);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);
    private static final int OPEN_AGAIN_EVERY = 15;

    private final KnownSensorRepository repository;
    private volatile StationRadio radio;
    private volatile SensorRegistry sensors;
    private volatile boolean simulated;
    private @Nullable SimulatedGym gym;

    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sensor-station");
        thread.setDaemon(true);
        return thread;
    });
    private final RadioListener listener = new StationEar(() -> radio, () -> sensors);
    private final Placings placings = new Placings(housekeeping, this::placeTapped);
    private final RunningStreams running = new RunningStreams();
    private int chores;

    SensorStation(KnownSensorRepository repository, WearableProperties properties, GatewayRadio gateway, Clock clock) {
        this.repository = repository;
        Radio chosen = new RadioChoice(properties, () -> gateway, () -> newGym(clock)).radio();
        radio = new StationRadio(chosen);
        sensors = new SensorRegistry(repository, kindOf(chosen));
        simulated = chosen.isSimulated();
    }

    private Radio newGym(Clock clock) {
        SimulatedGym made = SimulatedGym.standing(SimulationScript.demo(clock.millis()));
        gym = made;
        return made.radio();
    }

    /** Real sensors are the same ones whichever radio reaches them; simulated and replayed ones are others. */
    private static String kindOf(Radio radio) {
        return switch (radio.kind()) {
            case SimulatedRadio.KIND, ReplayRadio.KIND -> radio.kind();
            default -> "bluetooth";
        };
    }

    /** Whether what comes is simulated. */
    public boolean isSimulated() {
        return simulated;
    }

    /** Whether a recording of a radio is played. */
    public boolean isReplayed() {
        return sensors.radioKind().equals(ReplayRadio.KIND);
    }

    /** Uses simulated sensors until the server is started anew; what they give is marked. */
    public void simulate(SimulatedGym simulated) {
        changeTo(simulated.radio());
        synchronized (this) {
            gym = simulated;
            begin();
        }
    }

    /** Taps a simulated sensor that is open to this person: a real one is tapped with a finger. */
    synchronized void tap(UUID person, String address) {
        sensors.known(person, address);
        if (gym == null) {
            throw new SensorStateException(Words.say("sensors.tap.real"));
        }
        gym.tap(address);
    }

    /** Kind of the radio in use. */
    public String radio() {
        return radio.kind();
    }

    /** Whether the radio works. */
    boolean isWorking() {
        return radio.isReady();
    }

    /** Why the radio does not work, and what to do; or how it was chosen. */
    String reason() {
        return radio.reason(radio.isReady());
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        begin();
        ScheduledFuture<?> unused = housekeeping.scheduleWithFixedDelay(
                this::keepHouse, HOUSEKEEPING.toMillis(), HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void begin() {
        for (WantedSensor wanted : sensors.load()) {
            if (wanted.sensor.wanted()) {
                keep(wanted);
            }
        }
    }

    private void keepHouse() {
        try {
            chores++;
            if (chores % OPEN_AGAIN_EVERY == 0 && radio.isNeeded()) {
                radio.open(listener);
            }
            radio.scanAsWanted();
            placings.lookAfter(System.nanoTime());
            running.lookAfter(System.nanoTime());
        } catch (RuntimeException failed) {
            LOG.warn("Looking after the sensors failed", failed);
        }
    }

    private void keep(WantedSensor wanted) {
        radio.open(listener);
        String address = wanted.sensor.address();
        SensorLoop loop = new SensorLoop(
                wanted.sensor, radio, wanted.stream, (state, reason) -> running.changed(address, state, reason));
        wanted.loop = loop;
        loop.start();
    }

    /** Looks for devices in reach. */
    public synchronized void find() {
        radio.open(listener);
        radio.find(FINDING);
    }

    public void stopFinding() {
        radio.stopFinding();
    }

    /**
     * Pairs a device that was found: it is remembered as this person's, and connected from now on.
     *
     * @throws NoSuchSensorException where it was not found
     * @throws SensorStateException where it is somebody else's
     * @throws IllegalArgumentException where it cannot be used; the message is for the person
     */
    public synchronized void pair(UUID person, String address) {
        WantedSensor known = sensors.byAddress(address);
        if (known != null) {
            if (!known.sensor.isOpenTo(person)) {
                throw new SensorStateException(Words.say("sensors.of.another"));
            }
            return;
        }
        DiscoveredDevice device =
                radio.heard(address).orElseThrow(() -> new NoSuchSensorException(Words.say("sensors.out.of.reach")));
        keep(sensors.pair(person, device));
    }

    /** Forgets a sensor; it can be found and paired again. */
    public void forget(UUID person, String address) {
        WantedSensor wanted;
        synchronized (this) {
            wanted = sensors.known(person, address);
            running.refuseIfUsed(address);
            // before it is disconnected, which takes seconds in which somebody else may pair it
            sensors.erase(wanted);
            sensors.forget(wanted);
        }
        stop(wanted);
    }

    /** Lets go of the sensors of a person whose account goes; the database forgets them with the person. */
    void forgetAllOf(UUID person) {
        List<WantedSensor> theirs;
        synchronized (this) {
            theirs = sensors.all().stream()
                    .filter(wanted -> wanted.sensor.isOf(person))
                    .toList();
            theirs.forEach(sensors::forget);
        }
        placings.stop(person);
        // a sensor takes seconds to disconnect, and a transaction waits for nobody's radio
        Thread leaving = new Thread(() -> theirs.forEach(this::stop), "sensors-leave");
        leaving.setDaemon(true);
        leaving.start();
    }

    /** Makes a sensor of the house this person's own, or gives it back to the house. */
    public synchronized void claim(UUID person, String address, boolean mine) {
        WantedSensor wanted = sensors.known(person, address);
        running.refuseIfUsed(address);
        Optional<SensorPlacement> placement = wanted.sensor.placement();
        sensors.change(
                wanted, wanted.sensor.at(Optional.empty()).ownedBy(mine ? Optional.of(person) : Optional.empty()));
        // nobody wears two in one place
        sensors.place(wanted, placement.orElse(null));
    }

    /** Connects a sensor and keeps it so, or lets it rest; not in the midst of a set, which may be anybody's. */
    public void want(UUID person, String address, boolean wanted) {
        if (!wanted) {
            WantedSensor resting = sensors.known(person, address);
            running.refuseIfUsed(address);
            stop(resting);
        }
        synchronized (this) {
            // looked up here: while it was disconnected it may have been forgotten
            WantedSensor sensor = sensors.known(person, address);
            sensors.change(sensor, sensor.sensor.wanted(wanted));
            SensorLoop loop = sensor.loop;
            if (wanted && (loop == null || loop.state() == SensorState.REFUSED)) {
                keep(sensor);
            }
        }
    }

    private void stop(WantedSensor wanted) {
        SensorLoop loop;
        synchronized (this) {
            loop = wanted.loop;
            wanted.loop = null;
        }
        if (loop != null) {
            loop.close();
        }
    }

    /** Says where a sensor sits; another one of the same wearer that sat there sits nowhere then. Null for nowhere. */
    public synchronized void place(UUID person, String address, @Nullable SensorPlacement placement) {
        WantedSensor wanted = sensors.known(person, address);
        running.refuseIfAnyUsed(sensors.all(), wanted.sensor.owner());
        sensors.place(wanted, placement);
    }

    /** Makes a sensor blink. */
    public void blink(UUID person, String address) throws LinkException, InterruptedException {
        SensorLoop loop = sensors.known(person, address).loop;
        if (loop == null) {
            throw new LinkException(Words.say("sensors.not.connected"));
        }
        loop.blink();
    }

    /** Waits for a tap on the upper one of two streaming sensors. */
    public void placeByTapping(UUID person) {
        List<WantedSensor> streaming;
        synchronized (this) {
            streaming = sensors.wornBy(person, WantedSensor::isStreaming);
            running.refuseIfAnyUsed(
                    sensors.all(),
                    streaming.isEmpty()
                            ? Optional.empty()
                            : streaming.get(0).sensor.owner());
        }
        placings.begin(person, streaming);
    }

    private void placeTapped(UUID person, WantedSensor upper, WantedSensor lower) {
        place(person, upper.sensor.address(), SensorPlacement.THORAX);
        place(person, lower.sensor.address(), SensorPlacement.PELVIS);
    }

    /** Waits for a tap no longer. */
    public void stopPlacing(UUID person) {
        placings.stop(person);
    }

    /** Everything there is to show to a person: their own sensors, those of the house, and what nobody has paired. */
    public StationStatus status(UUID person) {
        SensorRegistry registry = sensors;
        long now = System.nanoTime();
        boolean working = radio.isReady();
        return new StationStatus(
                radio.kind(),
                isSimulated(),
                isReplayed(),
                working,
                radio.isStarting(),
                radio.reason(working),
                radio.isFinding(),
                FoundSensor.among(radio.heard(), registry),
                registry.openTo(person).stream()
                        .map(wanted -> wanted.status(person, now))
                        .toList(),
                placings.status(person));
    }

    /** The sensors a set of this person would take, from the pelvis up. */
    public List<SensorStatus> worn(UUID person) {
        long now = System.nanoTime();
        return placed(person).stream()
                .map(placed -> sensors.known(person, placed.sensor().address()).status(person, now))
                .toList();
    }

    /** The placed sensors that this person wears, from the pelvis up. */
    List<PlacedSensor> placed(UUID person) {
        return sensors.placed(person);
    }

    int paired() {
        return sensors.all().size();
    }

    int streaming() {
        return sensors.streaming();
    }

    /** Notifications of all sensors that were dropped since the radio was opened. */
    long droppedNotifications() {
        RadioSession open = radio.session();
        return open == null
                ? 0
                : sensors.all().stream()
                        .mapToLong(wanted -> open.droppedNotifications(wanted.sensor.address()))
                        .sum();
    }

    /** A set takes samples from now on. Each sensor feeds one set at a time. */
    void run(RunningStream stream) {
        running.add(stream);
        synchronized (this) {
            if (gym != null) {
                gym.begin();
            }
        }
    }

    void ended(RunningStream stream) {
        running.remove(stream);
    }

    @PreDestroy
    void close() {
        housekeeping.shutdownNow();
        stopAll();
        radio.close();
    }

    private void stopAll() {
        List<WantedSensor> all;
        synchronized (this) {
            all = sensors.all();
            sensors.clear();
        }
        all.parallelStream().forEach(this::stop);
    }

    /** Goes over to another radio and its sensors. */
    private void changeTo(Radio next) {
        if (!running.isEmpty()) {
            throw new SensorsInUseException(Words.say("sensors.set.running"));
        }
        placings.stopAll();
        stopAll();
        radio.close();
        synchronized (this) {
            radio = new StationRadio(next);
            sensors = new SensorRegistry(repository, kindOf(next));
            simulated = next.isSimulated();
        }
    }
}

package org.plumbline.server.wearable.station;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.gateway.GatewayRadio;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.choice.RadioChoice;
import org.plumbline.server.wearable.radio.choice.WearableProperties;
import org.plumbline.server.wearable.radio.recorded.ReplayRadio;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.plumbline.server.wearable.radio.simulated.SimulatedRadio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The sensors of this server. Those that were paired are kept connected while they are wanted, whether or not a set runs, so that
 * a set begins at once and a lost sensor comes back by itself.
 */
@Service
public class SensorStation {
    private static final Logger LOG = LoggerFactory.getLogger(SensorStation.class);
    private static final Duration FINDING = Duration.ofSeconds(20);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);
    private static final int OPEN_AGAIN_EVERY = 15;

    /** What the database takes; a Bluetooth name has 248 bytes at most. */
    private static final int LONGEST_NAME = 248;

    private static final int LONGEST_ADDRESS = 60;

    private final KnownSensorRepository repository;
    private volatile StationRadio radio;
    private volatile String radioKind;
    private volatile boolean simulated;
    private @Nullable SimulatedGym gym;
    private final Map<String, WantedSensor> sensors = new LinkedHashMap<>();
    /** The same for the thread of the radio, which waits for nobody's database. */
    private volatile Map<String, WantedSensor> heardSensors = Map.of();

    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sensor-station");
        thread.setDaemon(true);
        return thread;
    });
    private final RadioListener listener = new Heard();
    private final Placing placing = new Placing(housekeeping, this::placeTapped);
    private volatile @Nullable RunningStream running;
    private boolean needed;
    private int chores;

    SensorStation(KnownSensorRepository repository, WearableProperties properties, GatewayRadio gateway, Clock clock) {
        this.repository = repository;
        Radio chosen = new RadioChoice(properties, () -> gateway, () -> newGym(clock)).radio();
        radio = new StationRadio(chosen);
        radioKind = kindOf(chosen);
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
        return radioKind.equals(ReplayRadio.KIND);
    }

    /** Uses simulated sensors until the server is started anew; what they give is marked. */
    public void simulate(SimulatedGym simulated) {
        changeTo(simulated.radio());
        synchronized (this) {
            gym = simulated;
            begin();
        }
    }

    /** The simulated people who wear the sensors in use, or empty. */
    public synchronized Optional<SimulatedGym> gym() {
        return Optional.ofNullable(gym);
    }

    /** Kind of the radio in use. */
    public String radio() {
        return radio.kind();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        begin();
        ScheduledFuture<?> unused = housekeeping.scheduleWithFixedDelay(
                this::keepHouse, HOUSEKEEPING.toMillis(), HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void begin() {
        for (KnownSensor sensor : repository.all(radioKind)) {
            WantedSensor wanted = new WantedSensor(sensor);
            sensors.put(sensor.address(), wanted);
            heardSensors = Map.copyOf(sensors);
            if (sensor.wanted()) {
                keep(wanted);
            }
        }
    }

    private void keepHouse() {
        try {
            boolean open;
            synchronized (this) {
                chores++;
                open = needed && chores % OPEN_AGAIN_EVERY == 0;
            }
            if (open) {
                radio.open(listener);
            }
            radio.scanAsWanted();
            placing.lookAfter(System.nanoTime());
            RunningStream stream = running;
            if (stream != null) {
                stream.lookAfter(System.nanoTime());
            }
        } catch (RuntimeException failed) {
            LOG.warn("Looking after the sensors failed", failed);
        }
    }

    private void need() {
        needed = true;
        radio.open(listener);
    }

    private void keep(WantedSensor wanted) {
        need();
        String address = wanted.sensor.address();
        SensorLoop loop =
                new SensorLoop(wanted.sensor, radio, wanted.stream, (state, reason) -> tellSet(address, state, reason));
        wanted.loop = loop;
        loop.start();
    }

    private void tellSet(String address, SensorState state, String reason) {
        RunningStream stream = running;
        if (stream != null) {
            stream.changed(address, state, reason);
        }
    }

    /** Looks for devices in reach. */
    public synchronized void find() {
        need();
        radio.find(FINDING);
    }

    public void stopFinding() {
        radio.stopFinding();
    }

    /**
     * Pairs a device that was found: it is remembered, and connected from now on.
     *
     * @throws IllegalArgumentException where it was not found or cannot be used; the message is for the person
     */
    public synchronized void pair(String address) {
        if (sensors.containsKey(address)) {
            return;
        }
        DiscoveredDevice device = radio.heard(address)
                .orElseThrow(() ->
                        new IllegalArgumentException("That sensor is not in reach any more. Look for sensors again."));
        DeviceSuitability suitability = DeviceSuitability.ofAdvertisement(device.name(), device.serviceUuids());
        DeviceFamily family =
                suitability.family().orElseThrow(() -> new IllegalArgumentException(suitability.reason()));
        if (address.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("That is no Bluetooth address: the radio that told it is broken.");
        }
        String said = device.name().isEmpty() ? address : device.name();
        String name = said.substring(0, Math.min(said.length(), LONGEST_NAME));
        KnownSensor sensor = new KnownSensor(address, name, family, Optional.empty(), true);
        repository.save(radioKind, sensor);
        WantedSensor wanted = new WantedSensor(sensor);
        sensors.put(address, wanted);
        heardSensors = Map.copyOf(sensors);
        keep(wanted);
    }

    /** Forgets a sensor; it can be found and paired again. */
    public void forget(String address) {
        WantedSensor wanted;
        synchronized (this) {
            RunningStream stream = running;
            if (stream != null && stream.uses(address)) {
                throw new IllegalArgumentException("A set is running with it: end it first.");
            }
            wanted = sensors.remove(address);
            heardSensors = Map.copyOf(sensors);
        }
        if (wanted != null) {
            stop(wanted);
            repository.delete(radioKind, address);
        }
    }

    /** Connects a sensor and keeps it so, or lets it rest. */
    public void want(String address, boolean wanted) {
        WantedSensor sensor = known(address);
        if (!wanted) {
            stop(sensor);
        }
        synchronized (this) {
            sensor.sensor = sensor.sensor.wanted(wanted);
            repository.save(radioKind, sensor.sensor);
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

    /** Says where a sensor sits; another one that sat there sits nowhere then. Null for nowhere. */
    public synchronized void place(String address, @Nullable SensorPlacement placement) {
        WantedSensor wanted = known(address);
        refuseDuringASet();
        for (WantedSensor other : sensors.values()) {
            if (other != wanted && placement != null && other.sensor.placement().equals(Optional.of(placement))) {
                other.sensor = other.sensor.at(Optional.empty());
                repository.save(radioKind, other.sensor);
            }
        }
        wanted.sensor = wanted.sensor.at(Optional.ofNullable(placement));
        repository.save(radioKind, wanted.sensor);
    }

    /** Makes a sensor blink. */
    public void blink(String address) throws LinkException, InterruptedException {
        SensorLoop loop = known(address).loop;
        if (loop == null) {
            throw new LinkException("The sensor is not connected.");
        }
        loop.blink();
    }

    /** Waits for a tap on the upper one of two streaming sensors. */
    public void placeByTapping() {
        List<WantedSensor> streaming;
        synchronized (this) {
            refuseDuringASet();
            streaming =
                    sensors.values().stream().filter(WantedSensor::isStreaming).toList();
        }
        placing.begin(streaming);
    }

    private void refuseDuringASet() {
        if (running != null) {
            throw new IllegalArgumentException("A set is running: end it before the sensors change places.");
        }
    }

    private void placeTapped(WantedSensor upper, WantedSensor lower) {
        place(upper.sensor.address(), SensorPlacement.THORAX);
        place(lower.sensor.address(), SensorPlacement.PELVIS);
    }

    /** Waits for a tap no longer. */
    public void stopPlacing() {
        placing.stop();
    }

    private synchronized WantedSensor known(String address) {
        WantedSensor wanted = sensors.get(address);
        if (wanted == null) {
            throw new IllegalArgumentException("No such sensor is paired. It may have been forgotten.");
        }
        return wanted;
    }

    /** Everything there is to show. */
    public StationStatus status() {
        List<SensorStatus> known = new ArrayList<>();
        Map<String, DiscoveredDevice> heard = radio.heard();
        List<FoundSensor> found = new ArrayList<>();
        long now = System.nanoTime();
        synchronized (this) {
            sensors.values().forEach(wanted -> known.add(wanted.status(now)));
            heard.forEach((address, device) -> {
                if (!sensors.containsKey(address)) {
                    FoundSensor.of(device).ifPresent(found::add);
                }
            });
        }
        found.sort(Comparator.comparing((FoundSensor sensor) -> !sensor.usable())
                .thenComparing(FoundSensor::rssiDbm, Comparator.reverseOrder()));
        boolean working = radio.isReady();
        return new StationStatus(
                radio.kind(),
                isSimulated(),
                isReplayed(),
                working,
                reason(working),
                radio.isFinding(),
                found,
                known,
                placing.status());
    }

    private synchronized String reason(boolean working) {
        String trouble = radio.trouble();
        if (working || !needed) {
            return radio.how();
        }
        return trouble.isEmpty() ? radio.probe().reason() : trouble;
    }

    /** The placed sensors that are wanted, from the pelvis up. */
    synchronized List<PlacedSensor> placed() {
        List<PlacedSensor> placed = new ArrayList<>();
        for (WantedSensor wanted : sensors.values()) {
            SensorLoop loop = wanted.loop;
            Optional<SensorPlacement> placement = wanted.sensor.placement();
            if (loop != null && placement.isPresent()) {
                placed.add(new PlacedSensor(wanted.sensor, placement.get(), wanted.stream, loop));
            }
        }
        placed.sort(Comparator.comparing(PlacedSensor::placement));
        return placed;
    }

    /** A set takes samples from now on; there is one at a time. */
    synchronized void run(RunningStream stream) throws LinkException {
        if (running != null) {
            throw new LinkException("The sensors are in use by another set.");
        }
        running = stream;
        if (gym != null) {
            gym.begin();
        }
    }

    synchronized void ended(RunningStream stream) {
        running = running == stream ? null : running;
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
            all = List.copyOf(sensors.values());
            sensors.clear();
            heardSensors = Map.of();
        }
        all.parallelStream().forEach(this::stop);
    }

    /** Goes over to another radio and its sensors. */
    private void changeTo(Radio next) {
        synchronized (this) {
            if (running != null) {
                throw new IllegalArgumentException("A set is running: end it first.");
            }
        }
        stopPlacing();
        stopAll();
        radio.close();
        synchronized (this) {
            radio = new StationRadio(next);
            radioKind = kindOf(next);
            simulated = next.isSimulated();
            needed = false;
        }
    }

    /** Hears the radio, on its thread. */
    private final class Heard implements RadioListener {
        @Override
        public void discovered(DiscoveredDevice device) {
            radio.discovered(device);
        }

        @Override
        public void state(String address, ConnectionState state, String reason) {
            if (state == ConnectionState.VANISHED) {
                radio.forget(address);
            }
            SensorLoop loop = loop(address);
            if (loop != null) {
                loop.told(state, reason);
            }
        }

        @Override
        public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
            WantedSensor wanted = wanted(address);
            if (wanted != null) {
                wanted.stream.notification(characteristic, value, receivedNanos);
                SensorLoop loop = wanted.loop;
                if (loop != null) {
                    loop.heard();
                }
            }
        }

        @Override
        public void radioState(RadioState state, String reason) {
            radio.radioState(state, reason);
        }

        private @Nullable WantedSensor wanted(String address) {
            return heardSensors.get(address);
        }

        private @Nullable SensorLoop loop(String address) {
            WantedSensor wanted = wanted(address);
            return wanted == null ? null : wanted.loop;
        }
    }
}

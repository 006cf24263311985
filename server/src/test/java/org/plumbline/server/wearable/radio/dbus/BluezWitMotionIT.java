package org.plumbline.server.wearable.radio.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionDecoder;
import org.plumbline.core.packet.WitMotionRegisters;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.Installs;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.peer.PrivateBus;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.simulated.SimulatedLifter;
import org.plumbline.server.wearable.radio.simulated.WitMotionPeripheral;

/** Two WitMotion sensors behind a BlueZ. */
class BluezWitMotionIT {
    private static final int NOTIFICATIONS = 120;

    private final RadioEvents events = new RadioEvents();

    @BeforeEach
    void needsBus() {
        Installs.need(getClass(), PrivateBus.missing());
    }

    @Test
    void twoSensorsAreSetUpReadBackAndDecodedWithoutLoss() throws Exception {
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, 10, 3);
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(script, WitMotionPeripheral.RATE_HZ);
        Map<String, WitMotionPeripheral> sensors = new TreeMap<>();
        for (int index = 0; index < 2; index++) {
            String address = "C0:FF:EE:00:00:1" + index;
            sensors.put(address, new WitMotionPeripheral(address, "WT901BLE6" + index, lifter.sensor(index)));
        }
        try (PrivateBus bus = PrivateBus.start();
                BluezPeer bluez = BluezPeer.on(bus, List.copyOf(sensors.values()));
                RadioSession session = new BluezDbusRadio(bus.address(), ListenerQueue.USUAL_CAPACITY).open(events)) {
            session.startScan();
            sensors.keySet().forEach(events::awaitDiscovered);
            for (String address : sensors.keySet()) {
                int mark = events.mark();
                session.connect(address);
                events.awaitState(mark, address, ConnectionState.CONNECTED);
                setUp(session, address);
            }
            for (String address : sensors.keySet()) {
                events.await("seconds of samples", () -> heard(address).size() >= NOTIFICATIONS);
                long sent = sensors.get(address).samplesSent();
                events.await("the last one", () -> samples(address) >= sent);
                assertEquals(1, sensors.get(address).register(WitMotionRegisters.ALGORITHM));
                assertDecoded(address);
            }
        }
    }

    private static void setUp(RadioSession session, String address) throws Exception {
        session.subscribe(address, WitMotionPeripheral.STREAM).get(10, TimeUnit.SECONDS);
        for (byte[] command : List.of(
                WitMotionCommands.unlock(),
                WitMotionCommands.sixAxisAlgorithm(),
                WitMotionCommands.plainContent(),
                WitMotionCommands.bandwidth42Hz(),
                WitMotionCommands.rate(WitMotionCommands.Rate.HZ_100),
                WitMotionCommands.read(WitMotionRegisters.RATE))) {
            session.write(address, WitMotionPeripheral.COMMANDS, command).get(10, TimeUnit.SECONDS);
        }
    }

    private List<RadioEvents.Heard> heard(String address) {
        return events.heard(address, WitMotionPeripheral.STREAM);
    }

    private long samples(String address) {
        return heard(address).stream()
                .filter(one -> one.value()[1] == 0x61)
                .mapToLong(one -> one.value().length / 20)
                .sum();
    }

    private void assertDecoded(String address) {
        AtomicLong decoded = new AtomicLong();
        WitMotionDecoder decoder =
                new WitMotionDecoder(0, WitMotionCommands.Rate.HZ_100, sample -> decoded.incrementAndGet());
        List<RadioEvents.Heard> fast = heard(address).stream()
                .dropWhile(one -> one.value()[1] == 0x61 && one.value().length == 20)
                .toList();
        long expected = 0;
        for (RadioEvents.Heard one : fast) {
            decoder.accept(one.value(), 0, one.value().length, TimeUnit.NANOSECONDS.toMicros(one.receivedNanos()));
            expected += one.value()[1] == 0x61 ? one.value().length / 20 : 0;
        }
        decoder.finish();
        assertEquals(9, decoder.registers().value(), "100 Hz");
        assertTrue(decoder.counts().nothingDropped());
        assertEquals(0, decoder.counts().lostSamples());
        assertEquals(expected, decoded.get());
        assertTrue(expected > 4 * (NOTIFICATIONS - 20), "samples " + expected);
    }
}

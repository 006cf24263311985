package org.plumbline.server.wearable.radio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.peer.PrivateBus;
import org.plumbline.server.wearable.radio.simulated.Peripheral;

/** The contract of radios behind a BlueZ on a private bus, and what only such a radio goes through. */
public abstract class BluezRadioContract extends RadioContract {
    protected PrivateBus bus;
    protected BluezPeer bluez;

    /** What must be installed besides the bus, empty where nothing is missing. */
    protected abstract Optional<String> missingHere();

    /** The radio under test on that bus. */
    protected abstract Radio radio(String busAddress, int queueCapacity);

    @Override
    protected final Optional<String> missing() {
        return PrivateBus.missing().or(this::missingHere);
    }

    @Override
    protected final RadioWorld world(List<Peripheral> devices) {
        bus = PrivateBus.start();
        bluez = BluezPeer.on(bus, devices);
        return new BluezWorld();
    }

    @Test
    void aRestartTooQuickToBeSeenStillEndsTheConnection() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 5);
        int mark = events.mark();
        bluez.stopService();
        bluez.startServiceRemembering();
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void theDeathOfTheBusIsTold() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        int mark = events.mark();
        bus.kill();
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitRadio(mark, RadioState.LOST);
    }

    @Test
    void theProbeSaysWhatItFindsAndWhatIsMissing() throws LinkException {
        LinkAvailability here = radio(bus.address(), SMALL_QUEUE).probe();
        assertTrue(here.usable() && here.reason().contains("hci0"), here.reason());
        assertProbe("unix:path=/nowhere/bus.sock", "apt install");
        session.close();
        bluez.stopService();
        assertProbe(bus.address(), "apt install");
    }

    private void assertProbe(String address, String words) {
        Radio radio = radio(address, SMALL_QUEUE);
        LinkAvailability availability = radio.probe();
        assertFalse(availability.usable());
        assertTrue(availability.reason().contains(words), availability.reason());
        LinkException refused = assertThrows(LinkException.class, () -> radio.open(events));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    /** The peer of that moment: tests put another one in its place. */
    private final class BluezWorld implements RadioWorld {
        @Override
        public Radio radio(int queueCapacity) {
            return BluezRadioContract.this.radio(bus.address(), queueCapacity);
        }

        @Override
        public void dropConnection(String address) {
            bluez.dropConnection(address);
        }

        @Override
        public void vanish(String address) {
            bluez.vanish(address);
        }

        @Override
        public void comeBack(String address) {
            bluez.comeBack(address);
        }

        @Override
        public void connectsSlowly(String address, Duration delay) {
            bluez.connectsSlowly(address, delay);
        }

        @Override
        public void stopRadio() {
            bluez.stopService();
        }

        @Override
        public void startRadio() {
            bluez.startService();
        }

        @Override
        public void close() {
            bluez.close();
            bus.close();
        }
    }
}

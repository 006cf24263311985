package org.plumbline.server.wearable.radio.dbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.radio.BluezRadioContract;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioState;

/** The contract of radios, kept by BlueZ over D-Bus in this process. */
class BluezDbusRadioIT extends BluezRadioContract {
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    @Override
    protected Optional<String> missingHere() {
        return Optional.empty();
    }

    @Override
    protected Radio radio(String busAddress, int queueCapacity) {
        return new BluezDbusRadio(busAddress, queueCapacity);
    }

    @Test
    void theBatteryThatBluezKeepsToItselfIsReadAndWatchedAsItsCharacteristic() throws Exception {
        discoverBoth();
        connect(PELVIS);
        assertArrayEquals(new byte[] {90}, get(session.read(PELVIS, BATTERY_LEVEL)));
        get(session.subscribe(PELVIS, BATTERY_LEVEL));
        pelvis.batteryPercent(12);
        events.await("low battery", () -> events.heard(PELVIS, BATTERY_LEVEL).size() == 1);
        assertArrayEquals(
                new byte[] {12}, events.heard(PELVIS, BATTERY_LEVEL).get(0).value());
    }

    @Test
    void aBusThatComesBackIsFoundAgain() throws Exception {
        discoverBoth();
        connect(PELVIS);
        int mark = events.mark();
        bus.kill();
        events.awaitRadio(mark, RadioState.LOST);
        bus.revive();
        bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
        events.awaitRadio(mark, RadioState.READY);

        int seen = events.discovered().size();
        session.startScan();
        events.await("heard again", () -> events.discovered().size() > seen + 1);
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }
}

package org.plumbline.server.wearable.radio.dbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioContract;

/** The contract of radios, kept by BlueZ over D-Bus in this process. */
class BluezDbusRadioIT extends RadioContract {
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    @Override
    protected Optional<String> missing() {
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
        bluez.tellBattery(PELVIS);
        events.await("low battery", () -> events.heard(PELVIS, BATTERY_LEVEL).size() == 1);
        assertArrayEquals(
                new byte[] {12}, events.heard(PELVIS, BATTERY_LEVEL).get(0).value());
    }
}

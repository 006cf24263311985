package org.plumbline.server.wearable.radio.dbus;

import org.plumbline.server.wearable.LinkException;

/**
 * The charge of a connected device as BlueZ tells it: it keeps the standard battery service to itself, so that a library which
 * knows characteristics only, as TinyB, must ask this way.
 */
public final class BluezBattery {
    private BluezBattery() {}

    /**
     * Reads it once, over a connection of its own, as the battery level characteristic would give it: one byte, percent.
     *
     * @throws LinkException where BlueZ does not tell it
     */
    public static byte[] read(String busAddress, String address) throws LinkException {
        try (BluezBus bus = BluezBus.open(busAddress)) {
            BluezObjects objects = bus.objects();
            BluezProperties battery = objects.adapter()
                    .flatMap(adapter -> objects.device(adapter, address))
                    .map(device -> objects.of(device, Battery1.NAME))
                    .orElse(null);
            if (battery == null) {
                throw new LinkException("the device does not tell its battery level");
            }
            return new byte[] {(byte) battery.number("Percentage", 0)};
        }
    }
}

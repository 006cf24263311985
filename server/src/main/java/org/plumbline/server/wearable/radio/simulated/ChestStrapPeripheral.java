package org.plumbline.server.wearable.radio.simulated;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.server.wearable.radio.StandardGatt;

/** A Polar H10 as it is found in every gym: it has Polar's motion service but no gyroscope, and cannot be used. */
public final class ChestStrapPeripheral implements Peripheral {
    private static final byte CHARGE_PERCENT = 75;

    private final String address;

    public ChestStrapPeripheral(String address) {
        this.address = address;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String name() {
        return "Polar H10 12345678";
    }

    @Override
    public int rssiDbm() {
        return -81;
    }

    @Override
    public List<UUID> advertised() {
        return List.of(StandardGatt.HEART_RATE);
    }

    @Override
    public Map<UUID, Map<UUID, List<String>>> services() {
        return Map.of(
                StandardGatt.HEART_RATE,
                Map.of(StandardGatt.HEART_RATE_MEASUREMENT, List.of("notify")),
                DeviceFamily.POLAR.service(),
                Map.of(DeviceFamily.POLAR.stream(), List.of("notify")),
                StandardGatt.BATTERY,
                Map.of(StandardGatt.BATTERY_LEVEL, List.of("read", "notify")));
    }

    @Override
    public byte[] read(UUID characteristic) {
        return new byte[] {CHARGE_PERCENT};
    }

    @Override
    public void write(UUID characteristic, byte[] value) {
        // nothing of it can be written
    }

    @Override
    public void connected(Notifications air) {
        // it has nothing to tell
    }

    @Override
    public void disconnected() {
        // nor to stop
    }
}

package org.plumbline.server.wearable.radio;

import java.util.UUID;

/** Services and characteristics of the Bluetooth SIG (Assigned Numbers) that the sensors here have. */
public final class StandardGatt {
    public static final UUID BATTERY = uuid(0x180F);

    /** One byte, percent. */
    public static final UUID BATTERY_LEVEL = uuid(0x2A19);

    public static final UUID DEVICE_INFORMATION = uuid(0x180A);
    public static final UUID MODEL_NUMBER = uuid(0x2A24);
    public static final UUID SERIAL_NUMBER = uuid(0x2A25);
    public static final UUID FIRMWARE_REVISION = uuid(0x2A26);
    public static final UUID HEART_RATE = uuid(0x180D);
    public static final UUID HEART_RATE_MEASUREMENT = uuid(0x2A37);

    private StandardGatt() {}

    private static UUID uuid(int assigned) {
        return UUID.fromString(String.format("%08x-0000-1000-8000-00805f9b34fb", assigned));
    }
}

package org.plumbline.server.wearable.radio.dbus;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** A GATT characteristic of a device, as BlueZ exports it. */
@DBusInterfaceName(GattCharacteristic1.NAME)
public interface GattCharacteristic1 extends DBusInterface {
    String NAME = "org.bluez.GattCharacteristic1";

    byte[] ReadValue(Map<String, Variant<?>> options);

    void WriteValue(byte[] value, Map<String, Variant<?>> options);

    void StartNotify();

    void StopNotify();
}

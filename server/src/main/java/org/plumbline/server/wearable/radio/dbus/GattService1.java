package org.plumbline.server.wearable.radio.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** A GATT service of a device, as BlueZ exports it: properties only. */
@DBusInterfaceName(GattService1.NAME)
public interface GattService1 extends DBusInterface {
    String NAME = "org.bluez.GattService1";
}

package org.plumbline.server.wearable.radio.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The battery of a device, as BlueZ exports it instead of the battery service: properties only. */
@DBusInterfaceName(Battery1.NAME)
public interface Battery1 extends DBusInterface {
    String NAME = "org.bluez.Battery1";
}

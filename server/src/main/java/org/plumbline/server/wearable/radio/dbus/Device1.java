package org.plumbline.server.wearable.radio.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** A remote device, as BlueZ exports it. */
@DBusInterfaceName(Device1.NAME)
public interface Device1 extends DBusInterface {
    String NAME = "org.bluez.Device1";

    void Connect();

    void Disconnect();
}

package org.plumbline.server.wearable.radio.dbus;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** A Bluetooth controller, as BlueZ exports it. */
@DBusInterfaceName(Adapter1.NAME)
public interface Adapter1 extends DBusInterface {
    String NAME = "org.bluez.Adapter1";

    void StartDiscovery();

    void StopDiscovery();

    void SetDiscoveryFilter(Map<String, Variant<?>> filter);
}

package org.plumbline.server.wearable.radio.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/** Whether BlueZ runs here and has an adapter; what to install or plug in where not. */
public final class BluezPresence {
    private static final String DEFAULT_BUS = "unix:path=/run/dbus/system_bus_socket";
    private static final String SOCKET = "unix:path=";
    private static final Path KERNEL_ADAPTERS = Path.of("/sys/class/bluetooth");

    private BluezPresence() {}

    /** Address of the system bus of this machine. */
    public static String systemBus() {
        String told = System.getenv("DBUS_SYSTEM_BUS_ADDRESS");
        return told == null || told.isBlank() ? DEFAULT_BUS : told;
    }

    /** Never throws. */
    public static LinkAvailability on(String busAddress) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return LinkAvailability.unusable("Bluetooth is reached through BlueZ, which only Linux has.");
        }
        Optional<Path> socket = socket(busAddress);
        if (socket.isPresent() && !Files.exists(socket.get())) {
            return LinkAvailability.unusable("There is no D-Bus system bus at " + socket.get()
                    + ": install it with BlueZ (Debian: apt install dbus bluez).");
        }
        try (BluezBus bus = BluezBus.open(busAddress)) {
            return ask(bus);
        } catch (LinkException unanswered) {
            return LinkAvailability.unusable(unanswered.getMessage() + ".");
        } catch (RuntimeException unforeseen) {
            return LinkAvailability.unusable("The system bus could not be asked for Bluetooth: " + unforeseen);
        }
    }

    private static LinkAvailability ask(BluezBus bus) throws LinkException {
        if (!bus.serviceRuns()) {
            return LinkAvailability.unusable(
                    kernelHasAdapter()
                            ? "The Bluetooth service does not run"
                                    + " (Debian: apt install bluez, then systemctl enable --now bluetooth)."
                            : "This machine has no Bluetooth adapter: plug one in,"
                                    + " and install BlueZ (Debian: apt install bluez).");
        }
        BluezObjects objects = bus.objects();
        Optional<String> adapter = objects.adapter();
        if (adapter.isEmpty()) {
            return LinkAvailability.unusable("BlueZ runs but sees no Bluetooth adapter: plug one in.");
        }
        String name = adapter.get().substring(adapter.get().lastIndexOf('/') + 1);
        BluezProperties properties = objects.of(adapter.get(), Adapter1.NAME);
        boolean on = properties != null && properties.flag("Powered");
        return LinkAvailability.usable(
                on
                        ? "BlueZ with adapter " + name
                        : "BlueZ with adapter " + name + ", which is off and gets switched on");
    }

    private static Optional<Path> socket(String busAddress) {
        if (!busAddress.startsWith(SOCKET)) {
            return Optional.empty();
        }
        return Optional.of(Path.of(busAddress.substring(SOCKET.length()).split("[,;]", 2)[0]));
    }

    private static boolean kernelHasAdapter() {
        if (!Files.isDirectory(KERNEL_ADAPTERS)) {
            return false;
        }
        try (Stream<Path> adapters = Files.list(KERNEL_ADAPTERS)) {
            return adapters.findAny().isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}

package org.plumbline.server.wearable.gateway.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Identity of the running system, new with each boot. On Linux {@link System#nanoTime} is the system's monotonic clock, so two
 * processes with one identity share it.
 */
public final class BootIdentity {
    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    private BootIdentity() {}

    /** Empty where the system has none; then no clock is taken for shared. */
    public static String here() {
        try {
            return Files.readString(FILE).strip();
        } catch (IOException notLinux) {
            return "";
        }
    }
}

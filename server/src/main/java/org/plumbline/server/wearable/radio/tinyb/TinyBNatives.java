package org.plumbline.server.wearable.radio.tinyb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tinyb.BluetoothType;

/**
 * Loads the natives that lie in TinyB's jar, which TinyB itself does not find. They are bound to the class loader of this
 * class, which must be TinyB's.
 */
final class TinyBNatives {
    /** In this order: the second one needs the first. */
    private static final List<String> LIBRARIES = List.of("libtinyb.so", "libjavatinyb.so");

    private static boolean loaded;

    private TinyBNatives() {}

    /** Why the natives cannot be loaded here, or null where they are loaded. */
    static synchronized @Nullable String load() {
        if (loaded) {
            return null;
        }
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "");
        String folder = folder(processor);
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || folder == null) {
            return "TinyB has natives for Linux on x86 and 32-bit ARM only; this is " + system + " on " + processor
                    + ".";
        }
        try {
            loadFrom(folder);
            loaded = true;
            return null;
        } catch (UnsatisfiedLinkError missing) {
            return "TinyB's natives do not load (Debian: apt install libglib2.0-0 libstdc++6): " + missing.getMessage();
        } catch (IOException unwritable) {
            return "TinyB's natives cannot be unpacked to " + System.getProperty("java.io.tmpdir") + ": "
                    + unwritable.getMessage();
        }
    }

    private static @Nullable String folder(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "/native/linux/x86_64/";
            case "x86", "i386", "i586", "i686" -> "/native/linux/x86_32/";
            case "arm" -> "/native/arm/armv6/";
            default -> null;
        };
    }

    private static void loadFrom(String folder) throws IOException {
        Path unpacked = Files.createTempDirectory("tinyb");
        try {
            for (String library : LIBRARIES) {
                Path file = unpacked.resolve(library);
                try (InputStream bytes = BluetoothType.class.getResourceAsStream(folder + library)) {
                    if (bytes == null) {
                        throw new IOException("no " + folder + library + " in TinyB's jar");
                    }
                    Files.copy(bytes, file);
                }
                System.load(file.toString());
            }
        } finally {
            // a loaded library stays without its file
            for (String library : LIBRARIES) {
                Files.deleteIfExists(unpacked.resolve(library));
            }
            Files.deleteIfExists(unpacked);
        }
    }
}

package org.plumbline.server.wearable.radio.tinyb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** TinyB is native code that nobody maintains: only the very jar that was tried is used. */
class TinyBJarTest {
    private static final String TRIED = "a9fafddbb241937628c15ef972b0c86f6db2571a44852c8c2cb2f2e3f7929dc0";

    @Test
    void theJarIsTheOneThatWasTried() throws Exception {
        // asked of a class that does not load the natives when it is loaded itself
        Path jar = Path.of(
                Class.forName("tinyb.BluetoothNotification", false, getClass().getClassLoader())
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        assertEquals(TRIED, HexFormat.of().formatHex(digest));
    }
}

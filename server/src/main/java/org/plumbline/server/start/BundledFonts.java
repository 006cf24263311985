package org.plumbline.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the chart library a font of our own, so that charts are drawn, and drawn alike, on machines without any. Must run
 * before the first class of AWT is loaded. The property is internal to the JDK; {@code BundledFontsTest} watches it.
 */
public final class BundledFonts {
    private static final Logger LOG = LoggerFactory.getLogger(BundledFonts.class);
    private static final String FONT = "/fonts/DejaVuSans.ttf";
    private static final String CONFIGURATION = "/fonts/fontconfig.properties";
    private static final String PROPERTY = "sun.awt.fontconfig";

    private BundledFonts() {}

    /** Unpacks the font to a temporary directory and points the JDK at it. Doing it twice is harmless. */
    public static synchronized void install() {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Path directory = Files.createTempDirectory("plumbline-fonts");
            Path font = directory.resolve("DejaVuSans.ttf");
            Path configuration = directory.resolve("fontconfig.properties");
            try (InputStream in = resource(FONT)) {
                Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
            }
            try (InputStream in = resource(CONFIGURATION)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(
                        configuration, text.replace("@font@", font.toString().replace("\\", "\\\\")));
            }
            for (Path file : new Path[] {directory, font, configuration}) {
                file.toFile().deleteOnExit();
            }
            System.setProperty(PROPERTY, configuration.toString());
        } catch (IOException noRoom) {
            // charts may still work with a font of the machine; the self-check says if they do not
            LOG.warn("The font for charts could not be unpacked: {}", noRoom.getMessage());
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BundledFonts.class.getResourceAsStream(name), name);
    }
}

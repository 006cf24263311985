package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The property that points the JDK at our font is the JDK's own affair; this test sees when it stops working. */
class BundledFontsTest {
    @TempDir
    Path nothing;

    @Test
    void textIsDrawnWithTheBundledFontWhereTheMachineHasNone() throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName());
        child.environment().put("FONTCONFIG_PATH", nothing.toString());
        child.environment().put("FONTCONFIG_FILE", nothing.resolve("none").toString());
        Process process = child.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        assertTrue(said.contains("same"), said);
    }

    /** Runs in a JVM that has not loaded AWT yet. */
    static final class Probe {
        public static void main(String[] args) throws Exception {
            BundledFonts.install();
            try (InputStream in = BundledFonts.class.getResourceAsStream("/fonts/DejaVuSans.ttf")) {
                Font bundled = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in))
                        .deriveFont(12f);
                Font logical = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
                System.out.println(width(bundled) == width(logical) ? "same" : "other font");
            }
        }

        private static double width(Font font) {
            return font.getStringBounds("Rep 3 rounded 12°", new FontRenderContext(null, true, true))
                    .getWidth();
        }
    }
}

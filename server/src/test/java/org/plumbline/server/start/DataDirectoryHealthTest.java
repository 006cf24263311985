package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DataDirectoryHealthTest {
    @TempDir
    Path folder;

    @Test
    void aDirectoryThatTakesWhatIsWrittenIsUpAndNothingIsLeftInIt() throws IOException {
        Health health = of(folder).health();
        assertEquals(Status.UP, health.getStatus());
        assertEquals(folder.toString(), health.getDetails().get("path"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void oneThatTakesNothingIsDownAndSaysWhy() {
        Path missing = folder.resolve("unmounted");
        Health health = of(missing).health();
        assertEquals(Status.DOWN, health.getStatus());
        assertEquals(missing.toString(), health.getDetails().get("path"));
        String trouble = String.valueOf(health.getDetails().get("trouble"));
        assertTrue(trouble.startsWith("nothing can be written: "), trouble);
    }

    private static DataDirectoryHealth of(Path path) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("of the test", Map.of("plumbline.data-dir", path.toString())));
        return new DataDirectoryHealth(environment);
    }
}

package org.plumbline.bench.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers of the core are found where they stand: a table that has moved would silently not be tried. */
class CoreConstantTest {
    private static final Path SOURCES = Path.of("..", "sensor-core", "src", "main", "java");

    @Test
    void everyTableYieldsNumbers() throws IOException {
        List<CoreConstant> found = CoreConstant.findIn(SOURCES);
        for (String table : CoreConstant.TABLES) {
            long numbers = found.stream()
                    .filter(constant -> constant.name().matches(table + "(\\.[A-Z_]+)?: .*"))
                    .count();
            assertTrue(numbers >= 5, table + " yields " + numbers);
        }
    }

    @Test
    void theLimitsOfRoundingAndTheirSourcesAreToldApart() throws IOException {
        List<String> numbers = CoreConstant.findIn(SOURCES).stream()
                .filter(constant -> constant.name().startsWith("DefaultLimits.ROUNDING: 4, 6, 10,"))
                .map(constant -> constant.name().replaceAll(".*#", "#"))
                .collect(Collectors.toList());
        assertEquals(List.of("#1", "#2", "#3"), numbers);
    }
}

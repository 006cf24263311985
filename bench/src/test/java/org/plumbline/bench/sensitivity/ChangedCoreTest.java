package org.plumbline.bench.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.imu.ImuSample;

/** Cores with a changed number share what no number changes, and nothing else. */
class ChangedCoreTest {
    private static final Path SOURCES = Path.of("..", "sensor-core", "src", "main", "java");
    private static final Path OWN_SOURCES = Path.of("src", "main", "java");
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?(org\\.plumbline\\.[\\w.]+);");

    @Test
    void sharedClassesKnowSharedClassesOnly() throws IOException {
        int files = 0;
        for (String shared : ChangedCore.SHARED) {
            for (Path file : filesOf(shared)) {
                files++;
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(known -> assertTrue(
                                ChangedCore.SHARED.stream().anyMatch(known::startsWith), file + " knows " + known));
            }
        }
        assertTrue(files > 30, files + " files");
    }

    @Test
    void noNumberThatIsTriedStandsInASharedClass() throws IOException {
        for (CoreConstant constant : CoreConstant.findIn(SOURCES)) {
            String name = SOURCES.relativize(constant.file()).toString().replace('/', '.');
            assertTrue(ChangedCore.SHARED.stream().noneMatch(name::startsWith), constant.name());
        }
    }

    @Test
    void everyNumberHasANameOfItsOwn() throws IOException {
        List<String> names =
                CoreConstant.findIn(SOURCES).stream().map(CoreConstant::name).collect(Collectors.toList());
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void samplesAreSharedAndFormIsNot() throws IOException, ClassNotFoundException {
        try (ChangedCore core = ChangedCore.unchanged()) {
            assertSame(ImuSample.class, core.loadClass(ImuSample.class.getName()));
            assertNotSame(FormBaseline.class, core.loadClass(FormBaseline.class.getName()));
        }
    }

    private static List<Path> filesOf(String shared) throws IOException {
        String path = shared.replace('.', '/');
        if (!shared.endsWith(".")) {
            Path own = OWN_SOURCES.resolve(path + ".java");
            return List.of(Files.exists(own) ? own : SOURCES.resolve(path + ".java"));
        }
        try (Stream<Path> files = Files.list(SOURCES.resolve(path))) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}

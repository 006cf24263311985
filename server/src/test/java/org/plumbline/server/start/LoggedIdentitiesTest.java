package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.slf4j.MDC;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Lines of the log as a collector reads them, with the settings of the product. */
class LoggedIdentitiesTest {
    private static JsonNode line(String logger, String message, Object... arguments) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.main.banner-mode", "off")));
        new YamlPropertySourceLoader()
                .load("product", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        LoggingEvent event =
                new LoggingEvent("caller", context.getLogger(logger), Level.WARN, message, null, arguments);
        return RunningServer.parse(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    @Test
    void aLineAboutASetOrASensorCarriesItsIdentity() throws IOException {
        JsonNode first = line("org.plumbline.server.live.LiveSet", "Set {} could not be ended", "4711");
        assertEquals("4711", first.get("set").asString());
        assertEquals("Set 4711 could not be ended", first.get("message").asString());
        JsonNode second =
                line("org.plumbline.server.Any", "After {} tries sensor {} is gone from set {}", 3, "C0:FF", "8");
        assertEquals("C0:FF", second.get("sensor").asString());
        assertEquals("8", second.get("set").asString());
    }

    @Test
    void nothingElseBecomesAField() throws IOException {
        JsonNode plain = line("org.plumbline.server.Any", "Writing failed: {}", "x");
        assertFalse(plain.has("set") || plain.has("sensor"), plain.toString());
        assertFalse(line("org.elsewhere.Any", "set {}", "x").has("set"), "words of others are not ours");
    }

    /** What a line of ours may say of a set is which it is. */
    @Test
    void theIdentityIsTheOnlyThingThatFollowsTheWordSet() throws IOException {
        Pattern said = Pattern.compile("LOG\\.\\w+\\(\\s*\"[^\"]*\\b[Ss]et \\{}[^\"]*\",\\s*([^,)]+)");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .map(LoggedIdentitiesTest::text)
                    .flatMap(text -> said.matcher(text)
                            .results()
                            .map(match -> match.group(1).strip()))
                    .toList();
            assertTrue(found.size() > 5, "the lines are seen: " + found);
            assertEquals(
                    List.of(),
                    found.stream()
                            .filter(argument -> !argument.matches("(set\\.id\\(|id\\(|setId|\\w+\\.setId\\().*"))
                            .toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }
}

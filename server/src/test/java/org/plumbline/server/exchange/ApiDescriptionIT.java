package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the interface is whole: what a program cannot read there it would have to guess. */
class ApiDescriptionIT {
    private static final RunningServer SERVER = RunningServer.shared();
    /** Files that pages offer too; docs/reference/http-api.md names them. */
    private static final Set<String> FILES =
            Set.of("get /api/account/export", "get /api/people/{id}/report.pdf", "get /api/queue/labels.csv");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void everyRouteOfTheApiIsDescribedWithASummary() {
        JsonNode paths = SERVER.json("/api-docs").get("paths");
        Set<String> described = new TreeSet<>();
        // each with its key in messages/api.properties
        Set<String> withoutSummary = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                if (METHODS.contains(method)) {
                    described.add(method + " " + path);
                    JsonNode summary = paths.get(path).get(method).get("summary");
                    if (summary == null || summary.asString().isBlank()) {
                        withoutSummary.add(
                                method + " " + path + " needs api." + handlers().get(method + " " + path));
                    }
                }
            }
        }
        assertEquals(Set.of(), withoutSummary);
        Set<String> notDescribed = new TreeSet<>(handlers().keySet());
        notDescribed.removeAll(described);
        assertEquals(FILES, notDescribed);
    }

    @Test
    void bodiesOfTheSameShortNameAreDescribedEachAsItIs() {
        assertEquals(Set.of("exercise", "rule"), sent("/api/people/{id}/limits", "exercise", "rule"));
        assertEquals(Set.of("kind", "timeS"), sent("/api/sets/{set}/corrections", "kind", "timeS"));
    }

    /** Which of the names stand in the description of what is posted to a route. */
    private static Set<String> sent(String path, String... names) {
        JsonNode description = SERVER.json("/api-docs");
        String schema = description
                .get("paths")
                .get(path)
                .get("post")
                .get("requestBody")
                .findValue("$ref")
                .asString();
        JsonNode properties = description
                .get("components")
                .get("schemas")
                .get(schema.substring(schema.lastIndexOf('/') + 1))
                .get("properties");
        return Set.of(names).stream().filter(properties::has).collect(Collectors.toSet());
    }

    @Test
    void whatIsSentTakesAKeyWhereItsAnswerMayBeKept() {
        JsonNode paths = SERVER.json("/api-docs").get("paths");
        for (String path : paths.propertyNames()) {
            JsonNode post = paths.get(path).get("post");
            if (post != null) {
                boolean secret = path.startsWith("/api/account/") || path.startsWith("/api/administration/");
                assertEquals(!secret, post.toString().contains("\"Idempotency-Key\""), path);
            }
        }
    }

    @Test
    void whoAsksIsNoParameter() {
        String description = SERVER.get("/api-docs").body();
        assertFalse(description.contains("\"name\":\"me\""), "the person comes from the session or the token");
        assertTrue(SERVER.json("/api-docs")
                .at("/components/securitySchemes/token/scheme")
                .asString()
                .equals("bearer"));
    }

    @Test
    void aStrangerReadsNoDescription() {
        int status = SERVER.stranger().get("/api-docs").statusCode();
        assertTrue(status == 302 || status == 401, "answered " + status);
    }

    @Test
    void noSentenceIsLeftOverFromARouteThatIsGone() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/messages/api.properties"))) {
            if (line.startsWith("api.")) {
                said.add(line.substring("api.".length(), line.indexOf('=')));
            }
        }
        said.removeAll(handlers().values());
        assertEquals(Set.of(), said);
    }

    /** Method and path of every route of the API, with controller and method behind it. */
    private static Map<String, String> handlers() {
        Map<String, String> handlers = new TreeMap<>();
        SERVER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(
                                        method.name().toLowerCase(Locale.ROOT) + " " + path,
                                        handler.getBeanType().getSimpleName() + "."
                                                + handler.getMethod().getName()))));
        return handlers;
    }
}

package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the application against everybody who may come: the lifter themselves, people they share with, people they share
 * nothing with or not any more, and strangers. The table stands in {@code access-table.txt}; a route that is not in it fails.
 *
 * <p>A line is {@code METHOD path = who passes}, and where it takes more to be understood {@code with} a body. Whoever is not named must be refused: sent to the sign-in, 401, 403 or 404.
 * Whoever is named must not be.
 */
class AccessTableIT {
    private static final Path TABLE = Path.of("src/test/resources/access-table.txt");
    private static final String UNTRIED = "untried";

    /** How many routes have figures of their own where nothing is configured. */
    private static final int TOLD_APART_UNASKED = 100;

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private static final RunningServer SERVER = RunningServer.shared();
    private static AccessWorld world;

    /** A line of the table. */
    private record Line(String method, String path, Set<String> pass, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void people() {
        world = new AccessWorld(SERVER);
    }

    @Test
    void everyRouteOfTheApplicationIsInTheTableAndNoOther() {
        Set<String> registered = new TreeSet<>();
        SERVER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    Set<String> verbs = mapping.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .collect(Collectors.toSet());
                    for (String path : mapping.getPatternValues()) {
                        (verbs.isEmpty() ? Set.of("GET") : verbs).forEach(verb -> registered.add(verb + " " + path));
                    }
                });
        assertTrue(registered.size() > 40, "the routes are seen: " + registered);
        assertEquals(
                registered.stream().collect(Collectors.joining("\n")),
                lines().stream().map(Line::toString).sorted().collect(Collectors.joining("\n")));
    }

    @Test
    void everyRouteHasFiguresOfItsOwn() {
        List<Line> asked =
                tried().stream().filter(line -> line.method().equals("GET")).toList();
        assertTrue(asked.size() > TOLD_APART_UNASKED, "enough to miss some: " + asked.size());
        for (Line line : asked) {
            // whoever gets as far as the route; of what is not there everybody does
            String who = line.pass().stream().min(Comparator.naturalOrder()).orElse("self");
            ask(world.people().get(who), line);
        }
        Set<String> counted = SERVER.bean(MeterRegistry.class).find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                asked.stream()
                        .map(Line::path)
                        .filter(path -> !counted.contains(path))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tried")
    void isOpenToThoseNamedAndToNobodyElse(Line line) {
        List<String> wrong = new ArrayList<>();
        // whoever must not get in comes first: those who may could change what is there
        List<Map.Entry<String, Visitor>> everybody = world.people().entrySet().stream()
                .sorted(Comparator.comparing(one -> line.pass().contains(one.getKey())))
                .toList();
        for (Map.Entry<String, Visitor> one : everybody) {
            HttpResponse<String> answer = ask(one.getValue(), line);
            boolean passed = !isRefused(answer);
            boolean may = line.pass().contains(one.getKey());
            // a request that says too little is not understood, whoever asks and whatever is there
            boolean unread = !may && answer.statusCode() == 400;
            if (answer.statusCode() >= 500) {
                wrong.add(one.getKey() + " was answered " + answer.statusCode());
            } else if (passed != may && !unread) {
                wrong.add(one.getKey() + (passed ? " got in" : " was refused") + ": " + answer.statusCode() + " "
                        + answer.headers().firstValue("Location").orElse(""));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static HttpResponse<String> ask(Visitor visitor, Line line) {
        String path = world.fill(line.path());
        String[] parts = path.split("\\?", 2);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(visitor.address(path)).header("Accept", accept(parts[0]));
        if (line.method().equals("GET")) {
            return visitor.send(request.build());
        }
        boolean api = parts[0].startsWith("/api/");
        return visitor.send(
                request.header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                        .method(line.method(), HttpRequest.BodyPublishers.ofString(line.body()))
                        .build());
    }

    private static String accept(String path) {
        return path.startsWith("/api/") || path.equals("/api-docs") || path.contains(".") ? "*/*" : "text/html";
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        return REFUSALS.contains(answer.statusCode())
                || (answer.statusCode() == 302
                        && answer.headers().firstValue("Location").orElse("").contains("/sign-in"));
    }

    /** Some would start a radio. */
    static List<Line> tried() {
        return lines().stream().filter(line -> !line.pass().contains(UNTRIED)).toList();
    }

    private static List<Line> lines() {
        try (Stream<String> text = Files.lines(TABLE)) {
            return text.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessTableIT::line)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Line line(String text) {
        String[] told = text.split(" with ", 2);
        String[] halves = told[0].split(" = ", 2);
        String[] route = halves[0].strip().split("\\s+", 2);
        Set<String> pass = new TreeSet<>();
        for (String who : halves[1].strip().split("\\s+")) {
            pass.addAll(who.equals(UNTRIED) ? Set.of(UNTRIED) : AccessWorld.named(who));
        }
        String path = route[1].strip();
        String nothing = path.startsWith("/api/") ? "{}" : "";
        return new Line(route[0], path, pass, told.length == 2 ? told[1].strip() : nothing);
    }
}

package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests that no page of the product makes. */
class HostileRequestsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final List<String> SQL = List.of("' or '1'='1", "x'; drop table person; --", "1) union select 1 --");
    private static AccessWorld world;

    @BeforeAll
    static void people() {
        world = new AccessWorld(SERVER);
    }

    private static Map<RequestMappingInfo, HandlerMethod> routes() {
        return SERVER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfAPage() {
        Visitor self = world.people().get("self");
        List<String> open = new ArrayList<>();
        int[] tried = new int[1];
        routes().keySet().forEach(route -> {
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                if (method == RequestMethod.GET) {
                    continue;
                }
                for (String path : route.getPatternValues()) {
                    tried[0]++;
                    boolean api = path.startsWith("/api/");
                    HttpResponse<String> answer = self.sendPlain(
                            HttpRequest.newBuilder(self.address(world.fill(path)))
                                    .header(
                                            "Content-Type",
                                            api ? "application/json" : "application/x-www-form-urlencoded")
                                    .method(method.name(), HttpRequest.BodyPublishers.ofString(api ? "{}" : "a=b"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 403) {
                        open.add(method + " " + path + " " + answer.statusCode());
                    }
                }
            }
        });
        assertTrue(tried[0] > 90, "the routes are seen: " + tried[0]);
        assertEquals(List.of(), open);
    }

    /** Every text that an address can carry, with what would end a statement that is put together from parts. */
    @Test
    void noParameterOfAnAddressReachesSqlAsSql() {
        List<String> broken = new ArrayList<>();
        int[] tried = new int[1];
        int people = SERVER.json("/api/administration/people").size();
        routes().forEach((route, method) -> {
            if (!route.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))) {
                return;
            }
            for (String path : route.getPatternValues()) {
                for (String parameter : parameters(method)) {
                    String sql = URLEncoder.encode(SQL.get(tried[0]++ % SQL.size()), StandardCharsets.UTF_8);
                    String filled = world.fill(path);
                    String asked = filled + (filled.contains("?") ? "&" : "?") + parameter + "=" + sql;
                    if (path.contains("{" + parameter + "}")) {
                        asked = world.fill(path.replace("{" + parameter + "}", sql.replace("+", "%20")));
                    }
                    String who = path.startsWith("/patients") ? "therapist" : "self";
                    HttpResponse<String> answer = world.people().get(who).page(asked);
                    if (answer.statusCode() >= 500 || answer.body().contains("SQLException")) {
                        broken.add(asked + " " + answer.statusCode());
                    }
                }
            }
        });
        assertTrue(tried[0] > 60, "the parameters are seen: " + tried[0]);
        assertEquals(List.of(), broken);
        assertEquals(people, SERVER.json("/api/administration/people").size(), "everybody is still there");
    }

    private static Set<String> parameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null && !named.name().isEmpty()) {
                names.add(named.name());
            } else if (parameter.getParameterType().isRecord()) {
                Stream.of(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            } else if (parameter.getParameterType().getName().startsWith("java.")) {
                names.add(parameter.getParameterName());
            }
        }
        return names;
    }

    @Test
    void aSessionThatSomebodyPutIntoTheBrowserIsWorthNothingAfterTheSignIn() {
        SERVER.me();
        Visitor victim = SERVER.stranger();
        victim.page("/sign-in");
        HttpCookie planted = victim.session();
        victim.signIn("you@example.org");
        assertNotEquals(planted.getValue(), victim.session().getValue());
        assertEquals(200, withSession(planted.getValue(), "/sign-in"), "the server answers");
        assertEquals(401, withSession(planted.getValue(), "/api/me"), "the planted session is nobody's");
        assertEquals(401, withSession("0123456789ABCDEF0123456789ABCDEF", "/api/me"), "a made-up one too");

        HttpCookie own = victim.session();
        assertEquals(200, withSession(own.getValue(), "/api/me"));
        victim.postForm("/sign-out", "");
        assertEquals(401, withSession(own.getValue(), "/api/me"), "signing out ends it at the server");
    }

    private static int withSession(String session, String path) {
        return new Visitor("http://localhost:" + SERVER.port())
                .sendPlain(
                        HttpRequest.newBuilder(SERVER.address(path))
                                .header("Cookie", "JSESSIONID=" + session)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void noSecretStandsInTheDatabase() {
        String token = RunningServer.parse(
                        SERVER.post("/api/account/tokens", "{\"name\":\"kept\",\"scopes\":[\"read\"]}")
                                .body())
                .get("secret")
                .asString();
        String link = RunningServer.parse(SERVER.post("/api/administration/invitations", "{\"roles\":[\"lifter\"]}")
                        .body())
                .get("path")
                .asString()
                .replace("/join/", "");
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        List<Map<String, Object>> columns = jdbc.sql("select table_name, column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public' and data_type like 'character%'")
                .query()
                .listOfRows();
        assertTrue(columns.size() > 40, "the columns are seen: " + columns.size());
        for (Map<String, Object> column : columns) {
            for (String secret : List.of(token, token.substring(token.length() - 20), link, Visitor.PASSWORD)) {
                String where = column.get("table_name") + "." + column.get("column_name");
                int found = jdbc.sql("select count(*) from \"" + column.get("table_name") + "\" where \""
                                + column.get("column_name") + "\" like :secret")
                        .param("secret", "%" + secret + "%")
                        .query(Integer.class)
                        .single();
                assertEquals(0, found, where);
            }
        }
    }

    @Test
    void theLiveSocketOpensWithASessionAndFromOurOwnPagesOnly() throws IOException {
        String session = "Cookie: JSESSIONID=" + SERVER.me().session().getValue() + "\r\n";
        String own = "Origin: http://localhost:" + SERVER.port() + "\r\n";
        assertEquals("101", handshake(session + own));
        assertEquals("401", handshake(own), "without a session");
        assertEquals("403", handshake(session + "Origin: https://elsewhere.example\r\n"), "from another site");
        assertEquals("403", handshake(session + "Origin: null\r\n"), "from a page without an origin");
        assertEquals("401", handshake(own + "Authorization: Bearer plumb_nobodys\r\n"), "with a token nobody has");
    }

    private static String handshake(String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET /ws/live HTTP/1.1\r\nHost: localhost:" + SERVER.port()
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToRefuseTheRefusalsToo() {
        for (String path : List.of("/account", "/api/me", "/nothing", "/base.css", "/sign-in")) {
            assertStrict(path, SERVER.page(path));
        }
        HttpResponse<String> foreign = SERVER.send(HttpRequest.newBuilder(SERVER.address("/account/load-unit"))
                .header("Origin", "http://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertEquals(403, foreign.statusCode());
        assertStrict("a refusal", foreign);
    }

    private static void assertStrict(String what, HttpResponse<String> answer) {
        Map<String, String> wanted = Map.of(
                "Content-Security-Policy", "frame-ancestors 'none'",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "same-origin",
                "Permissions-Policy", "camera=()",
                "Cross-Origin-Opener-Policy", "same-origin");
        wanted.forEach((header, value) -> {
            String found = answer.headers().firstValue(header).orElse("none");
            boolean refusedBeforeSignIn = header.equals("X-Frame-Options") && what.equals("a refusal");
            assertTrue(found.contains(value) || refusedBeforeSignIn, what + ": " + header + " is " + found);
        });
        assertFalse(
                answer.headers().firstValue("Permissions-Policy").orElse("").contains("bluetooth"),
                "no browser knows that feature, and each warns of it");
        String content = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertFalse(content.contains("unsafe-eval") || content.contains("script-src"), content);
        assertTrue(content.contains("form-action 'self'") && content.contains("base-uri 'none'"), content);
    }

    @Test
    void thereAreNoFilesBesideThoseThatPagesAreMadeOf() {
        for (String path : List.of(
                "/application.yaml",
                "/../application.yaml",
                "/%2e%2e/application.yaml",
                "/vendor/..%2f..%2fapplication.yaml",
                "/vendor/%252e%252e/application.yaml",
                "/db/migration/V1__log.sql",
                "/WEB-INF/web.xml",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/.git/config")) {
            int status = rawStatus(path);
            assertTrue(status == 400 || status == 404 || status == 302 || status == 401, path + " " + status);
        }
    }

    /** As it stands: a client library would tidy the path up. */
    private static int rawStatus(String path) {
        try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + SERVER.port() + "\r\nCookie: JSESSIONID="
                    + SERVER.me().session().getValue() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        } catch (IOException failed) {
            throw new AssertionError(path, failed);
        }
    }
}

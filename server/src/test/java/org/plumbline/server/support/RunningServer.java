package org.plumbline.server.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.PlumblineApplication;
import org.plumbline.server.account.FirstStart;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real application on a free port with a data directory of its own, on the database that {@link DatabaseKind#PROPERTY}
 * says.
 */
public final class RunningServer implements AutoCloseable {
    /** Simulated seconds a second: a set of a minute takes a few. */
    public static final int SPEED = 10;

    private static final String NAME = "You";
    private static final String EMAIL = "you@example.org";
    private static final Pattern LINK = Pattern.compile("id=\"link\">https?://[^/]+(/join/[^<]+)<");
    private static final AtomicInteger JOINED = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final Path dataDirectory;
    private @Nullable Visitor me;

    private RunningServer(ConfigurableApplicationContext context, Path dataDirectory) {
        this.context = context;
        this.dataDirectory = dataDirectory;
    }

    /** A server without demo; the one that most tests share. */
    public static RunningServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final RunningServer SERVER = start("--plumbline.demo.enabled=false");
    }

    /** A server of one's own. */
    public static RunningServer start(String... more) {
        try {
            return startIn(Files.createTempDirectory("plumbline-test"), more);
        } catch (IOException noDirectory) {
            throw new AssertionError(noDirectory);
        }
    }

    public static RunningServer startIn(Path dataDirectory, String... more) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("--server.port", "0");
        arguments.put("--plumbline.data-dir", dataDirectory.toString());
        arguments.put("--plumbline.simulation.speed", String.valueOf(SPEED));
        arguments.put("--plumbline.demo.rest", "1s");
        arguments.put("--plumbline.demo.month", "false");
        // A suite's worth of people joins from one address within minutes; the throttle is tested with a few tries.
        arguments.put("--plumbline.sign-in.tries-of-an-address", "10000");
        arguments.putAll(ServerDatabase.settings(dataDirectory));
        for (String argument : more) {
            int equals = argument.indexOf('=');
            arguments.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        String[] given = arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new);
        return new RunningServer(PlumblineApplication.start(given), dataDirectory);
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Names of the beans that end before another does. */
    public List<String> destroyedBefore(String bean) {
        return List.of(context.getBeanFactory().getDependentBeans(bean));
    }

    /** A bean where there are several of its type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** The person who set this server up: a lifter and administrator. */
    public synchronized Visitor me() {
        if (me == null) {
            Visitor visitor = new Visitor("http://localhost:" + port());
            me = bean(FirstStart.class)
                    .link()
                    .map(link -> visitor.join(link, NAME, EMAIL))
                    .orElseGet(() -> visitor.signIn(EMAIL));
        }
        return me;
    }

    /** The person of {@link #me}. */
    public Person person() {
        return personOf(me());
    }

    /** The person a visitor is. */
    public Person personOf(Visitor visitor) {
        String id = visitor.json("/api/me").get("id").asString();
        return bean(People.class).find(UUID.fromString(id)).orElseThrow();
    }

    /** Somebody nobody knows. */
    public Visitor stranger() {
        return new Visitor("http://localhost:" + port());
    }

    /** Somebody new, invited with these roles. */
    public Visitor joined(Role... roles) {
        String form = Stream.of(roles).map(role -> "role=" + role.word()).collect(Collectors.joining("&"));
        HttpResponse<String> made = me().postForm("/invite", form);
        String page = me().page("/invite").body();
        Matcher link = LINK.matcher(page);
        if (!link.find()) {
            throw new AssertionError("no link was shown: " + made + ", then " + page);
        }
        int number = JOINED.incrementAndGet();
        return stranger()
                .join(link.group(1), roles[0].word() + " " + number, roles[0].word() + number + "@example.org");
    }

    /** Lets the viewer read these kinds of the owner's record, and no others. */
    public void share(Visitor owner, Visitor viewer, RecordKind... kinds) {
        String words = Stream.of(kinds).map(kind -> '"' + kind.word() + '"').collect(Collectors.joining(","));
        HttpResponse<String> answer =
                owner.put("/api/account/shares/" + personOf(viewer).id(), "{\"kinds\":[" + words + "]}");
        if (answer.statusCode() != 200) {
            throw new AssertionError("could not share: " + answer.statusCode() + " " + answer.body());
        }
    }

    public HttpResponse<String> get(String path) {
        return me().get(path);
    }

    /** The page as a browser asks for it. */
    public HttpResponse<String> page(String path) {
        return me().page(path);
    }

    public JsonNode json(String path) {
        return me().json(path);
    }

    public HttpResponse<String> post(String path, String json) {
        return me().post(path, json);
    }

    public HttpResponse<String> postForm(String path, String form) {
        return me().postForm(path, form);
    }

    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        return me().upload(path, fileName, content);
    }

    public HttpResponse<String> send(HttpRequest request) {
        return me().send(request);
    }

    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return me().send(request, handler);
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    @Override
    public void close() {
        context.close();
    }
}

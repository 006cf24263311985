package org.plumbline.server.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.server.PlumblineApplication;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final Path dataDirectory;
    private final HttpClient client = HttpClient.newHttpClient();

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

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    /** The page as a browser asks for it. */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Accept", "text/html")
                .build());
    }

    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> postForm(String path, String form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        String boundary = "plumbline-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), content, tail.getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new AssertionError(request + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    @Override
    public void close() {
        context.close();
    }
}

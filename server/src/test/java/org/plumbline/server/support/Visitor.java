package org.plumbline.server.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser of their own: cookies, and the token that forms carry. */
public final class Visitor {
    /** Password of everybody in tests. */
    public static final String PASSWORD = "three short planks";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private String token = "";

    /** A stranger at a server such as {@code http://localhost:8080}. */
    public Visitor(String origin) {
        this.origin = origin;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** A stranger at a server such as {@code https://localhost:8443} whose certificate they know. */
    public Visitor(String origin, SSLContext known) {
        this.origin = origin;
        this.client =
                HttpClient.newBuilder().cookieHandler(cookies).sslContext(known).build();
    }

    /** Opens a one-time link and makes the account it is for. */
    public Visitor join(String link, String name, String email) {
        HttpResponse<String> joined = postForm(
                link,
                form(Map.of("name", name, "email", email, "password", PASSWORD, "adult", "true", "house", "both")));
        String next = joined.headers().firstValue("Location").orElse("");
        if (joined.statusCode() != 302 || next.endsWith("?wait")) {
            throw new AssertionError("could not join: " + joined.statusCode() + " " + next + " " + joined.body());
        }
        token = "";
        return this;
    }

    /** Signs in with the password of everybody. */
    public Visitor signIn(String email) {
        HttpResponse<String> answer = postForm("/sign-in", form(Map.of("email", email, "password", PASSWORD)));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new AssertionError(email + " could not sign in: " + answer.headers());
        }
        token = "";
        return this;
    }

    /** After a sign-in by other means: the next form gets a new token. */
    public void forgetToken() {
        token = "";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The cookie of the session, for a browser. */
    public HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    /** For sockets of this visitor. */
    public HttpClient client() {
        return client;
    }

    public URI address(String path) {
        return URI.create(origin + path);
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
        return withJson("POST", path, json);
    }

    public HttpResponse<String> put(String path, String json) {
        return withJson("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(address(path)).DELETE().build());
    }

    private HttpResponse<String> withJson(String method, String path, String json) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> postForm(String path, String form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** What a hidden field of the first form that has it gives back. */
    public String hidden(String page, String name) {
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page(page).body());
        if (!field.find()) {
            throw new AssertionError(page + " has no hidden " + name);
        }
        return field.group(1);
    }

    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        return upload(path, fileName, content, Map.of());
    }

    /** Uploads a file with other fields before it. */
    public HttpResponse<String> upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "plumbline-" + UUID.randomUUID();
        String before = fields.entrySet().stream()
                .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                        + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = before + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
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

    /** Sends a request; one that changes something carries the token a page of the server would put in. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        if (READING.contains(request.method())) {
            return sendPlain(request, handler);
        }
        if (token.isEmpty()) {
            Matcher found = TOKEN.matcher(
                    sendPlain(HttpRequest.newBuilder(address("/sign-in")).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            token = found.find() ? found.group(1) : "";
        }
        return sendPlain(
                HttpRequest.newBuilder(request, (name, value) -> true)
                        .header("X-CSRF-TOKEN", token)
                        .build(),
                handler);
    }

    /** Sends a request as it is, without the token of forms. */
    public <T> HttpResponse<T> sendPlain(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new AssertionError(request + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}

package org.plumbline.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** An answer for which nothing is needed that may have failed: no database, no template, nobody signed in. */
public final class PlainAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/";

    private PlainAnswer() {}

    /** A page where a browser asks for one, and problem details to everybody else. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
            throws IOException {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked instanceof String first ? first : String.valueOf(request.getRequestURI());
        String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        boolean page = !path.startsWith(API) && accepted.contains(MediaType.TEXT_HTML_VALUE);
        byte[] body = (page ? page(status, what) : problem(status, what)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(
                page ? MediaType.TEXT_HTML_VALUE + ";charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String problem(HttpStatus status, String what) {
        return JSON.writeValueAsString(
                new TreeMap<>(Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", what)));
    }

    private static String page(HttpStatus status, String what) {
        return "<!DOCTYPE html>\n<html lang=\"" + Words.language().toLanguageTag()
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Plumbline</title><link rel=\"stylesheet\" href=\"/plumbline.css\"></head>"
                + "<body><main id=\"main\" class=\"page\"><h1>"
                + HtmlUtils.htmlEscape(what, StandardCharsets.UTF_8.name())
                + "</h1><p class=\"quiet-text\">HTTP " + status.value() + "</p></main></body></html>\n";
    }
}

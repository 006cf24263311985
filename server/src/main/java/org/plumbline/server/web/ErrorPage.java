package org.plumbline.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/** What is said when something is not found or goes wrong: a calm page to a person, problem details to a program. */
@Controller
class ErrorPage implements ErrorController {
    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("what", what(status, request));
        return page;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, what(status, request));
        problem.setInstance(asked(request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The address that was asked for, and not this page's own; null where it is none. */
    private static @Nullable URI asked(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return asked instanceof String address ? new URI(address) : null;
        } catch (URISyntaxException mistyped) {
            return null;
        }
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    /** Whether the message was written by us for a person, and not by the framework for a programmer. */
    private static boolean isOurs(HttpServletRequest request) {
        Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return failure instanceof ResponseStatusException || failure instanceof NoSuchChoiceException;
    }

    /** What is said where nothing is known but the status. */
    static String what(HttpStatus status) {
        return what(status, null, false);
    }

    private static String what(HttpStatus status, HttpServletRequest request) {
        if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE)
                instanceof HttpMediaTypeNotSupportedException wrong) {
            return taken(wrong.getSupportedMediaTypes());
        }
        if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE)
                instanceof HttpMediaTypeNotAcceptableException other) {
            return given(other.getSupportedMediaTypes());
        }
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return what(status, message, isOurs(request));
    }

    /** What an address takes that got something else. */
    static String taken(List<MediaType> types) {
        return types.contains(MediaType.MULTIPART_FORM_DATA)
                ? Words.say("frame.error.no-form")
                : Words.say("frame.error.media", joined(types));
    }

    /** What an address gives where something else is asked for. */
    static String given(List<MediaType> types) {
        return types.isEmpty()
                ? Words.say("frame.error.misunderstood")
                : Words.say("frame.error.accept", joined(types));
    }

    private static String joined(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }

    private static String what(HttpStatus status, @Nullable Object message, boolean isOurs) {
        return switch (status) {
            case NOT_FOUND -> Words.say("frame.error.nothing");
            case METHOD_NOT_ALLOWED -> Words.say("frame.error.method");
            case PAYLOAD_TOO_LARGE, CONTENT_TOO_LARGE -> Words.say("frame.error.large");
            case BAD_REQUEST ->
                isOurs ? said(message, "frame.error.misunderstood") : Words.say("frame.error.misunderstood");
            // by our own filters alone: who asks is not known, or asks too often
            case UNAUTHORIZED -> said(message, "frame.unknown");
            case TOO_MANY_REQUESTS -> said(message, "frame.too-often");
            case FORBIDDEN -> said(message, "frame.error.forbidden");
            case CONFLICT -> said(message, "frame.raced");
            // by our own filter alone
            case UNSUPPORTED_MEDIA_TYPE -> said(message, "frame.error.misunderstood");
            default -> Words.say(status.is5xxServerError() ? "frame.unexpected" : "frame.error.misunderstood");
        };
    }

    private static String said(@Nullable Object message, String otherwise) {
        return message instanceof String text && !text.isBlank() ? text : Words.say(otherwise);
    }
}

package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives programs problem details for whatever goes wrong in the API. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class ApiProblems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final MetDamage damage;

    ApiProblems(MetDamage damage) {
        this.damage = damage;
    }

    /** Two requests wrote the same thing at once; one of them stands. */
    @ExceptionHandler
    ProblemDetail twice(DataAccessException failure, HttpServletRequest request) {
        if (Raced.isOne(failure)) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, Words.say("frame.raced"));
        }
        return unexpected(failure, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unread, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, UnreadableJson.say(unread.getCause()));
        return handleExceptionInternal(unread, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, ErrorPage.taken(wrong.getSupportedMediaTypes()));
        return handleExceptionInternal(wrong, problem, headers, status, request);
    }

    /** Written as what it is, whatever the program takes: it would be told nothing else. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException other, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, ErrorPage.given(other.getSupportedMediaTypes())));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure, HttpServletRequest request) {
        @Nullable StorageFailure storage = StorageFailure.of(failure);
        UnknownEnd.note(request, storage);
        if (storage != null) {
            damage.note(failure);
            LOG.error(
                    "A request failed: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            return ProblemDetail.forStatusAndDetail(storage.status(), storage.say());
        }
        LOG.error("A request failed", failure);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, Words.say("frame.unexpected"));
    }
}

package org.plumbline.server.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives programs problem details for whatever goes wrong in the API. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    /** Two requests wrote the same thing at once; one of them stands. */
    @ExceptionHandler
    ProblemDetail twice(DuplicateKeyException raced) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "That was written at the same moment by another request. Look at it, and try again.");
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail unexpected(Exception failure) {
        LOG.error("A request failed", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side. Nothing of the log is lost; try again.");
    }
}

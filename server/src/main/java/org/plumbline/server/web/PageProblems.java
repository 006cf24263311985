package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells a person whose form met another one at the same moment, or says what no page offers; what programs are told stands in {@link ApiProblems}. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageProblems {
    @ExceptionHandler
    void raced(DataAccessException failure, HttpServletResponse response) throws IOException {
        if (!Raced.isOne(failure)) {
            throw failure;
        }
        response.sendError(HttpStatus.CONFLICT.value(), Words.say("frame.raced"));
    }

    @ExceptionHandler
    void notOffered(NoSuchChoiceException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value(), unknown.getMessage());
    }
}

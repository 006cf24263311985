package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a program which parameter, or part of the address, is none of its kind. Before the controllers' own handlers, one of
 * which would take the cause for a refusal of ours and say back what was sent.
 */
@Component
class MismatchedArguments implements HandlerExceptionResolver, Ordered {
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof MethodArgumentTypeMismatchException mismatch)
                || !(handler instanceof HandlerMethod method)
                || !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            return null;
        }
        try {
            PlainAnswer.write(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    UnreadableJson.say(mismatch.getName(), mismatch.getRequiredType()));
            return new ModelAndView();
        } catch (IOException gone) {
            return null;
        }
    }
}

package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a route of the API would leave unread, as {@link PlausibleJson} does for names within bodies: a misspelt
 * one would answer another question than was asked, and of two of one name one would be taken without a word.
 */
@Configuration
class ParametersOfApi implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Known()).addPathPatterns("/api/**");
    }

    private static final class Known implements HandlerInterceptor {
        private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            // of an upload without a file its route says what to send
            boolean empty = request instanceof MultipartRequest form
                    && form.getFileMap().isEmpty();
            if (handler instanceof HandlerMethod method && !empty) {
                Set<String> known = known(method);
                request.getParameterMap().forEach((name, values) -> check(name, values, known));
            }
            return true;
        }

        private Set<String> known(HandlerMethod method) {
            Set<String> known = new TreeSet<>();
            for (MethodParameter parameter : method.getMethodParameters()) {
                @Nullable RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                if (asked != null) {
                    parameter.initParameterNameDiscovery(names);
                    known.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
                }
            }
            return known;
        }

        private static void check(String name, String[] values, Set<String> known) {
            // what was sent is not said back, unless it is a plain name
            String field = name.matches("\\w{1,60}") ? name : "?";
            if (!known.contains(name)) {
                throw refused(
                        known.isEmpty()
                                ? Words.say("frame.parameter.none", field)
                                : Words.say("frame.json.unknown", field, String.join(", ", known)));
            }
            if (values.length != 1) {
                throw refused(Words.say("frame.parameter.twice", field));
            }
            if (values[0].isBlank()) {
                throw refused(Words.say("frame.parameter.empty", field));
            }
        }

        private static ResponseStatusException refused(String what) {
            return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
        }
    }
}

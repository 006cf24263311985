package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Puts a mark of the page into every form that changes something, beside the token against foreign pages: by it
 * {@link SentForms} tells a form sent twice from two entries that say the same.
 */
@Component
class OnceInForms implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new Marking(tokens) : bean;
    }

    private record Marking(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {
        private static final String CHANGES = Marking.class.getName() + ".changes";
        private static final String MARK = Marking.class.getName() + ".mark";

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            request.setAttribute(CHANGES, "post".equalsIgnoreCase(method));
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = tokens.getExtraHiddenFields(request);
            if (!Boolean.TRUE.equals(request.getAttribute(CHANGES))) {
                return fields;
            }
            Map<String, String> more = new LinkedHashMap<>();
            if (fields != null) {
                more.putAll(fields);
            }
            more.put(SentForms.ONCE, mark(request));
            return more;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }

        private static String mark(HttpServletRequest request) {
            if (request.getAttribute(MARK) instanceof String mark) {
                return mark;
            }
            String made = Secrets.make();
            request.setAttribute(MARK, made);
            return made;
        }
    }
}

package org.plumbline.server.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the person who asks; asked for once a request. */
@Configuration
class SignedInResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    /** Where the person of a request is kept while it lasts. */
    static final String ATTRIBUTE = SignedInResolver.class.getName();

    private final SignedInPeople people;

    SignedInResolver(SignedInPeople people) {
        this.people = people;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(SignedIn.class)
                && parameter.getParameterType().equals(Person.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object known = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return known;
        }
        Person person = people.of(request.getUserPrincipal());
        request.setAttribute(ATTRIBUTE, person, RequestAttributes.SCOPE_REQUEST);
        return person;
    }
}

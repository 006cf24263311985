package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Sha256;
import org.plumbline.server.web.Steering;
import org.plumbline.server.web.UnknownEnd;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Takes a form once. A double tap, or a tap again because the network was slow, sends the same form with the same content a second
 * time: it changes nothing and is led to where the first led. A form that was refused may be sent again; of one that broke off nobody
 * knows whether it was taken, and whoever sends it again is asked to look first. One that was changed after going back is another.
 *
 * <p>The database decides who is first, also between servers; the second waits for the first where both are at this one.
 */
@Component
class SentForms implements HandlerInterceptor, WebMvcConfigurer {
    /** The field that {@link OnceInForms} puts into forms. */
    static final String ONCE = "once";

    private static final int WAIT_S = 20;
    private static final String TAKEN = SentForms.class.getName();

    private final SentFormRepository sent;
    private final Map<Form, CompletableFuture<Optional<String>>> running = new ConcurrentHashMap<>();

    SentForms(SentFormRepository sent) {
        this.sent = sent;
    }

    /** A form of somebody, by what it says. */
    private record Form(UUID personId, String contentHash) {}

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // programs send no form of a page; asking for a parameter would read their upload before they can be told what
        // is wrong with it
        interceptors.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Form> form = form(request);
        if (form.isEmpty()) {
            return true;
        }
        Form one = form.get();
        Optional<String> first = takeTurn(one);
        if (first.isPresent()) {
            again(first.get(), request, response);
            return false;
        }
        boolean begun = false;
        try {
            if (sent.take(one.personId(), one.contentHash())) {
                request.setAttribute(TAKEN, one);
                begun = true;
                return true;
            }
            Optional<String> answer = sent.answer(one.personId(), one.contentHash());
            if (answer.isPresent()) {
                again(answer.get(), request, response);
                return false;
            }
            throw sentAlready();
        } finally {
            if (!begun) {
                finish(one, Optional.empty());
            }
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(TAKEN) instanceof Form form)) {
            return;
        }
        request.removeAttribute(TAKEN);
        Optional<String> answer =
                failure == null && HttpStatus.valueOf(response.getStatus()).is3xxRedirection()
                        ? Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION))
                        : Optional.empty();
        if (failure != null) {
            UnknownEnd.note(request, failure);
        }
        try {
            if (answer.isPresent()) {
                sent.answered(form.personId(), form.contentHash(), answer.get());
            } else if (!UnknownEnd.isOf(request)) {
                sent.letGo(form.personId(), form.contentHash());
            }
        } finally {
            finish(form, answer);
        }
    }

    /** Waits for the same form where it is being worked on. The answer it got; empty where it is now this one's turn. */
    private Optional<String> takeTurn(Form form) {
        CompletableFuture<Optional<String>> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<Optional<String>> first = running.putIfAbsent(form, mine);
            if (first == null) {
                return Optional.empty();
            }
            Optional<String> answer = await(first);
            if (answer.isPresent()) {
                return answer;
            }
        }
    }

    private void finish(Form form, Optional<String> answer) {
        CompletableFuture<Optional<String>> mine = running.remove(form);
        if (mine != null) {
            mine.complete(answer);
        }
    }

    /** The answer of the first, empty where nothing came of it. */
    private static Optional<String> await(CompletableFuture<Optional<String>> first) {
        try {
            return first.get(WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the first of two forms was worked on", stopped);
        } catch (ExecutionException | TimeoutException slow) {
            throw sentAlready();
        }
    }

    private static ResponseStatusException sentAlready() {
        return new ResponseStatusException(HttpStatus.CONFLICT, Words.say("frame.sent.already"));
    }

    /** Leads on to where the first led; what the first says there is still said. */
    private static void again(String answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
        FlashMap more = RequestContextUtils.getOutputFlashMap(request);
        if (said != null && more != null) {
            more.putAll(said);
            RequestContextUtils.saveOutputFlashMap(answer, request, response);
        }
        response.sendRedirect(answer);
    }

    private static Optional<Form> form(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST") || Steering.isAsked(request) || request.getParameter(ONCE) == null) {
            return Optional.empty();
        }
        Optional<SignedInPrincipal> person = SignedInPrincipal.behind(request.getUserPrincipal());
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(new Form(person.get().personId(), Secrets.hash(content(request))));
    }

    /** All that was typed and chosen; of files what is in them, since two recordings may share a name and a length. */
    private static String content(HttpServletRequest request) throws IOException {
        StringBuilder content = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> content.append('\n').append(name).append(Arrays.toString(values)));
        if (request instanceof MultipartHttpServletRequest upload) {
            for (Map.Entry<String, MultipartFile> file : new TreeMap<>(upload.getFileMap()).entrySet()) {
                content.append('\n')
                        .append(file.getKey())
                        .append(file.getValue().getOriginalFilename())
                        .append(Sha256.of(file.getValue().getInputStream()));
            }
        }
        return content.toString();
    }
}

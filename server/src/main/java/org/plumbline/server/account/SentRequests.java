package org.plumbline.server.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.ArrivedRequest;
import org.plumbline.server.web.PlainAnswer;
import org.plumbline.server.web.Steering;
import org.plumbline.server.web.UnknownEnd;
import org.plumbline.server.web.Words;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes a request of a program once, as {@link SentForms} does with the form of a page. A program that got no answer sends the request
 * again with the same key and is told how the first ended and where it led; a request that was refused may be sent again, and of one
 * that broke off it is told that it may have been carried out. Without a key every request is one of its own.
 *
 * <p>What an answer says is not kept: it may be of another person, who takes a share back or leaves. Addresses whose answer holds a
 * secret that is shown once are left out, as that could not be asked for later.
 */
@Component
@Order(SentRequests.AFTER_SIGN_IN)
public class SentRequests extends OncePerRequestFilter implements SmartInitializingSingleton {
    /** The header that brings the key. */
    public static final String KEY = "Idempotency-Key";

    /** Letters of the longest key. */
    public static final int LONGEST_KEY = 200;

    /** In the answer: the request was carried out before. */
    static final String AGAIN = "Idempotency-Replayed";

    /** Spring Security's own filters stand at -100. */
    static final int AFTER_SIGN_IN = 1;

    private final SentRequestRepository sent;
    private final SentAnswers answers;

    SentRequests(SentRequestRepository sent, SentAnswers answers) {
        this.answers = answers;
        this.sent = sent;
    }

    @Override
    public void afterSingletonsInstantiated() {
        sent.purge();
        sent.settle();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals(HttpMethod.POST.name())
                || request.getHeader(KEY) == null
                || !path.startsWith("/api/")
                || Steering.isAsked(request)
                || path.startsWith("/api/account/")
                || path.startsWith("/api/administration/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> person =
                SignedInPrincipal.behind(request.getUserPrincipal()).map(SignedInPrincipal::personId);
        if (person.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = Objects.requireNonNull(request.getHeader(KEY)).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            PlainAnswer.write(
                    request, response, HttpStatus.BAD_REQUEST, Words.say("frame.key.unusable", KEY, LONGEST_KEY));
            return;
        }
        boolean upload = isUpload(request);
        HttpServletRequest whole = upload
                ? request
                : new ArrivedRequest(request, request.getInputStream().readAllBytes());
        answers.noteLate();
        take(new Turn(person.get(), Secrets.hash(key), hash(whole), upload), whole, response, chain);
    }

    private record Turn(UUID personId, String keyHash, String requestHash, boolean upload) {}

    private void take(Turn turn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SentRequestRepository.Attempt> attempt =
                sent.take(turn.personId(), turn.keyHash(), turn.requestHash(), turn.upload());
        if (attempt.isPresent()) {
            first(attempt.get(), request, response, chain);
            return;
        }
        SentRequestRepository.@Nullable Sent earlier =
                sent.find(turn.personId(), turn.keyHash()).orElse(null);
        if (earlier != null && !earlier.requestHash().equals(turn.requestHash())) {
            PlainAnswer.write(
                    request, response, HttpStatus.UNPROCESSABLE_CONTENT, Words.say("frame.key.of.another", KEY));
        } else if (earlier == null || earlier.answer() == null) {
            boolean lost = earlier != null && earlier.lost();
            PlainAnswer.write(
                    request,
                    response,
                    HttpStatus.CONFLICT,
                    Words.say(lost ? "frame.key.answer.lost" : "frame.key.worked.on"));
        } else {
            again(earlier.answer(), response);
        }
    }

    private void first(
            SentRequestRepository.Attempt attempt,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } catch (ServletException | IOException | RuntimeException | Error failed) {
            UnknownEnd.note(request, failed);
            end(attempt, request, HttpStatus.INTERNAL_SERVER_ERROR, null);
            throw failed;
        }
        // before it is sent: whoever does not get it finds it when they ask again
        end(attempt, request, HttpStatus.valueOf(answer.getStatus()), answer.getHeader(HttpHeaders.LOCATION));
        answer.copyBodyToResponse();
    }

    private void end(
            SentRequestRepository.Attempt attempt,
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String location) {
        if (status.is2xxSuccessful()) {
            answers.done(attempt, new SentRequestRepository.Answer(status.value(), location));
        } else if (UnknownEnd.isOf(request)) {
            answers.lost(attempt);
        } else {
            answers.refused(attempt);
        }
    }

    private static void again(SentRequestRepository.Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        response.setHeader(AGAIN, "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.setContentLength(0);
    }

    /** A recording goes to the disk as it comes; it is known by its key alone. */
    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static String hash(HttpServletRequest request) throws IOException {
        String address = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        return request instanceof ArrivedRequest arrived
                ? Secrets.hash(address + HexFormat.of().formatHex(arrived.body()))
                : Secrets.hash(address);
    }
}

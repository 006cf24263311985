package org.plumbline.server.account;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts tries and requests, and says when it is enough. Forgets the oldest where very many try. */
@Component
class Throttle {
    private static final int KEYS = 10_000;
    private static final Duration TRIES = Duration.ofMinutes(5);
    private static final Duration REQUESTS = Duration.ofMinutes(1);

    private final SignInProperties properties;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    Throttle(SignInProperties properties) {
        this.properties = properties;
    }

    /** Whether a password, a link or a token may be tried from that address. */
    boolean maySignIn(String address) {
        return take("address " + address, properties.triesOfAnAddress(), TRIES);
    }

    /** Whether a password may be tried for that account, which need not exist. */
    boolean maySignInAs(String email) {
        return take("account " + PersonRepository.lower(email), properties.triesOfAnAccount(), TRIES);
    }

    /** Whether a token may ask once more. */
    boolean mayAsk(UUID token) {
        return take("token " + token, properties.requestsOfAToken(), REQUESTS);
    }

    private synchronized boolean take(String key, int most, Duration within) {
        return buckets.computeIfAbsent(
                        key,
                        absent -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(most).refillGreedy(most, within))
                                .build())
                .tryConsume(1);
    }
}

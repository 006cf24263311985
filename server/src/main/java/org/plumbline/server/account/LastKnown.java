package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * What the database last said, for while it does not answer: whoever lifts just then ends their set all the same, and whoever needs
 * the emergency page gets it. Nothing can be changed in a database that is away, so that what it said last still holds; the time that
 * it does is bounded all the same, as another server may reach it.
 *
 * @param <K> what is asked for
 * @param <V> what is said of it
 */
final class LastKnown<K, V> {
    /** Longer than a set takes. */
    static final Duration HOLDS = Duration.ofMinutes(30);

    /** More than are asked for on a full day. What was not asked for longest goes first. */
    private static final int MOST = 10_000;

    private final Map<K, Said<V>> said = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Said<V>> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    private record Said<V>(V what, Instant at) {}

    /**
     * Asks the database, and gives what it said last where it does not answer.
     *
     * @throws DataAccessResourceFailureException where it does not answer, and said nothing lately
     * @throws TransactionException likewise
     */
    V ask(K of, Supplier<V> database) {
        V now;
        try {
            now = database.get();
        } catch (DataAccessResourceFailureException | TransactionException away) {
            @Nullable Said<V> last = find(of);
            if (last == null || last.at().plus(HOLDS).isBefore(clock.instant())) {
                throw away;
            }
            return last.what();
        }
        synchronized (said) {
            said.put(of, new Said<>(now, clock.instant()));
        }
        return now;
    }

    private @Nullable Said<V> find(K of) {
        synchronized (said) {
            return said.get(of);
        }
    }
}

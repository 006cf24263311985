package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Steering;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Who the database last knew, for while it does not answer, so that whoever lifts just then ends their set all the same. It may have
 * been told otherwise since by another request: so it is asked for {@link Steering} alone, and the time that it holds is bounded.
 *
 * @param <K> what somebody is known by
 * @param <V> who is known
 */
final class LastKnown<K, V> {
    /** Longer than a set takes. */
    static final Duration HOLDS = Duration.ofMinutes(30);

    /** More than come on a full day. Who has not come for longest goes first. */
    private static final int MOST = 10_000;

    /** Whoever ends a set stands there with the bar. A database that hangs holds up whoever asks it for a minute. */
    private static final int PATIENCE_S = 2;

    private static final int ASKED_AT_ONCE = 8;

    private static final Executor ASKING =
            new ThreadPoolExecutor(0, ASKED_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "last-known");
                thread.setDaemon(true);
                return thread;
            });

    private final Map<K, Known<V>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Known<V>> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    private record Known<V>(V who, Instant at) {}

    /** Asks the database, and notes what it says. */
    Optional<V> ask(K by, Supplier<Optional<V>> database) {
        Optional<V> now = database.get();
        synchronized (known) {
            now.ifPresentOrElse(who -> known.put(by, new Known<>(who, clock.instant())), () -> known.remove(by));
        }
        return now;
    }

    /**
     * Asks the database, and gives who it knew last where it does not say so soon. Whoever was not known lately waits for it.
     *
     * @throws RuntimeException the database's own, where nobody was known lately
     */
    Optional<V> askOrRemember(K by, Supplier<Optional<V>> database) {
        @Nullable Known<V> last = find(by);
        if (last == null || last.at().plus(HOLDS).isBefore(clock.instant())) {
            return ask(by, database);
        }
        Optional<V> remembered = Optional.of(last.who());
        try {
            return CompletableFuture.supplyAsync(() -> ask(by, database), ASKING)
                    .get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException | RejectedExecutionException slow) {
            return remembered;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DataAccessException || failed.getCause() instanceof TransactionException) {
                return remembered;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return remembered;
        }
    }

    private @Nullable Known<V> find(K by) {
        synchronized (known) {
            return known.get(by);
        }
    }
}

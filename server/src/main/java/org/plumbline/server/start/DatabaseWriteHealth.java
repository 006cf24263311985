package org.plumbline.server.start;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Settings;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether a database of its own takes anything: one that answers may be read-only, without room, or keep its rights to itself. Of the
 * embedded one that is said by {@link DataDirectoryHealth}.
 */
@Component
@Conditional(DatabaseWriteHealth.OfItsOwn.class)
class DatabaseWriteHealth implements HealthIndicator {
    private static final long TRIED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String TRIED = "written_to_try";

    private final Settings settings;
    private final Clock clock;
    private @Nullable String trouble;
    private long triedNanos = System.nanoTime() - TRIED_EVERY_NANOS;

    DatabaseWriteHealth(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Where the database is not in the data directory. */
    static final class OfItsOwn implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !EmbeddedDatabase.isUsedBy(context.getEnvironment());
        }
    }

    /** Whoever asks often costs the database little. */
    @Override
    public synchronized Health health() {
        if (System.nanoTime() - triedNanos >= TRIED_EVERY_NANOS) {
            trouble = tryToWrite();
            triedNanos = System.nanoTime();
        }
        return trouble == null
                ? Health.up().build()
                : Health.down().withDetail("trouble", trouble).build();
    }

    private @Nullable String tryToWrite() {
        try {
            settings.put(TRIED, clock.instant().toString());
            return null;
        } catch (DataAccessException | TransactionException refused) {
            return "nothing can be written: "
                    + EmbeddedDatabase.firstWords(NestedExceptionUtils.getMostSpecificCause(refused));
        }
    }
}

package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.FullDisk;
import org.plumbline.server.web.MetDamage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the file of the embedded database is where it was opened, and as it was written. A database answers from memory for
 * long after its file is gone. The file itself is never opened here: with the first descriptor of it that is closed, POSIX lets go
 * of the lock that the database holds.
 */
@Component
class DatabaseFileHealth implements HealthIndicator, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFileHealth.class);
    private static final long LOOKED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final DatabaseFileAdvice advice;
    private final boolean embedded;
    private final JdbcClient jdbc;
    private final AnyChunk anyChunk;
    private final MetDamage met;
    private @Nullable Object opened;
    private @Nullable String trouble;
    private long lookedNanos = System.nanoTime() - LOOKED_EVERY_NANOS;

    DatabaseFileHealth(Environment environment, JdbcClient jdbc, MetDamage met) {
        Path dataDirectory = Path.of(environment.getRequiredProperty("plumbline.data-dir"));
        this.file = dataDirectory.resolve(EmbeddedCopy.FILE);
        this.advice = new DatabaseFileAdvice(dataDirectory, environment.getProperty("plumbline.backup.directory"));
        this.embedded = EmbeddedDatabase.isUsedBy(environment);
        this.jdbc = jdbc;
        this.anyChunk = new AnyChunk(jdbc);
        this.met = met;
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        opened = embedded ? identity(file) : null;
    }

    /** Whoever asks often costs the database nothing. */
    @Override
    public synchronized Health health() {
        if (opened == null) {
            return Health.up()
                    .withDetail("file", "the database is in none of this server's")
                    .build();
        }
        if (System.nanoTime() - lookedNanos >= LOOKED_EVERY_NANOS) {
            @Nullable String before = trouble;
            trouble = look().orElse(null);
            lookedNanos = System.nanoTime();
            if (trouble != null && !trouble.equals(before)) {
                LOG.error("{}", trouble);
            }
        }
        Health.Builder health = trouble == null ? Health.up() : Health.down().withDetail("trouble", trouble);
        return health.withDetail("file", file.toString()).build();
    }

    private Optional<String> look() {
        if (!Objects.equals(opened, identity(file))) {
            return Optional.of(advice.gone());
        }
        // what waits for room holds up whoever asks how long the file is
        Optional<String> found = FullDisk.isMet() ? met.what() : met.what().or(this::broken);
        return found.map(advice::broken);
    }

    /** What tells this very file from another one of its name; null where there is none. */
    private static @Nullable Object identity(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            // a file system without identities has the time at least
            return found.fileKey() == null ? found.creationTime() : found.fileKey();
        } catch (IOException notThere) {
            return null;
        }
    }

    /** A row from anywhere in the file, which is rarely in memory; and whether the file is as long as the database takes it for. */
    private Optional<String> broken() {
        try {
            anyChunk.read(UUID.randomUUID(), ThreadLocalRandom.current().nextDouble());
            if (isCutOff()) {
                met.note("it is cut off after " + Files.size(file) + " bytes");
            }
        } catch (DataAccessException failed) {
            // that it does not answer says the health of the database
            met.note(failed);
        } catch (IOException gone) {
            return Optional.of(String.valueOf(gone.getMessage()));
        }
        return met.what();
    }

    private boolean isCutOff() throws IOException {
        long before = length();
        long there = Files.size(file);
        long after = length();
        // what is found is remembered until the next start, and a file may shrink and grow while it is measured
        return Math.max(there, Files.size(file)) < Math.min(before, after);
    }

    private long length() {
        return jdbc.sql("select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}

package org.plumbline.server.backup;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.web.MetDamage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Makes a backup of the embedded database each night, and whenever the command {@code backup} asks for one. A server that
 * did not run in the night makes it some minutes after its start. PostgreSQL has its own tools.
 */
@Service
public class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final long LOOK_SECONDS = 2;
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration AGES_EVERY = Duration.ofHours(1);

    private final DataSource database;
    private final BackupProperties properties;
    private final BackupFolder folder;
    private final BackupRequest request;
    private final boolean embedded;
    private final Clock clock;
    private final MetDamage met;
    private final ScheduledExecutorService night = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backup");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Instant notBefore;
    private volatile Instant nextAges = Instant.MIN;
    private volatile @Nullable String trouble;
    private volatile boolean broken;

    Backups(DataSource database, BackupProperties properties, Environment environment, Clock clock, MetDamage met) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
        this.met = met;
        Path dataDirectory = Path.of(environment.getRequiredProperty("plumbline.data-dir"));
        Path chosen = properties.directory();
        this.folder = BackupFolder.in(dataDirectory, chosen == null ? null : chosen.toString());
        this.request = new BackupRequest(dataDirectory);
        this.embedded = EmbeddedDatabase.isUsedBy(environment);
        this.notBefore = clock.instant().plus(AFTER_START);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        request.answerLeft();
        // also where none are made any more: those of before get older
        ScheduledFuture<?> unused =
                night.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        lookAtAges(clock.instant());
        if (!embedded) {
            return;
        }
        try {
            Optional<Path> wished = request.take();
            if (wished.isPresent()) {
                request.answer(makeTo(wished.get()));
            } else if (properties.enabled() && isDue(clock.instant())) {
                make();
            }
        } catch (SQLException unread) {
            met.note(unread);
            failed(EmbeddedDatabase.firstWords(unread), unread);
        } catch (IOException | RuntimeException failure) {
            failed(EmbeddedDatabase.firstWords(failure), failure);
        }
    }

    private void failed(String why, Exception failure) {
        trouble = why;
        broken = failure instanceof EmbeddedCopy.UnreadableCopyException;
        notBefore = clock.instant().plus(AFTER_FAILURE);
        LOG.error("The backup failed, it is tried again in an hour", failure);
        request.answer("The backup failed: " + why);
    }

    private void lookAtAges(Instant now) {
        if (now.isBefore(nextAges)) {
            return;
        }
        nextAges = now.plus(AGES_EVERY);
        try {
            deleteTooOld(now);
        } catch (IOException | RuntimeException failed) {
            LOG.error("Backups that are too old could not be deleted, it is tried again in an hour", failed);
        }
    }

    private synchronized void deleteTooOld(Instant now) throws IOException {
        folder.deleteUnfinished();
        int deleted = folder.deleteTooOld(now);
        if (deleted > 0 && folder.newest().isEmpty()) {
            LOG.warn(
                    "The newest backup was older than {} days and was deleted, as all backups are for those who were erased:"
                            + " there is no backup any more",
                    BackupFolder.OLDEST.toDays());
        }
    }

    private String makeTo(Path wished) throws IOException, SQLException {
        Path made = wished.toString().isEmpty() ? make() : wished;
        if (!wished.toString().isEmpty()) {
            copyTo(wished);
        }
        return BackupRequest.DONE + made;
    }

    /** Whether the last moment for a backup passed without one. */
    boolean isDue(Instant now) throws IOException {
        if (now.isBefore(notBefore)) {
            return false;
        }
        ZonedDateTime here = now.atZone(ZoneId.systemDefault());
        ZonedDateTime last = here.with(properties.at());
        if (last.isAfter(here)) {
            last = last.minusDays(1);
        }
        Instant wanted = last.toInstant();
        return folder.newest().map(newest -> newest.madeAt().isBefore(wanted)).orElse(true);
    }

    /** Makes a backup now, and deletes those that are not kept any more. */
    public synchronized Path make() throws IOException, SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path name = folder.nameFor(now);
        copyTo(name);
        folder.tidy(properties.days(), properties.weeks(), now);
        trouble = null;
        broken = false;
        return name;
    }

    private synchronized void copyTo(Path name) throws IOException, SQLException {
        Path path = folder.path();
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
        }
        try (Connection connection = database.getConnection()) {
            EmbeddedCopy.make(connection, name);
        }
    }

    /** Whether this server makes backups by itself. */
    boolean isOn() {
        return embedded && properties.enabled();
    }

    /** Why the last backup failed, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Whether the last one failed because it could not be put back. */
    boolean isBroken() {
        return broken;
    }

    /** When the newest backup was made. */
    Optional<Instant> newest() {
        try {
            return folder.newest().map(BackupFolder.Backup::madeAt);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        night.shutdown();
        // never interrupted: the embedded database would close its file
        night.awaitTermination(1, TimeUnit.MINUTES);
    }
}

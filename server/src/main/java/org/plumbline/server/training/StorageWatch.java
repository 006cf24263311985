package org.plumbline.server.training;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.DiskRoom;
import org.plumbline.server.storage.FullDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Ends the server where its embedded database does not come back after its file failed it, so that whoever looks after it (systemd)
 * starts it anew. The cause is in H2 2.4.240: it writes when its last connection is closed, and where that write fails,
 * {@code MVStore.closeStore} calls itself and turns for ever. It holds the file locked, so that nobody opens it again
 * ({@code OverlappingFileLockException}), and no thread can be stopped from outside. What waits goes into the spool at the end. A full
 * disk does not come to this any more ({@link FullDisk}); another fault of the disk may.
 */
@Component
class StorageWatch implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(StorageWatch.class);
    private static final long LOOK_S = 5;

    private static final long END_PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(45);
    private static final int EXIT_CODE = 1;

    /** Where threads were met that did not come out: at the close, and where a statement begins on what was closed. */
    private static final Set<String> TURNING = Set.of("closeStore", "registerVersionUsage");

    private final DataSource database;
    private final Spool spool;
    private final SetStore store;
    private final ConfigurableApplicationContext context;
    private final Path disk;
    private final Standstill standstill = new Standstill();
    private final WaitingWrites waiting = new WaitingWrites();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "storage-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> looks;

    StorageWatch(DataSource database, Spool spool, SetStore store, ConfigurableApplicationContext context) {
        this.database = database;
        this.spool = spool;
        this.store = store;
        this.context = context;
        this.disk = Path.of(context.getEnvironment().getRequiredProperty("plumbline.data-dir"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (store.isEmbedded()) {
            looks = looking.scheduleWithFixedDelay(this::look, LOOK_S, LOOK_S, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            if (standstill.isFinal(System.nanoTime(), takesNothing(), this::diskTakes)) {
                end();
            }
        } catch (RuntimeException broken) {
            LOG.error("The storage cannot be looked after", broken);
        }
    }

    private boolean takesNothing() {
        long longestS = spool.storing().longestSeconds();
        boolean nowhere = waiting.getNowhere(longestS, spool.writtenMark());
        try (Connection connection = database.getConnection()) {
            boolean shut = !connection.isValid((int) LOOK_S);
            return nowhere || shut || (longestS >= LOOK_S && isTurning());
        } catch (SQLException refused) {
            return nowhere || isShut(refused, spool.isFailing()) || isTurning();
        }
    }

    /** A pool that is merely busy gives no connection either; where the database refused one, the refusal is its cause. */
    static boolean isShut(SQLException refused, boolean writesFail) {
        boolean busy =
                refused instanceof SQLTransientConnectionException && !(refused.getCause() instanceof SQLException);
        return !busy || writesFail;
    }

    /**
     * The way through it takes nanoseconds: who is met there look after look does not come out. To look at all threads stops
     * them for a moment, and a full gym has more than a thousand: only where something waits or is refused.
     */
    private static boolean isTurning() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> Arrays.stream(stack).limit(3).anyMatch(StorageWatch::isTurn));
    }

    private static boolean isTurn(StackTraceElement at) {
        return TURNING.contains(at.getMethodName()) && at.getClassName().equals("org.h2.mvstore.MVStore");
    }

    private boolean diskTakes() {
        return !FullDisk.isMet() && DiskRoom.refusal(disk).isEmpty();
    }

    private void end() {
        LOG.error(
                "The database has taken nothing for a minute although its disk has room, and will not come back by itself."
                        + " The server ends; what waits is kept in its data directory and written at the next start."
                        + " Start it again, if nothing does by itself (systemd: Restart=on-failure).");
        looking.shutdown();
        Thread ending = new Thread(this::endOrderly, "storage-watch-end");
        ending.start();
        Thread atLast = new Thread(() -> endAtLast(ending), "storage-watch-at-last");
        atLast.setDaemon(true);
        atLast.start();
    }

    private void endOrderly() {
        System.exit(SpringApplication.exit(context, () -> EXIT_CODE));
    }

    /** What turns inside the database may also hold up an orderly end. */
    private static void endAtLast(Thread ending) {
        try {
            ending.join(END_PATIENCE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    @PreDestroy
    void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        looking.shutdown();
    }
}

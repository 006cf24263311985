package org.plumbline.server.wearable.radio;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.plumbline.server.wearable.LinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a session does everything but take notifications, so that its state needs no locks and a native
 * library sees one caller. After {@link #close} it quietly takes no more.
 */
public final class ControlThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlThread.class);

    private final ScheduledThreadPoolExecutor executor;

    public ControlThread(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ScheduledThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task after those before it. */
    public void run(Runnable task) {
        executor.execute(guarded(task));
    }

    /** Runs a task and gives what it returned or threw. */
    public <T> CompletableFuture<T> call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (executor.isShutdown()) {
            result.completeExceptionally(new LinkException("the radio is closed"));
            return result;
        }
        executor.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Runs a task once, later. */
    public void after(Duration delay, Runnable task) {
        ScheduledFuture<?> unused = executor.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a task again and again with a pause between. */
    public void every(Duration pause, Runnable task) {
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.warn("A step of the radio failed", failure);
            }
        };
    }

    /** Takes no more tasks and waits a while for the one under way. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The radio is still busy; it is left to itself");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.plumbline.server.wearable.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the gateway as a child from the moment it is needed, and starts it again, with back-off, whenever it ends. Closing the
 * child's standard input asks it to end, and so does the death of this process.
 */
final class GatewaySupervisor implements GatewayOrigin, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySupervisor.class);

    /** A JVM on a busy small board takes most of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A JVM on a busy small board has started by then. */
    private static final Duration HUNG = Duration.ofSeconds(45);

    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;
    /** A child that lived so long did not fail at its start. */
    private static final long LIVED_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final long FAREWELL_SECONDS = 5;

    private final Supplier<@Nullable List<String>> command;
    private final Map<String, String> environment;
    private final BooleanSupplier connected;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread keeper;
    private volatile @Nullable Process child;
    private volatile String trouble = "The gateway is starting.";

    /**
     * @param command the child's command line, null while the server has no port yet
     * @param environment added to the child's, with the token
     */
    GatewaySupervisor(Supplier<@Nullable List<String>> command, Map<String, String> environment) {
        this(command, environment, () -> true);
    }

    /** @param connected whether a gateway speaks to the server */
    GatewaySupervisor(
            Supplier<@Nullable List<String>> command, Map<String, String> environment, BooleanSupplier connected) {
        this.connected = connected;
        this.command = command;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public synchronized void need() throws LinkException {
        if (closed.getCount() == 0) {
            throw new LinkException("the server is stopping");
        }
        if (keeper != null) {
            return;
        }
        List<String> words = command.get();
        if (words == null) {
            throw new LinkException("the server is still starting");
        }
        keeper = new Thread(() -> keep(words), "gateway-keeper");
        keeper.setDaemon(true);
        keeper.start();
    }

    @Override
    public synchronized LinkAvailability absence() {
        return keeper == null
                ? LinkAvailability.usable("The gateway is started when sensors are looked for.")
                : LinkAvailability.unusable(trouble);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /** Identity of the running child, for tests that end it; empty while none runs. */
    java.util.OptionalLong childId() {
        Process running = child;
        return running == null ? java.util.OptionalLong.empty() : java.util.OptionalLong.of(running.pid());
    }

    private void keep(List<String> words) {
        long waitMs = FIRST_WAIT_MS;
        while (closed.getCount() > 0) {
            long startNanos = System.nanoTime();
            String ended = runOnce(words);
            if (closed.getCount() == 0) {
                return;
            }
            waitMs = System.nanoTime() - startNanos > LIVED_NANOS ? FIRST_WAIT_MS : waitMs;
            trouble = ended + "; it is started again.";
            LOG.warn("{} in {} ms", trouble, waitMs);
            try {
                if (closed.await(waitMs, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException nobodyInterruptsIt) {
                return;
            }
            waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs);
        }
    }

    /** Returns when the child has ended, with what to say of it. */
    private String runOnce(List<String> words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            child = process;
            if (closed.getCount() == 0) {
                process.getOutputStream().close();
            }
            Thread watch = new Thread(() -> watch(process), "gateway-watch");
            watch.setDaemon(true);
            watch.start();
            repeat(process);
            return "The gateway ended with " + process.waitFor();
        } catch (IOException notStarted) {
            return "The gateway could not be started: " + notStarted.getMessage();
        } catch (InterruptedException nobodyInterruptsIt) {
            return "The gateway was left to itself";
        } finally {
            child = null;
        }
    }

    /** Ends a child that lives and does not speak: native code that hangs is no better than one that has crashed. */
    private void watch(Process process) {
        try {
            long heardNanos = System.nanoTime();
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                if (connected.getAsBoolean()) {
                    heardNanos = System.nanoTime();
                } else if (System.nanoTime() - heardNanos > HUNG.toNanos()) {
                    LOG.warn("The gateway says nothing any more, and is ended");
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its lines begin with their level; what else is printed comes from libraries. */
    private static void repeat(Process process) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("WARN ") || line.startsWith("ERROR ")) {
                    LOG.warn("gateway: {}", line.substring(line.indexOf(' ')).strip());
                } else {
                    LOG.debug("gateway: {}", line);
                }
            }
        } catch (IOException | UncheckedIOException killed) {
            LOG.debug("The gateway's output broke off", killed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Process running = child;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (IOException gone) {
            running.destroyForcibly();
        } catch (InterruptedException impatient) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

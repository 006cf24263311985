package org.plumbline.server.wearable.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A D-Bus of its own: the real daemon as a child process, on a socket in a folder of its own. */
public final class PrivateBus implements AutoCloseable {
    private static final String CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>custom</type>
              <listen>%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final Path socket;
    private Process daemon;

    private PrivateBus(Path folder, Path socket, Process daemon) {
        this.folder = folder;
        this.socket = socket;
        this.daemon = daemon;
    }

    /** What must be installed for a private bus, empty where nothing is missing. */
    public static Optional<String> missing() {
        return program().isPresent() ? Optional.empty() : Optional.of("dbus-daemon (Debian: apt install dbus-daemon)");
    }

    /** Looks along the path, or along {@code -Dplumbline.dbus.path}, where a test of the skips points it at nothing. */
    private static Optional<Path> program() {
        String path = System.getProperty("plumbline.dbus.path", System.getenv("PATH"));
        return Stream.of(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "dbus-daemon"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static PrivateBus start() {
        try {
            // a socket's path has room for about a hundred characters
            Path folder = Files.createTempDirectory("bus");
            Path socket = folder.resolve("bus.sock");
            Files.writeString(folder.resolve("bus.conf"), String.format(CONFIGURATION, "unix:path=" + socket));
            return new PrivateBus(folder, socket, daemon(folder, socket));
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private static Process daemon(Path folder, Path socket) throws IOException {
        Path log = folder.resolve("bus.log");
        Process daemon = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--config-file=" + folder.resolve("bus.conf"),
                        "--nofork",
                        "--nopidfile")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Awaitility.await("socket of the bus")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.exists(socket) || !daemon.isAlive());
        if (!daemon.isAlive()) {
            throw new AssertionError("dbus-daemon ended: " + Files.readString(log));
        }
        return daemon;
    }

    /** After {@link #kill}: a new bus at the same address, with nobody on it. */
    public void revive() {
        try {
            Files.deleteIfExists(socket);
            daemon = daemon(folder, socket);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    public String address() {
        return "unix:path=" + socket;
    }

    /** The bus dies under everyone who is on it. */
    public void kill() {
        daemon.destroyForcibly();
        try {
            daemon.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException stays) {
            folder.toFile().deleteOnExit();
        }
    }
}

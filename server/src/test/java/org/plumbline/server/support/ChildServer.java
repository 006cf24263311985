package org.plumbline.server.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.plumbline.server.PlumblineApplication;
import org.plumbline.server.cli.PlumblineCommand;

/** The application in a JVM of its own, which can be killed, and whose words can be read. */
public final class ChildServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Plumbline is running: open http://localhost:(\\d+)");

    private static final Pattern FIRST_LINK = Pattern.compile("make your account at http://[^/]+(/join/\\S+)");

    private final Process process;
    private final Thread reader;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ChildServer(Process process) {
        this.process = process;
        reader = new Thread(this::read, "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    public static ChildServer start(String... arguments) {
        return run(PlumblineApplication.class, arguments);
    }

    /** A command of the jar, in a JVM in which nothing ran before it. */
    public static ChildServer command(String... arguments) {
        return run(PlumblineCommand.class, arguments);
    }

    private static ChildServer run(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildServer(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException killed) {
            said.add("(the output broke off)");
        }
    }

    /** Waits for the line that says where it is, and gives the port. */
    public int awaitPort() {
        return Awaitility.await("address of the server")
                .atMost(Duration.ofMinutes(3))
                .until(this::port, port -> port > 0);
    }

    private int port() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended: " + said);
        }
        return said.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** Waits for the server, and makes the account its first start offers. */
    public Visitor awaitAdministrator() {
        int port = awaitPort();
        String link = Awaitility.await("link of the first start")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> said.stream()
                                .map(FIRST_LINK::matcher)
                                .filter(Matcher::find)
                                .map(match -> match.group(1))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
        return new Visitor("http://localhost:" + port).join(link, "You", "you@example.org");
    }

    /** Waits for the end of the process, and of what it said, and gives its exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("the server did not end: " + said);
        }
        // its last words may still be on their way; a process of its own that outlives it may keep the line open
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return process.exitValue();
    }

    /** Its process, for the tools of the operating system. */
    public long pid() {
        return process.pid();
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    /** As the operating system asks a program to end: SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** As the power goes: no farewell. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

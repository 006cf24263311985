package org.plumbline.server.wearable.radio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/**
 * The radio of a {@link RadioChild}. A JVM of its own because a fault of the natives must not take the tests down, and because
 * the address of the bus is read from the environment once.
 */
public final class ChildProcessRadio implements Radio {
    private static final HexFormat HEX = HexFormat.of();

    private final String busAddress;
    private final int queueCapacity;

    public ChildProcessRadio(String busAddress, int queueCapacity) {
        this.busAddress = busAddress;
        this.queueCapacity = queueCapacity;
    }

    @Override
    public String kind() {
        return "child";
    }

    @Override
    public LinkAvailability probe() {
        try (BufferedReader lines = lines(start("probe"))) {
            String[] words = lines.readLine().split("\t", -1);
            return new LinkAvailability(Boolean.parseBoolean(words[1]), words[2]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        Session session = new Session(start("open", Integer.toString(queueCapacity)), listener);
        session.awaitOpen();
        return session;
    }

    /** Runs the garbage collector in the process of a session. */
    public static void collectGarbage(RadioSession session) {
        ((Session) session).send("gc");
    }

    private Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RadioChild.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", busAddress);
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Speaks with the process. */
    private static final class Session implements RadioSession {
        private final Process process;
        private final RadioListener listener;
        private final PrintStream commands;
        private final AtomicInteger numbers = new AtomicInteger();
        private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
        private final CompletableFuture<String> opened = new CompletableFuture<>();
        private final Set<String> connected = ConcurrentHashMap.newKeySet();
        private final Thread reader = new Thread(this::read, "radio-child");
        private volatile boolean closed;

        Session(Process process, RadioListener listener) {
            this.process = process;
            this.listener = listener;
            this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            reader.setDaemon(true);
            reader.start();
            if (listener instanceof RadioEvents events) {
                events.heldBy(hold -> send(hold ? "hold" : "release"));
            }
        }

        void awaitOpen() throws LinkException {
            try {
                String refused = opened.get(30, TimeUnit.SECONDS);
                if (!refused.isEmpty()) {
                    throw new LinkException(refused);
                }
            } catch (InterruptedException | ExecutionException | TimeoutException never) {
                process.destroyForcibly();
                throw new LinkException("the process did not open the radio: " + never, never);
            }
        }

        private void read() {
            try (BufferedReader lines = lines(process)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    hear(line.split("\t", -1));
                }
            } catch (IOException | UncheckedIOException killed) {
                opened.complete("the process was killed");
            }
            ended();
        }

        private void hear(String[] words) {
            switch (words[0]) {
                case "open" -> opened.complete("");
                case "refused" -> opened.complete(words[1]);
                case "done" -> answers.remove(words[1]).complete(words[2]);
                case "failed" -> answers.remove(words[1]).completeExceptionally(new LinkException(words[2]));
                case "value" ->
                    listener.notification(
                            words[1], UUID.fromString(words[2]), HEX.parseHex(words[4]), Long.parseLong(words[3]));
                case "state" -> hearState(words[1], ConnectionState.valueOf(words[2]), words[3]);
                case "radio" -> listener.radioState(RadioState.valueOf(words[1]), words[2]);
                case "discovered" ->
                    listener.discovered(new DiscoveredDevice(
                            words[1],
                            words[2],
                            Integer.parseInt(words[3]),
                            Stream.of(words[4].split(","))
                                    .filter(uuid -> !uuid.isEmpty())
                                    .map(UUID::fromString)
                                    .collect(Collectors.toSet())));
                default -> throw new IllegalStateException("said " + String.join(" ", words));
            }
        }

        private void hearState(String address, ConnectionState state, String reason) {
            if (state == ConnectionState.CONNECTED) {
                connected.add(address);
            } else {
                connected.remove(address);
            }
            if (!closed) {
                listener.state(address, state, reason);
            }
        }

        private void ended() {
            int code;
            try {
                code = process.waitFor();
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
            String reason = "the process of the radio ended with " + code;
            answers.values().forEach(answer -> answer.completeExceptionally(new LinkException(reason)));
            opened.complete(reason);
            if (!closed) {
                connected.forEach(address -> listener.state(address, ConnectionState.DISCONNECTED, reason));
                listener.radioState(RadioState.LOST, reason);
            }
        }

        private synchronized void send(String... words) {
            commands.println(String.join("\t", words));
        }

        private CompletableFuture<String> ask(String command, String... words) {
            String number = Integer.toString(numbers.incrementAndGet());
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.put(number, answer);
            send(command, number, String.join("\t", words));
            if (!process.isAlive()) {
                answer.completeExceptionally(new LinkException("the process of the radio has ended"));
            }
            return answer;
        }

        @Override
        public void startScan() {
            send("scan");
        }

        @Override
        public void stopScan() {
            send("stop");
        }

        @Override
        public void connect(String address) {
            send("connect", address);
        }

        @Override
        public void disconnect(String address) {
            send("disconnect", address);
        }

        @Override
        public CompletableFuture<Set<UUID>> identifiers(String address) {
            return unwrapped(ask("identifiers", address)
                    .thenApply(words ->
                            Stream.of(words.split(",")).map(UUID::fromString).collect(Collectors.toSet())));
        }

        @Override
        public CompletableFuture<byte[]> read(String address, UUID characteristic) {
            return unwrapped(ask("read", address, characteristic.toString()).thenApply(HEX::parseHex));
        }

        @Override
        public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
            return unwrapped(ask("write", address, characteristic.toString(), HEX.formatHex(value))
                    .thenApply(done -> null));
        }

        @Override
        public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
            return unwrapped(
                    ask("subscribe", address, characteristic.toString()).thenApply(done -> null));
        }

        /** Fails with what the process said, not with a wrapping of it. */
        private static <T> CompletableFuture<T> unwrapped(CompletableFuture<T> wrapped) {
            CompletableFuture<T> plain = new CompletableFuture<>();
            wrapped.whenComplete((value, failure) -> {
                if (failure == null) {
                    plain.complete(value);
                } else {
                    plain.completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
                }
            });
            return plain;
        }

        @Override
        public long droppedNotifications(String address) {
            try {
                return Long.parseLong(ask("dropped", address).get(30, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public void close() {
            closed = true;
            send("close");
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                reader.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

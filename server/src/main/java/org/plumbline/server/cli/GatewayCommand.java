package org.plumbline.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.gateway.process.GatewayProcess;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.dbus.BluezDbusRadio;
import org.plumbline.server.wearable.radio.tinyb.TinyBRadio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The process that holds the Bluetooth radio. Loads nothing of Spring. */
@Command(
        name = "gateway",
        description = {
            "Carry between the Bluetooth radio of this machine and a server.",
            "A server that has a radio of its own starts this by itself; by hand it is needed on another box only."
        },
        footer = {
            "",
            "The token, which the server must know too, is never an argument: it stands in the file of --token-file or in the"
                    + " environment variable PLUMBLINE_GATEWAY_TOKEN.",
            "Example: java -jar server.jar gateway --server wss://gym.example:8443/gateway --token-file token.txt"
        })
final class GatewayCommand implements Callable<Integer> {
    /** Variable of the environment that holds the token. */
    static final String TOKEN = "PLUMBLINE_GATEWAY_TOKEN";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_TOKEN = 4096;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "ADDRESS",
            description = "Gateway socket of the server: wss://HOST:PORT/gateway, or ws:// on this machine.")
    private URI server;

    @Option(
            names = "--radio",
            defaultValue = "auto",
            paramLabel = "KIND",
            description = "auto, tinyb or dbus; auto takes the first of tinyb and dbus that can be used."
                    + " Default: ${DEFAULT-VALUE}.")
    private String radio;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File that holds the token and nothing else.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--plain",
            description = "Speak to another box without TLS. Whoever listens on the network can read the token.")
    private boolean plain;

    @Option(names = "--child", hidden = true, description = "End when the standard input does.")
    private boolean child;

    @Override
    public Integer call() throws InterruptedException {
        checkServer();
        List<Radio> radios = radios();
        String token = token();
        // before the first logger is made
        System.setProperty("logback.configurationFile", "gateway-logback.xml");
        GatewayProcess process = new GatewayProcess(
                server,
                token,
                child,
                radios,
                "Plumbline " + PlumblineCommand.version(),
                () -> System.exit(Failures.UNEXPECTED));
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "gateway-end"));
        if (child) {
            endWithTheParent();
        }
        process.run();
        return 0;
    }

    private void checkServer() {
        String scheme = String.valueOf(server.getScheme());
        if (server.getHost() == null || !(scheme.equals("ws") || scheme.equals("wss"))) {
            throw wrong("--server must be ws://HOST:PORT/gateway or wss://HOST:PORT/gateway, but is " + server);
        }
        if (scheme.equals("ws") && !plain && !LOOPBACK.contains(server.getHost())) {
            throw wrong("--server on another box needs wss://, so that nobody reads the token on its way;"
                    + " with --plain it goes without");
        }
    }

    private List<Radio> radios() {
        return switch (radio) {
            case "auto" -> List.of(new TinyBRadio(), new BluezDbusRadio());
            case TinyBRadio.KIND -> List.of(new TinyBRadio());
            case BluezDbusRadio.KIND -> List.of(new BluezDbusRadio());
            default -> throw wrong("--radio must be auto, tinyb or dbus, but is " + radio);
        };
    }

    private String token() {
        String token =
                tokenFile == null ? String.valueOf(System.getenv().getOrDefault(TOKEN, "")) : fromFile(tokenFile);
        token = token.strip();
        if (token.isEmpty()) {
            throw wrong("A token is needed: in the file of --token-file, or in the environment variable " + TOKEN);
        }
        if (token.length() > LONGEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw wrong("The token must be one line of letters, digits and signs without spaces");
        }
        return token;
    }

    private String fromFile(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            throw wrong("The token must be one line of letters, digits and signs without spaces");
        } catch (IOException unreadable) {
            throw wrong("The token cannot be read from " + file);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static void endWithTheParent() {
        InputStream parent = System.in;
        Thread watch = new Thread(
                () -> {
                    try {
                        while (parent.read() >= 0) {
                            // says nothing
                        }
                    } catch (IOException gone) {
                        // as good as its end
                    }
                    System.exit(0);
                },
                "gateway-parent");
        watch.setDaemon(true);
        watch.start();
    }
}

package org.plumbline.server.wearable.gateway;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** How this very program is started as a gateway of this very server. */
final class GatewayCommandLine {
    /** Named, not known: the commands put the house together, and nothing in it may know them. */
    private static final String MAIN = "org.plumbline.server.cli.PlumblineCommand";

    private static final Set<String> ANY_ADDRESS = Set.of("", "0.0.0.0", "::", "[::]");

    private GatewayCommandLine() {}

    /** Null while the server has no port yet. */
    static @Nullable List<String> of(Environment environment, String radio) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return null;
        }
        String address = environment.getProperty("server.address", "");
        String host = ANY_ADDRESS.contains(address) ? "127.0.0.1" : address;
        host = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        boolean secured = environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle");
        String path = environment.getProperty("server.servlet.context-path", "");
        return of((secured ? "wss://" : "ws://") + host + ":" + port + path + GatewayConfiguration.PATH, radio);
    }

    static List<String> of(String server, String radio) {
        String classPath = System.getProperty("java.class.path");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            words.addAll(List.of("-jar", classPath));
        } else {
            words.addAll(List.of("-cp", classPath, MAIN));
        }
        // it speaks to the server that started it, whatever the address is called: no other box is on the way
        words.addAll(List.of("gateway", "--child", "--plain", "--server", server, "--radio", radio));
        return words;
    }
}

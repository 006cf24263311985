package org.plumbline.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.server.PlumblineApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Starts the server. The only command that loads Spring, and only when it runs. */
@Command(
        name = "serve",
        description = "Start the server; this is also what happens without a command.",
        footer = {
            "",
            "Every setting of the server can be given as --name=value.",
            "Example: java -jar server.jar serve --server.port=8081"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        PlumblineApplication.main(settings.toArray(new String[0]));
        return 0;
    }
}

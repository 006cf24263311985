package org.plumbline.server.cli;

import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The one entrance of the jar. Without a command it serves.
 *
 * <p>Exit codes: 0 done, 1 an unexpected fault, 2 unreadable input or wrong usage. A failure is one line on the error stream.
 */
@Command(
        name = "java -jar server.jar",
        description = "Plumbline, a form monitor for people who lift. Without a command it starts the server.",
        mixinStandardHelpOptions = true,
        versionProvider = PlumblineCommand.Version.class,
        subcommands = {
            ServeCommand.class,
            AnalyzeCommand.class,
            PoseCommand.class,
            OrientCommand.class,
            SimulateCommand.class,
            GatewayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ReanalyzeCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 an unexpected fault, 2 unreadable input or wrong usage.",
            "Example: java -jar server.jar simulate --out set.csv.gz"
        })
public final class PlumblineCommand {
    private static final String SERVE = "serve";
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    public static void main(String[] args) {
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int exitCode = execute(out, err, args);
        if (out.checkError()) {
            err.println("The output could not be written to its end: is the disk full, or the other program gone?");
            err.flush();
            exitCode = Math.max(exitCode, 1);
        }
        // the server's threads go on after a good start, so that only a failure ends the process
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs a command; returns the exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new PlumblineCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::badUsage)
                .setExecutionExceptionHandler(Failures::failed);
        int exitCode = commandLine.execute(withCommand(args));
        out.flush();
        err.flush();
        return exitCode;
    }

    /** Options of the server may stand alone: {@code java -jar server.jar --server.port=8081}. */
    private static String[] withCommand(String[] args) {
        if (args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]))) {
            return args;
        }
        String[] served = new String[args.length + 1];
        served[0] = SERVE;
        System.arraycopy(args, 0, served, 1, args.length);
        return served;
    }

    /** UTF-8 wherever the console is not Windows': the default of a process without a locale is ASCII. */
    private static PrintWriter writer(PrintStream stream) {
        Charset charset = File.separatorChar == '\\' ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new PrintWriter(stream, true, charset);
    }

    static String version() {
        @Nullable String version = PlumblineCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "Plumbline " + version(),
                String.format(
                        Locale.ROOT, "Java %s, %s", System.getProperty("java.version"), System.getProperty("os.name"))
            };
        }
    }
}

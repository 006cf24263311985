package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandUsageTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"serve", "analyze", "pose", "orient", "simulate", "gateway", "backup", "restore", "reanalyze"})
    void everyCommandHasHelpWithAnExample(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        assertTrue(run.out().contains("Example: java -jar server.jar " + command), run.out());
    }

    @Test
    void theHelpNamesEveryCommandAndTheExitCodes() {
        CommandRun run = CommandRun.of("--help");

        assertEquals(0, run.exitCode());
        for (String command : List.of(
                "serve", "analyze", "pose", "orient", "simulate", "gateway", "backup", "restore", "reanalyze")) {
            assertTrue(run.out().contains("\n  " + command), run.out());
        }
        assertTrue(run.out().contains("Exit codes: 0 done, 1 an unexpected fault, 2 unreadable input or wrong usage."));
    }

    @Test
    void theVersionIsPrinted() {
        CommandRun run = CommandRun.of("--version");

        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("Plumbline "), run.out());
    }

    private static void assertOneLine(String expected, CommandRun run) {
        assertEquals(expected + System.lineSeparator(), run.err());
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
    }

    @Test
    void badUsageIsOneLineWithTheWayToHelp() {
        assertOneLine(
                "Missing required parameter: 'FILE'. See: java -jar server.jar analyze --help",
                CommandRun.of("analyze"));
        assertOneLine(
                "Unknown option: '--jsno'. See: java -jar server.jar analyze --help",
                CommandRun.of("analyze", "set.csv", "--jsno"));
        assertOneLine(
                "Missing required option: '--out=FILE'. See: java -jar server.jar pose --help",
                CommandRun.of("pose", "set.csv"));
        assertOneLine(
                "Invalid value for option '--reps': 'many' is not an int. See: java -jar server.jar simulate --help",
                CommandRun.of("simulate", "--out", folder.resolve("set.csv"), "--reps", "many"));
        assertEquals(2, CommandRun.of("analyse", "set.csv").exitCode());
    }

    @Test
    void aGatewayThatCannotBeginSaysWhatItNeeds() throws IOException {
        String help = ". See: java -jar server.jar gateway --help";
        assertOneLine("Missing required option: '--server=ADDRESS'" + help, CommandRun.of("gateway"));
        assertOneLine(
                "--server must be ws://HOST:PORT/gateway or wss://HOST:PORT/gateway, but is http://localhost" + help,
                CommandRun.of("gateway", "--server", "http://localhost"));
        assertOneLine(
                "--server on another box needs wss://, so that nobody reads the token on its way; with --plain it goes"
                        + " without" + help,
                CommandRun.of("gateway", "--server", "ws://gym.example/gateway"));
        assertOneLine(
                "--radio must be auto, tinyb or dbus, but is wifi" + help,
                CommandRun.of("gateway", "--server", "ws://localhost/gateway", "--radio", "wifi"));
        assertOneLine(
                "The token must be one line of letters, digits and signs without spaces" + help,
                CommandRun.of(
                        "gateway", "--server", "ws://localhost/gateway", "--token-file", file("token", "two words")));
        Path missing = folder.resolve("missing");
        assertOneLine(
                "The token cannot be read from " + missing + help,
                CommandRun.of("gateway", "--server", "ws://localhost/gateway", "--token-file", missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "pose", "orient"})
    void aMissingFileIsSaid(String command) {
        Path missing = folder.resolve("missing.csv");
        CommandRun run = command.equals("analyze")
                ? CommandRun.of(command, missing)
                : CommandRun.of(command, missing, "--out", folder.resolve("out.csv"));

        assertOneLine(missing + ": there is no such file", run);
    }

    @Test
    void aDirectoryIsNoRecording() {
        assertOneLine(folder + ": expected a recording, found a directory", CommandRun.of("analyze", folder));
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        Path recording = file("set.csv", SmallRecording.TEXT);

        assertOneLine(
                recording + ": this is the input, which is not overwritten; name another file",
                CommandRun.of("orient", recording, "--out", recording));
        assertOneLine(
                recording + ": this is the input, which is not overwritten; name another file",
                CommandRun.of("pose", recording, "--out", recording));
        assertEquals(SmallRecording.TEXT, Files.readString(recording));
    }

    @Test
    void theOutputNeedsADirectoryThatIsThere() throws IOException {
        Path recording = file("set.csv", SmallRecording.TEXT);
        Path target = folder.resolve("nowhere").resolve("out.csv");

        assertOneLine(
                target + ": there is no directory " + target.getParent() + " to write to",
                CommandRun.of("orient", recording, "--out", target));
        assertOneLine(
                folder + ": expected a file to write, found a directory",
                CommandRun.of("orient", recording, "--out", folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "pose", "orient"})
    void aRecordingWithoutAReadableRowIsOneLineAndLeavesNoFile(String command) throws IOException {
        Path broken = file("broken.csv", "hello\n");
        Path target = folder.resolve("out.csv");
        CommandRun run = command.equals("analyze")
                ? CommandRun.of(command, broken)
                : CommandRun.of(command, broken, "--out", target);

        assertOneLine(
                "broken.csv, line 1: expected the header line '# trunk-imu-recording: 1' before the rows, found 'hello' (no"
                        + " rows were read)",
                run);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(broken), files.toList());
        }
    }

    @Test
    void anUnexpectedFaultIsOneLineAndItsDetailsAreThereForWhoAsks() throws IOException {
        CommandRun quiet = CommandRun.of("orient", file("set.csv", SmallRecording.TEXT), "--out", "/dev/full");
        CommandRun verbose = CommandRun.of("orient", folder.resolve("set.csv"), "--out", "/dev/full", "--verbose");
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a file that is always full");

        assertEquals(1, quiet.exitCode());
        assertEquals(
                "Reading or writing failed: No space left on device. Run it again with --verbose for details."
                        + System.lineSeparator(),
                quiet.err());
        assertEquals(1, verbose.exitCode());
        assertTrue(verbose.err().contains("\tat org.plumbline.server.cli"), verbose.err());
    }

    @Test
    void fileCommandsLoadNothingOfTheServer() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlumblineCommand.class.getName(),
                        "orient",
                        file("set.csv", SmallRecording.TEXT).toString(),
                        "--out",
                        folder.resolve("out.csv").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        String classes = Files.readString(log);
        assertTrue(classes.contains("org.plumbline.server.cli.OrientCommand"));
        for (String foreign :
                List.of("org.springframework", "PlumblineApplication", "ch.qos.logback", "tools.jackson")) {
            assertEquals(-1, classes.indexOf(foreign), foreign);
        }
    }
}

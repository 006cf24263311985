package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents promise: their links lead somewhere, and the commands they show run. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^\\s*java -jar (?:server/target/)?server\\.jar ((?:simulate|analyze|pose|orient) .*)$");
    private static final Set<String> FILE_OPTIONS = Set.of("--out");

    @TempDir
    private Path folder;

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                if (target.isEmpty() || target.matches("[a-z]+:.*")) {
                    continue;
                }
                links++;
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(root().relativize(document) + " -> " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
        assertFalse(links == 0, "no link found");
    }

    @Test
    void theCommandsOfTheTutorialRun() throws IOException {
        run("docs/tutorial/first-set.md");
    }

    @Test
    void theExamplesOfTheReferenceRun() throws IOException {
        // the reference shows its examples by command, and a reader brings recordings of their own
        for (String recording : List.of("set.csv.gz", "board.csv.gz")) {
            CommandRun made = CommandRun.of("simulate", "--out", folder.resolve(recording), "--reps", 3);
            assertEquals(0, made.exitCode(), made.err());
        }
        run("docs/reference/commands.md");
    }

    private void run(String document) throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(root().resolve(document)));
        int commands = 0;
        while (command.find()) {
            CommandRun run = CommandRun.of(inFolder(command.group(1).trim().split("\\s+")));
            assertEquals(0, run.exitCode(), () -> document + ": " + command.group() + "\n" + run.err());
            commands++;
        }
        assertFalse(commands == 0, () -> document + " shows no command");
    }

    /** The words of a command line, with its files in the temporary folder. */
    private Object[] inFolder(String[] words) {
        Object[] arguments = new Object[words.length];
        arguments[0] = words[0];
        for (int i = 1; i < words.length; i++) {
            boolean file = words[i].endsWith(".csv") || words[i].endsWith(".gz") || FILE_OPTIONS.contains(words[i - 1]);
            arguments[i] = file ? folder.resolve(words[i]) : words[i];
        }
        return arguments;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("docs"))) {
            List<Path> documents =
                    new ArrayList<>(files.filter(path -> path.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            documents.add(root().resolve("README.md"));
            return documents;
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }
}

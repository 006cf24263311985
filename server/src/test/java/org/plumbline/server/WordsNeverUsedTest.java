package org.plumbline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The product speaks of change, target and limit. It does not frighten, promise or judge a body. */
class WordsNeverUsedTest {
    private static final Pattern NEVER = Pattern.compile(
            "\\b(injur\\w*|risk\\w*|safe|safely|safety|unsafe(?!-inline)|danger\\w*|diagnos\\w*|heal|heals|healing|healed|cure\\w*"
                    + "|harm\\w*|disc|discs|cleared to lift|bad(?! (input|usage))|protect\\w*|prevents?|damage\\w*|perfect)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JAVA_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void pagesScriptsAndMessagesDoNotSayThem() throws IOException {
        List<String> said = new ArrayList<>();
        for (Path file : files(Path.of("src/main/resources"), ".html", ".js", ".properties")) {
            said.addAll(found(file, Files.readString(file)));
        }
        assertEquals(List.of(), said);
    }

    @Test
    void messagesOfTheServerDoNotSayThem() throws IOException {
        List<String> said = new ArrayList<>();
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            Matcher strings = JAVA_STRING.matcher(Files.readString(file));
            while (strings.find()) {
                said.addAll(found(file, strings.group(1)));
            }
        }
        assertEquals(List.of(), said);
    }

    @Test
    void theyWouldBeFound() {
        assertEquals(
                1,
                found(Path.of("x"), "This lowers your Injury risk".replace(" risk", ""))
                        .size());
        assertEquals(0, found(Path.of("x"), "discover the target").size());
    }

    private static List<String> found(Path file, String text) {
        Matcher matcher = NEVER.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(file.getFileName() + ": " + matcher.group());
        }
        return found;
    }

    private static List<Path> files(Path root, String... ends) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(path ->
                            Stream.of(ends).anyMatch(end -> path.toString().endsWith(end)))
                    .toList();
            assertTrue(!files.isEmpty(), "nothing to read under " + root.toAbsolutePath());
            return files;
        }
    }
}

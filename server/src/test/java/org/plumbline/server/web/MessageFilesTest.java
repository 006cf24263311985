package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in a message file once, and every text there is said somewhere. */
class MessageFilesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern LINE = Pattern.compile("\\s*([\\w.\\-]+)\\s*[=:]\\s*(.*)");
    private static final Pattern JAVA_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SAID_IN_JAVA = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{\\s*([\\w.\\-]+)\\s*[(}]");
    /** The beginning of a key whose end is not known before the page is made: {@code "level." + level}. */
    private static final Pattern BEGINNING = Pattern.compile("[\"']([\\w\\-]+(?:\\.[\\w\\-]+)*\\.)[\"']");

    private static final Pattern SAID_IN_SCRIPT = Pattern.compile("\\b(?:word|text)\\(\"([\\w.\\-]+)\"[,)]");
    private static final Set<String> NAMES = Set.of("Plumbline", "kg", "lb");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern REPLACED = Pattern.compile("\\bth:(u?text|replace)=");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern LABEL = Pattern.compile("(?<![:\\w-])(aria-label|title|alt|placeholder)=\"[^\"]*\"");
    private static final Pattern OF_HOLDS_TOO = Pattern.compile("\\|([\\w.\\-]+)\\$\\{h}\\|");

    private static final Pattern YOU = Pattern.compile("(?i)\\byou(r|rs)?\\b");

    @Test
    void everyFileIsOfAnAreaThatIsRead() throws IOException {
        Set<String> areas = files(MESSAGES, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceFirst("(_\\w+)?\\.properties$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), minus(areas, Words.AREAS));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        Map<String, Path> seen = new TreeMap<>();
        for (Path file : english()) {
            for (String key : entries(file, twice).keySet()) {
                if (seen.put(key, file) != null) {
                    twice.add(key);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyKeyThatIsUsedHasAText() throws IOException {
        Set<String> keys = texts().keySet();
        List<String> missing = new ArrayList<>();
        for (Path file : javaFiles()) {
            missing.addAll(missing(file, SAID_IN_JAVA, keys));
        }
        for (Path file : templates()) {
            missing.addAll(missing(file, IN_TEMPLATE, keys));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> whole = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        List<Path> users = new ArrayList<>(javaFiles());
        users.addAll(templates());
        for (Path file : users) {
            String text = Files.readString(file);
            collect(JAVA_STRING, text, whole);
            collect(IN_TEMPLATE, text, whole);
            // in expressions of templates strings have single quotes
            collect(Pattern.compile("'([\\w.\\-]+)'"), text, whole);
            collect(OF_HOLDS_TOO, text, whole);
            collect(BEGINNING, text, beginnings);
            collect(Pattern.compile("\\|([\\w.\\-]+\\.)\\$\\{"), text, beginnings);
        }
        Set<String> all = texts().keySet();
        List<String> unused = all.stream()
                .map(MessageFilesTest::withoutTheirs)
                .map(key -> withoutHold(key, all))
                .filter(key -> !whole.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertEquals(List.of(), unused);
    }

    /** Scripts take their words from the page, which has those of one prefix. */
    @Test
    void everythingAScriptSaysHasAText() throws IOException {
        Set<String> keys = texts().keySet();
        List<String> missing = new ArrayList<>();
        Map.of("sensors.js", "sensors.say.", "live.js", "live.say.").forEach((script, prefix) -> {
            Set<String> said = new TreeSet<>();
            collect(SAID_IN_SCRIPT, read(Path.of("src/main/resources/static", script)), said);
            assertTrue(said.size() > 10, script + " says " + said);
            said.stream().filter(key -> !keys.contains(prefix + key)).forEach(missing::add);
        });
        assertEquals(List.of(), missing);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands between tags whose text nothing replaces; names and units are the same in every language. */
    @Test
    void noPageHasATextOfItsOwn() throws IOException {
        Pattern tag = Pattern.compile("<(/?)([a-z0-9:]+)((?:[^<>\"]|\"[^\"]*\")*)>([^<]*)");
        List<String> own = new ArrayList<>();
        for (Path file : templates()) {
            Matcher tags = tag.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            while (tags.find()) {
                String text = tags.group(4).strip();
                boolean replaced = tags.group(1).isEmpty()
                        && REPLACED.matcher(tags.group(3)).find();
                boolean said = replaced || !LETTERS.matcher(text).find() || NAMES.contains(text);
                if (!said) {
                    own.add(file.getFileName() + ": " + text);
                }
                Matcher label = LABEL.matcher(tags.group(3));
                while (label.find()) {
                    own.add(file.getFileName() + ": " + label.group());
                }
            }
        }
        assertEquals(List.of(), own);
    }

    /** What is found in a set is read by coaches and therapists too, who must not be called "you". */
    @Test
    void whatIsFoundIsSaidOfAnotherPersonToo() throws IOException {
        Map<String, String> texts = texts();
        List<String> toThePersonAlone = texts.entrySet().stream()
                .filter(text -> text.getKey().matches("(flag|finding|metric|story|chart|set_finding)\\..*"))
                .filter(text -> YOU.matcher(text.getValue()).find())
                .map(Map.Entry::getKey)
                .filter(key -> YOU.matcher(texts.getOrDefault(key + Words.THEIRS, "you"))
                        .find())
                .toList();
        assertEquals(List.of(), toThePersonAlone);
        List<String> ofNothing = texts.keySet().stream()
                .filter(key -> !texts.containsKey(withoutTheirs(key)))
                .toList();
        assertEquals(List.of(), ofNothing);
    }

    /** A page says of holds what stands beside its text for repetitions; a text without the other would be its own key. */
    @Test
    void whatIsSaidOfRepetitionsAndOfHoldsIsThereForBoth() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : templates()) {
            collect(OF_HOLDS_TOO, Files.readString(file), asked);
        }
        Set<String> all = texts().keySet();
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(key -> !all.contains(key) || !all.contains(key + ".hold"))
                        .toList());
    }

    /** What is said of holds in place of a text for repetitions is used where that one is. */
    private static String withoutHold(String key, Set<String> all) {
        String other = key.endsWith(".hold") ? key.substring(0, key.length() - ".hold".length()) : key;
        return all.contains(other) ? other : key;
    }

    private static String withoutTheirs(String key) {
        return key.endsWith(Words.THEIRS) ? key.substring(0, key.length() - Words.THEIRS.length()) : key;
    }

    /** Where a text has arguments a straight apostrophe would vanish, and with it all the places behind it. */
    @Test
    void apostrophesAreWrittenAsPeopleWriteThem() throws IOException {
        List<String> straight = texts().entrySet().stream()
                .filter(entry ->
                        entry.getValue().contains("'") && entry.getValue().contains("{"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), straight);
    }

    @Test
    void everyTextCanBeSaid() throws IOException {
        List<String> broken = new ArrayList<>();
        texts().forEach((key, text) -> {
            try {
                String said = Words.say(key, 1, 2, 3, 4, 5, 6, 7, 8);
                if (said.equals(key)) {
                    broken.add(key);
                }
            } catch (IllegalArgumentException notAFormat) {
                broken.add(key + ": " + notAFormat.getMessage());
            }
        });
        assertEquals(List.of(), broken);
    }

    @Test
    void anApostropheIsAnApostrophe() throws IOException {
        for (Map.Entry<String, String> text : texts().entrySet()) {
            String plain = text.getValue().replace("''", "'");
            if (plain.contains("'")) {
                String said = plain.contains("{") ? Words.say(text.getKey(), "a", "b", "c") : Words.say(text.getKey());
                assertEquals(count(plain), count(said), said);
            }
        }
    }

    private static long count(String text) {
        return text.chars().filter(one -> one == '\'').count();
    }

    @Test
    void aTranslationSpeaksOnlyOfWhatThereIs() throws IOException {
        Map<String, String> english = texts();
        List<String> strange = new ArrayList<>();
        for (Path file : files(MESSAGES, ".properties")) {
            if (!english().contains(file)) {
                strange.addAll(minus(entries(file, strange).keySet(), english.keySet()));
            }
        }
        assertEquals(List.of(), strange);
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : english()) {
            texts.putAll(entries(file, new ArrayList<>()));
        }
        assertTrue(texts.size() > 100, "the message files are there");
        return texts;
    }

    private static List<Path> english() throws IOException {
        return files(MESSAGES, ".properties").stream()
                .filter(file -> !file.getFileName().toString().contains("_"))
                .toList();
    }

    private static Map<String, String> entries(Path file, Collection<String> twice) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        String joined = Files.readString(file).replaceAll("\\\\\\R\\s*", "");
        for (String line : joined.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!line.startsWith("#") && matcher.matches() && entries.put(matcher.group(1), matcher.group(2)) != null) {
                twice.add(matcher.group(1));
            }
        }
        return entries;
    }

    private static List<String> missing(Path file, Pattern use, Set<String> keys) throws IOException {
        Set<String> used = new TreeSet<>();
        collect(use, Files.readString(file), used);
        return minus(used, keys).stream()
                .map(key -> file.getFileName() + ": " + key)
                .toList();
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static Set<String> minus(Collection<String> some, Collection<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<Path> javaFiles() throws IOException {
        return files(Path.of("src/main/java"), ".java");
    }

    private static List<Path> templates() throws IOException {
        return files(Path.of("src/main/resources/templates"), ".html");
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
    }
}

package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number in the source of the core that could have been another.
 *
 * @param file source file
 * @param name class and constant, or class and line where the number has no name of its own
 * @param from where its expression begins in the file, characters
 * @param to where it ends
 * @param type {@code double}, {@code int} or {@code long}
 */
record CoreConstant(Path file, String name, int from, int to, String type) {
    /** Rooms whose numbers were chosen rather than given by the data or by physics. */
    private static final List<String> ROOMS =
            List.of("clock", "orientation", "calibration", "spine", "repetition", "form");

    private static final Pattern NAMED =
            Pattern.compile("static final (double|int|long) ([A-Z][A-Z_0-9]*) =\\s*([^;]+);");

    /** A number within one of the tables of defaults. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])(\\d+(?:\\.\\d+)?(?:e-?\\d+)?)(?![\\w.\"])");

    /** What the numbers on the lines below it belong to: a rule, or an exercise. */
    private static final Pattern OWNER =
            Pattern.compile("FormRule\\.([A-Z_]+)|static final ExerciseProfile ([A-Z_]+) =");

    /** A text longer than this says where a number comes from, not what it is. */
    private static final Pattern LONG_TEXT = Pattern.compile("\"[^\"]{20,}\"");

    /** Files that are tables of defaults: their numbers have no names of their own. */
    static final Set<String> TABLES = Set.of(
            "OrientationParameters", "HeadingEvidence", "ExerciseProfile", "DefaultLimits", "DriftChannel", "Metric");

    /** Sizes, places, formats, units and the common grid: another value is another program, not another choice. */
    private static final Pattern NO_CHOICE =
            Pattern.compile(".*(CAPACITY|SIZE|STATES|STRIDE|FORMAT|ROOM|CHANNELS|KINDS|VALUES|"
                    + "UNKNOWN|NEVER|POINTS|WXYZ|ELEMENTS|GRAVITY|RATE_HZ|PERIOD_MICROS|PERIOD_S|HALF|SENSITIVITY|ROWS|INJECTED|MEASUREMENTS?|"
                    + "STEP_TICKS|EVERY_TICKS|MICROS_PER).*|ANGLE|VELOCITY|BIAS|MATRIX|MOVING|CALIBRATION|ORIENTATION|SPECIFIC_FORCE|ANGULAR_RATE|"
                    + "INCLINATION_SIGMA|HEADING_SIGMA");

    /** Every such number below the sources of the core. */
    static List<CoreConstant> findIn(Path sources) throws IOException {
        List<CoreConstant> found = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files =
                    Files.list(sources.resolve("org/plumbline/core").resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    found.addAll(inFile(file));
                }
            }
        }
        return named(found);
    }

    /** The same, where numbers of equal lines are told apart by a count. */
    private static List<CoreConstant> named(List<CoreConstant> found) {
        Map<String, Integer> seen = new HashMap<>();
        List<CoreConstant> named = new ArrayList<>();
        for (CoreConstant one : found) {
            int times = seen.merge(one.name, 1, Integer::sum);
            String name = times == 1 ? one.name : one.name + " (" + times + ")";
            named.add(new CoreConstant(one.file, name, one.from, one.to, one.type));
        }
        return named;
    }

    private static List<CoreConstant> inFile(Path file) throws IOException {
        String text = Files.readString(file);
        String className = file.getFileName().toString().replace(".java", "");
        List<CoreConstant> found = new ArrayList<>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            if (!NO_CHOICE.matcher(named.group(2)).matches()) {
                found.add(new CoreConstant(
                        file, className + "." + named.group(2), named.start(3), named.end(3), named.group(1)));
            }
        }
        if (TABLES.contains(className)) {
            found.addAll(inTable(file, className, text));
        }
        return found;
    }

    /** Numbers of the lines of a table; comments, texts and named constants left out. */
    private static List<CoreConstant> inTable(Path file, String className, String text) {
        List<CoreConstant> found = new ArrayList<>();
        int start = 0;
        String owner = "";
        for (String line : text.split("\n", -1)) {
            String code = withoutTexts(line);
            String trimmed = code.trim();
            Matcher owning = OWNER.matcher(code);
            while (owning.find()) {
                owner = "." + (owning.group(1) == null ? owning.group(2) : owning.group(1));
            }
            boolean table = !trimmed.startsWith("*")
                    && !trimmed.startsWith("/*")
                    && !trimmed.startsWith("//")
                    && !NAMED.matcher(line).find()
                    && !trimmed.startsWith("if ")
                    && !trimmed.startsWith("for ")
                    && !trimmed.startsWith("return ");
            if (table) {
                Matcher number = NUMBER.matcher(code);
                int place = 1;
                while (number.find()) {
                    String type = number.group(1).matches("\\d+") ? "number" : "double";
                    if (Double.parseDouble(number.group(1)) != 0) {
                        String label = className + owner + ": " + shortened(line) + " #" + place++;
                        found.add(new CoreConstant(file, label, start + number.start(1), start + number.end(1), type));
                    }
                }
            }
            if (trimmed.endsWith(";")) {
                owner = "";
            }
            start += line.length() + 1;
        }
        return found;
    }

    private static String shortened(String line) {
        return LONG_TEXT.matcher(line.trim().replaceAll("\\s+", " ")).replaceAll("\"…\"");
    }

    /** The line with everything between quotation marks and after slashes blanked, places kept. */
    private static String withoutTexts(String line) {
        StringBuilder code = new StringBuilder(line);
        boolean text = false;
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '"') {
                text = !text;
            } else if (text) {
                code.setCharAt(i, '_');
            } else if (line.startsWith("//", i)) {
                code.setLength(i);
            }
        }
        return code.toString();
    }

    /** Whether a whole number of a table may have to stay one: the table says so only when it is compiled. */
    boolean mayBeWhole() {
        return type.equals("number");
    }

    /** This one as a whole number, for a table that takes no other. */
    CoreConstant whole() {
        return new CoreConstant(file, name, from, to, "int");
    }

    /** The source with this one number times {@code factor}; of whole numbers the nearest, but never the same. */
    String changedSource(double factor) throws IOException {
        String text = Files.readString(file);
        String own = text.substring(from, to);
        return text.substring(0, from) + changed(own, factor) + text.substring(to);
    }

    private String changed(String own, double factor) {
        if (type.equals("double")) {
            return "((" + own + ") * " + factor + ")";
        }
        if (type.equals("number")) {
            // where the table takes a whole number a fraction does not compile: tried as a fraction first
            return Double.toString(Double.parseDouble(own) * factor);
        }
        String step = factor > 1 ? "Math.ceil" : "Math.floor";
        return "((" + type + ") " + step + "((" + own + ") * " + factor + "))";
    }
}

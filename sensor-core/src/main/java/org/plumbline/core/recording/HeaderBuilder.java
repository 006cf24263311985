package org.plumbline.core.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;

/** Turns the values of header lines into a {@link RecordingHeader}. */
final class HeaderBuilder {
    private static final Pattern SPACES = Pattern.compile("[ \t]+");
    private static final Pattern MARK_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final int HIGHEST_RATE_HZ = 100_000;

    private final LineReader lines;
    private final RecordingWarnings warnings;
    private final Map<String, String> texts = new HashMap<>();
    private final List<SensorDescription> sensors = new ArrayList<>();
    private final List<RecordingMark> marks = new ArrayList<>();
    private final Map<String, String> otherKeys = new LinkedHashMap<>();

    HeaderBuilder(LineReader lines, RecordingWarnings warnings) {
        this.lines = lines;
        this.warnings = warnings;
    }

    void otherKey(String key, String value) {
        // a key that comes twice keeps both values; a map of lists would burden every reader for a rare case
        otherKeys.merge(key, value, (first, second) -> first + "; " + second);
    }

    void knownKey(String key, String value) throws RecordingFormatException {
        if (key.equals("sensor")) {
            sensor(value);
        } else if (key.equals("mark")) {
            mark(value);
        } else if (!value.isEmpty() && texts.putIfAbsent(key, value) != null) {
            warnings.add(lines.line(), "the key '" + key + "' comes again; the first one is kept");
        }
    }

    private void sensor(String value) throws RecordingFormatException {
        String[] words = SPACES.split(value);
        SensorPlacement placement = placement(words[0]);
        for (SensorDescription other : sensors) {
            if (other.placement() == placement) {
                throw lines.problem(
                        0,
                        "expected one sensor line for each placement, found '" + placement.fileName()
                                + "' a second time");
            }
        }
        double rateHz = Double.NaN;
        String rest = value.substring(words[0].length()).trim();
        String note = "";
        while (!rest.isEmpty()) {
            if (rest.startsWith("note=")) {
                note = rest.substring("note=".length()).trim();
                break;
            }
            String word = SPACES.split(rest)[0];
            if (word.startsWith("rate_hz=")) {
                rateHz = rate(word.substring("rate_hz=".length()));
            } else {
                warnings.add(
                        lines.line(),
                        "expected rate_hz=.. or note=.. after the placement, found " + Excerpt.of(word) + "; ignored");
            }
            rest = rest.substring(word.length()).trim();
        }
        sensors.add(new SensorDescription(placement, rateHz, note));
    }

    private SensorPlacement placement(String word) throws RecordingFormatException {
        Optional<SensorPlacement> placement = SensorPlacement.ofFileName(word);
        if (placement.isPresent()) {
            return placement.get();
        }
        placement = SensorPlacement.ofFileName(word.toLowerCase(Locale.ROOT));
        if (placement.isPresent()) {
            warnings.add(
                    lines.line(),
                    "the placement " + Excerpt.of(word) + " is read as '"
                            + placement.get().fileName() + "'");
            return placement.get();
        }
        throw lines.problem(0, "expected a placement (" + knownPlacements() + "), found " + Excerpt.of(word));
    }

    private static String knownPlacements() {
        StringBuilder names = new StringBuilder();
        for (SensorPlacement placement : SensorPlacement.values()) {
            names.append(names.length() == 0 ? "" : ", ").append(placement.fileName());
        }
        return names.toString();
    }

    private double rate(String text) throws RecordingFormatException {
        double rateHz = decimal(text);
        if (!(rateHz > 0 && rateHz <= HIGHEST_RATE_HZ)) {
            throw lines.problem(
                    0,
                    "expected rate_hz to be samples per second above 0 and at most " + HIGHEST_RATE_HZ + ", found "
                            + Excerpt.of(text)
                            + decimalCommaHint(text));
        }
        return rateHz;
    }

    private void mark(String value) throws RecordingFormatException {
        String[] words = SPACES.split(value);
        if (words.length != 3) {
            throw lines.problem(
                    0,
                    "expected 'mark: <name> <start_s> <end_s>', found " + Excerpt.of(value) + " with "
                            + (value.isEmpty() ? "no word" : words.length == 1 ? "1 word" : words.length + " words"));
        }
        if (!MARK_NAME.matcher(words[0]).matches()) {
            throw lines.problem(0, "expected the name of the mark to be a word, found " + Excerpt.of(words[0]));
        }
        double startS = markTime("start", words[1]);
        double endS = markTime("end", words[2]);
        if (endS < startS) {
            throw lines.problem(
                    0, "expected the mark to end after its start " + words[1] + " s, found the end " + words[2] + " s");
        }
        marks.add(new RecordingMark(words[0], startS, endS));
    }

    private double markTime(String which, String text) throws RecordingFormatException {
        double seconds = decimal(text);
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw lines.problem(
                    0,
                    "expected the " + which + " of the mark in seconds from 0, found " + Excerpt.of(text)
                            + decimalCommaHint(text));
        }
        return seconds;
    }

    private static double decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static String decimalCommaHint(String text) {
        return DECIMAL_COMMA.matcher(text).matches() ? " with a decimal comma: write a point" : "";
    }

    private @Nullable Double loadKg() {
        String text = texts.get("load_kg");
        if (text == null) {
            return null;
        }
        double loadKg = decimal(text);
        if (!(loadKg >= 0 && loadKg <= RecordingFormat.MAX_LOAD_KG)) {
            warnings.addAtEnd("load_kg: expected kilograms from 0 to " + Math.round(RecordingFormat.MAX_LOAD_KG)
                    + ", found " + Excerpt.of(text) + decimalCommaHint(text) + "; the load is left out");
            return null;
        }
        return loadKg;
    }

    void requireSensor() throws RecordingFormatException {
        if (sensors.isEmpty()) {
            throw lines.problem(
                    0, "expected a line '# sensor: <placement>' for each sensor before the column names, found none");
        }
    }

    RecordingHeader build() {
        if (texts.get("subject") == null) {
            warnings.addAtEnd("the header names no subject");
        }
        RecordingHeader header = new RecordingHeader(
                texts.get("title"),
                texts.get("exercise"),
                texts.get("subject"),
                loadKg(),
                Collections.unmodifiableList(sensors),
                Collections.unmodifiableList(marks),
                Collections.unmodifiableMap(otherKeys));
        warnOfUnknownEnd(header);
        return header;
    }

    /** It decides whether a half repetition at the end counts. */
    private void warnOfUnknownEnd(RecordingHeader header) {
        if (RecordingEnd.of(header) != RecordingEnd.UNKNOWN) {
            return;
        }
        otherKeys.entrySet().stream()
                .filter(said -> said.getKey().equalsIgnoreCase(RecordingEnd.KEY))
                .findFirst()
                .ifPresent(said -> warnings.addAtEnd(RecordingEnd.KEY + ": expected "
                        + RecordingEnd.STOPPED.word() + " or " + RecordingEnd.INTERRUPTED.word() + ", found "
                        + Excerpt.of(said.getValue()) + "; how the set ended is taken as not said"));
    }
}

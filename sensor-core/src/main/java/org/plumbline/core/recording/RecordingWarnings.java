package org.plumbline.core.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was accepted but is worth saying: each kind once, with its first place and how often it came. */
final class RecordingWarnings {
    /** Kinds that may come with every row; they are counted, so that memory stays constant. */
    enum Repeated {
        LINE_ENDS,
        BLANK_LINE,
        LATE_HEADER_LINE,
        EQUAL_TIME,
        GAP,
        INTERLEAVING
    }

    private static final int MOST_HEADER_WARNINGS = 50;

    private static final class Count {
        final long line;
        final String text;
        long count = 1;

        Count(long line, String text) {
            this.line = line;
            this.text = text;
        }
    }

    private final List<String> single = new ArrayList<>();
    private final Map<Repeated, Count> repeated = new EnumMap<>(Repeated.class);
    private final List<String> atEnd = new ArrayList<>();
    private int unsaid;

    /** A warning about a line of the header. */
    void add(long line, String text) {
        if (single.size() < MOST_HEADER_WARNINGS) {
            single.add("line " + line + ": " + text);
        } else {
            unsaid++;
        }
    }

    /** A warning known only when everything has been read. */
    void addAtEnd(String text) {
        atEnd.add(text);
    }

    /** Counts one more of a kind; true where it is the first and its text has to be given. */
    boolean isFirst(Repeated kind) {
        Count count = repeated.get(kind);
        if (count == null) {
            return true;
        }
        count.count++;
        return false;
    }

    void addFirst(Repeated kind, long line, String text) {
        repeated.put(kind, new Count(line, text));
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(single);
        if (unsaid > 0) {
            texts.add("and " + unsaid + " more warnings about the header");
        }
        for (Count count : repeated.values()) {
            String times = count.count > 1 ? " (" + count.count + " times in the file; this is the first)" : "";
            texts.add("line " + count.line + ": " + count.text + times);
        }
        texts.addAll(atEnd);
        return Collections.unmodifiableList(texts);
    }
}

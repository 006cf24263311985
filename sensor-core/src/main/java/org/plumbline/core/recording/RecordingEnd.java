package org.plumbline.core.recording;

import java.util.Arrays;
import java.util.Locale;

/** How the set of a recording ended, as its header says under {@value #KEY}: whether a half repetition at the end is one. */
public enum RecordingEnd {
    /** It does not say: it may have been cut a little early, and what is complete enough counts. */
    UNKNOWN,
    /** The lifter ended it, wherever they were: what was not finished is no repetition. */
    STOPPED,
    /** It was broken off: likewise. */
    INTERRUPTED;

    /** The key in the header. */
    public static final String KEY = "ended";

    /** How a recording ended, however its letters are written; a word of another version says nothing. */
    public static RecordingEnd of(RecordingHeader header) {
        return header.otherKeys().entrySet().stream()
                .filter(said -> said.getKey().equalsIgnoreCase(KEY))
                .flatMap(said -> Arrays.stream(values())
                        .filter(end -> end != UNKNOWN && end.word().equalsIgnoreCase(said.getValue())))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The word in the header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.plumbline.core.recording;

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

    /** How a recording ended; a word of another version says nothing. */
    public static RecordingEnd of(RecordingHeader header) {
        String said = header.otherKeys().getOrDefault(KEY, "");
        for (RecordingEnd end : values()) {
            if (end != UNKNOWN && end.word().equals(said)) {
                return end;
            }
        }
        return UNKNOWN;
    }

    /** The word in the header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

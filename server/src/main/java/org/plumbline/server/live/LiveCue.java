package org.plumbline.server.live;

import org.plumbline.core.Cue;
import org.plumbline.server.web.Words;

/**
 * The word on the screen.
 *
 * @param repetition repetition it belongs to
 * @param level 2 caution, 3 stop suggested
 * @param word one or two words
 * @param serverMs time from the arrival of the samples that caused it at the radio to this cue, ms
 * @param heardMicros when they arrived, on the monotonic clock of the server's machine, microseconds: for measuring on that machine
 */
public record LiveCue(int repetition, int level, String word, double serverMs, long heardMicros) {
    /** A cue in the words of whoever is spoken to: a watcher's limit it is not. */
    static LiveCue of(Cue cue, double serverMs, long heardMicros) {
        String word = Words.find("live.cue." + cue.word().replace(' ', '_')).orElse(cue.word());
        return new LiveCue(cue.repetitionNumber(), cue.level(), word, serverMs, heardMicros);
    }
}

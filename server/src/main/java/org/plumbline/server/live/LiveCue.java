package org.plumbline.server.live;

/**
 * The word on the screen.
 *
 * @param repetition repetition it belongs to
 * @param level 2 caution, 3 stop suggested
 * @param word one or two words
 * @param serverMs time from the arrival of the samples that caused it at the radio to this cue, ms
 * @param heardMicros when they arrived, on the monotonic clock of the server's machine, microseconds: for measuring on that machine
 */
public record LiveCue(int repetition, int level, String word, double serverMs, long heardMicros) {}

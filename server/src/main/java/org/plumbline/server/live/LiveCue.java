package org.plumbline.server.live;

/**
 * The word on the screen.
 *
 * @param repetition repetition it belongs to
 * @param level 2 caution, 3 stop suggested
 * @param word one or two words
 * @param serverMs time from the arrival of the samples that caused it to this cue, ms
 */
public record LiveCue(int repetition, int level, String word, double serverMs) {}

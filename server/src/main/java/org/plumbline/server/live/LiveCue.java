package org.plumbline.server.live;

/**
 * The word on the screen.
 *
 * @param repetition repetition it belongs to
 * @param level 2 caution, 3 stop suggested
 * @param word one or two words
 */
public record LiveCue(int repetition, int level, String word) {}

package org.plumbline.core;

import org.plumbline.core.form.FlagName;

/**
 * The one thing said to a lifter while the bar moves.
 *
 * @param flag the flag behind it
 * @param level 2 caution, 3 stop suggested
 * @param word one or two words, for example {@code brace}
 * @param repetitionNumber repetition it belongs to
 * @param timeS sensor time of the sample that caused it, seconds
 */
public record Cue(FlagName flag, int level, String word, int repetitionNumber, double timeS) {}

package org.plumbline.core.recording;

/**
 * A stretch of a recording that somebody named.
 *
 * @param name what it is: {@value #NEUTRAL}, {@value #BEND}, {@value #SET}, {@value #REPETITION} or any other word
 * @param startS start, seconds on the recording's clock
 * @param endS end, seconds on the recording's clock, not before the start
 */
public record RecordingMark(String name, double startS, double endS) {
    public static final String NEUTRAL = "neutral";
    public static final String BEND = "bend";
    public static final String SET = "set";
    public static final String REPETITION = "rep";
}

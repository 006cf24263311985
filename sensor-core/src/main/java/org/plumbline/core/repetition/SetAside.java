package org.plumbline.core.repetition;

/**
 * A movement that was not counted though it goes to and fro as a repetition does.
 *
 * @param startS begin on the recording's clock, s
 * @param endS end, s
 * @param reason why it was not counted, in plain words
 */
public record SetAside(double startS, double endS, String reason) {}

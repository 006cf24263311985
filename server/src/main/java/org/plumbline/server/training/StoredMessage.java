package org.plumbline.server.training;

/**
 * Something said about a set while it ran.
 *
 * @param timeS when, seconds on the set's clock
 * @param text what, in plain words
 */
public record StoredMessage(double timeS, String text) {}

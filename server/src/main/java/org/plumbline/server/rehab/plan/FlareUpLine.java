package org.plumbline.server.rehab.plan;

/**
 * A line of what to leave out in a flare-up.
 *
 * @param what what to leave out
 * @param reason why
 */
public record FlareUpLine(String what, String reason) {}

package org.plumbline.core.repetition;

/**
 * A movement that is set aside and may count when a second one like it follows.
 *
 * @param movement the movement
 * @param reason why it does not count, for a person
 * @param barred whether it can never count: it was walked
 * @param mayBeFirst whether it counts, however badly done, unless what follows shows that it was no repetition
 */
record Waiting(Movement movement, String reason, boolean barred, boolean mayBeFirst) {}

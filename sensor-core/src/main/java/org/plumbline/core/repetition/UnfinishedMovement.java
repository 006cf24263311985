package org.plumbline.core.repetition;

/**
 * The movement the lifter was in the middle of as the set ended: it is no repetition, and is not to be forgotten either.
 *
 * @param number number the repetition would have had
 * @param phase how far it had come
 * @param start first position of it in the {@link PoseHistory}
 * @param holdStart first position of the posture that was held as it ended; {@code end} where none was
 * @param end position after the last
 */
public record UnfinishedMovement(int number, RepetitionPhase phase, long start, long holdStart, long end) {}

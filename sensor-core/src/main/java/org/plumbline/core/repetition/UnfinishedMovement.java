package org.plumbline.core.repetition;

/**
 * The movement the lifter was in the middle of as the set ended or the sensors went silent: it is no repetition, and is not to be
 * forgotten either.
 *
 * @param number number the repetition would have had
 * @param phase how far it had come
 * @param start first position of it in the {@link PoseHistory}
 * @param holdStart first position of the posture that was held as it ended; {@code seenTo} where none was
 * @param seenTo position after the last at which it was seen: what comes after it may have been anything
 * @param end position after the last
 */
public record UnfinishedMovement(int number, RepetitionPhase phase, long start, long holdStart, long seenTo, long end) {
    /** Whether the sensor that shows it was lost before the end. */
    public boolean isLost() {
        return end - seenTo > PoseHistory.LONGEST_LATE_TICKS;
    }
}

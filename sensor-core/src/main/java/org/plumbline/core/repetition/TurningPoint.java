package org.plumbline.core.repetition;

/**
 * One end of the movement.
 *
 * @param value the extreme of the signal that is followed, degrees
 * @param extremeAt position of the extreme
 * @param arrival first position of the dwell at it
 * @param departure last position of the dwell at it
 */
record TurningPoint(double value, long extremeAt, long arrival, long departure) {}

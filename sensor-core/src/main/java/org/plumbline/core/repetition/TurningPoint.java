package org.plumbline.core.repetition;

/**
 * One end of the movement.
 *
 * @param angleDeg the extreme angle
 * @param arrival first position of the dwell at it
 * @param departure last position of the dwell at it
 */
record TurningPoint(double angleDeg, long arrival, long departure) {}

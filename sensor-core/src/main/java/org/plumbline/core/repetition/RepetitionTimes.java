package org.plumbline.core.repetition;

/**
 * A repetition and its phases, as positions in the {@link PoseHistory} and durations in positions of its grid.
 *
 * <p>Squat: down, bottom, up. Deadlift: set-up at the floor, up, top, down.
 *
 * @param number from 1
 * @param start first position
 * @param concentricStart bar break, or the begin of the ascent
 * @param top arrival at the top
 * @param end position after the last
 * @param eccentricStart first position of the way down, before the bottom of a squat and after the top of a deadlift
 * @param eccentricTicks duration of the way down
 * @param bottomTicks dwell at the bottom before the way up
 * @param concentricTicks duration of the way up
 * @param topTicks dwell at the top: after the pull of a deadlift, before the descent of a squat
 * @param setNumber the set it belongs to, from 1: what a repetition is compared with begins anew with each set
 */
public record RepetitionTimes(
        int number,
        long start,
        long concentricStart,
        long top,
        long end,
        long eccentricStart,
        long eccentricTicks,
        long bottomTicks,
        long concentricTicks,
        long topTicks,
        int setNumber) {

    /** A repetition of the first set. */
    public RepetitionTimes(
            int number,
            long start,
            long concentricStart,
            long top,
            long end,
            long eccentricStart,
            long eccentricTicks,
            long bottomTicks,
            long concentricTicks,
            long topTicks) {
        this(
                number,
                start,
                concentricStart,
                top,
                end,
                eccentricStart,
                eccentricTicks,
                bottomTicks,
                concentricTicks,
                topTicks,
                1);
    }
}

package org.plumbline.core.simulation;

/**
 * A stretch of a simulated session, on the host's clock.
 *
 * @param activity what the person does
 * @param startS its begin
 * @param endS its end
 */
public record SessionStretch(Activity activity, double startS, double endS) {
    /** What a person does in a gym, between and in sets. */
    public enum Activity {
        /** Stands and sways: the pauses in which a neutral pose can be seen. */
        STANDING,
        /** The three bows of the calibration. */
        BOWING,
        /** A set. */
        LIFTING,
        /** Walks about; turns on the way. */
        WALKING,
        /** Turns on the spot. */
        TURNING,
        /** Bends for plates, which knock against each other. */
        CARRYING,
        /** Sits on a bench, from sitting down to having stood up. */
        SITTING
    }
}

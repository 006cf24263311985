package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * The posture of a segment in the first second of a hold, and how far it is from it later: the angle between the vertical now and
 * then in the segment's own axes, so that it means the same standing, prone and on the side, where flexion and bend swap their
 * places.
 *
 * @param inclination channel of its inclination
 * @param lean channel of its lean to the side
 * @param inclinationRad its inclination in that second, radians; NaN where it was not seen
 * @param leanRad its lean to the side, radians; NaN where it was not seen
 */
record HeldPosture(Channel inclination, Channel lean, double inclinationRad, double leanRad) {
    static HeldPosture ofTrunk(ChannelReading reading, Stretch hold) {
        return of(Channel.TRUNK_INCLINATION, Channel.TRUNK_LATERAL_LEAN, reading, hold);
    }

    static HeldPosture ofPelvis(ChannelReading reading, Stretch hold) {
        return of(Channel.PELVIS_TILT, Channel.PELVIS_LATERAL_LEAN, reading, hold);
    }

    private static HeldPosture of(Channel inclination, Channel lean, ChannelReading reading, Stretch hold) {
        Stretch first = firstSecond(hold);
        boolean seen = reading.isSeen(inclination, first) && reading.isSeen(lean, first);
        return new HeldPosture(
                inclination,
                lean,
                seen ? Math.toRadians(reading.mean(inclination, first)) : Double.NaN,
                seen ? Math.toRadians(reading.mean(lean, first)) : Double.NaN);
    }

    static Stretch firstSecond(Stretch hold) {
        return hold.until(hold.from() + OrientationGrid.RATE_HZ);
    }

    /** How far the segment is from it at a position, degrees; NaN where it is not seen, then or now. */
    double departureDeg(PoseHistory history, long position) {
        double leanNow = Math.toRadians(history.value(lean, position));
        double inclined = Math.toRadians(history.value(inclination, position)) - inclinationRad;
        double cosine =
                Math.cos(leanNow) * Math.cos(leanRad) * Math.cos(inclined) + Math.sin(leanNow) * Math.sin(leanRad);
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }
}

package org.plumbline.core.form;

import java.util.List;
import org.plumbline.core.repetition.PoseHistory;

/**
 * The postures of a hold of all segments that the sensors see. A hold is as good as the worse of them: who sinks with the hips alone
 * sags all the same.
 */
final class HeldPostures {
    private final List<HeldPosture> segments;

    private HeldPostures(List<HeldPosture> segments) {
        this.segments = segments;
    }

    static HeldPostures of(ChannelReading reading, Stretch hold, SensorView view) {
        switch (view) {
            case TRUNK_ONLY:
                return new HeldPostures(List.of(HeldPosture.ofTrunk(reading, hold)));
            case PELVIS_ONLY:
                return new HeldPostures(List.of(HeldPosture.ofPelvis(reading, hold)));
            default:
                return new HeldPostures(
                        List.of(HeldPosture.ofTrunk(reading, hold), HeldPosture.ofPelvis(reading, hold)));
        }
    }

    /** Whether each of them was seen for long enough to say of the hold how far they left their posture. */
    boolean areSeen(ChannelReading reading, Stretch hold) {
        for (HeldPosture segment : segments) {
            if (!reading.isSeen(segment.inclination(), hold) || Double.isNaN(segment.leanRad())) {
                return false;
            }
        }
        return true;
    }

    /** How far those are from it that are seen at a position, degrees; NaN where none is. */
    double departureOfSeenDeg(PoseHistory history, long position) {
        double furthest = Double.NaN;
        for (int i = 0; i < segments.size(); i++) {
            double departure = segments.get(i).departureDeg(history, position);
            furthest = Double.isNaN(furthest) || departure > furthest ? departure : furthest;
        }
        return furthest;
    }

    /** The same, and NaN where any of them is not seen: whether the hold will be assessed is not known then. */
    double departureDeg(PoseHistory history, long position) {
        double furthest = 0;
        for (int i = 0; i < segments.size(); i++) {
            furthest = Math.max(furthest, segments.get(i).departureDeg(history, position));
        }
        return furthest;
    }
}

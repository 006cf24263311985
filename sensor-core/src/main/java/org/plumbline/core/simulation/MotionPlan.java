package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.recording.RecordingMark;

/**
 * What the lifter's body does from the first to the last second: angle courses, walks, repetitions, marks
 * and floor contacts.
 */
final class MotionPlan {
    /**
     * @param startS start of the way down that leads to the repetition; where the way up comes first, start of that
     * @param bottomS end of the way down, or {@code startS}
     * @param barBreakS start of the way up
     * @param topS end of the way up
     * @param holdEndS end of the hold at the top
     * @param endS end of the hold at the top; where the way up comes first, end of the way down
     */
    record RepetitionTimes(
            double startS, double bottomS, double barBreakS, double topS, double holdEndS, double endS) {}

    private final AngleCourse[] courses = new AngleCourse[BodyAngle.values().length];
    final List<RepetitionTimes> repetitions = new ArrayList<>();
    final List<RecordingMark> marks = new ArrayList<>();
    final List<FloorImpact.Touchdown> touchdowns = new ArrayList<>();
    final TravelCourse travelX = new TravelCourse();
    final TravelCourse travelY = new TravelCourse();
    final List<GaitBout> bouts = new ArrayList<>();
    final List<SessionStretch> stretches = new ArrayList<>();
    double endS;

    MotionPlan() {
        for (int index = 0; index < courses.length; index++) {
            courses[index] = new AngleCourse();
        }
    }

    AngleCourse course(BodyAngle angle) {
        return courses[angle.ordinal()];
    }

    void freeze(double end) {
        endS = end;
        for (AngleCourse course : courses) {
            course.freeze();
        }
    }
}

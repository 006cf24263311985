package org.plumbline.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * What a {@link FormMonitor} is told before the first sample.
 *
 * @param title title of the recording or set, may be null
 * @param sensors the sensors; {@code ImuSample.sensorIndex} points into this list
 * @param exercise name of the exercise as given; unknown names are analysed as general trunk movement
 * @param plan what is marked of standing still, bows and set
 * @param person what is known of the person and the set
 * @param end how the set ended, where its recording says so
 */
public record MonitorSetup(
        @Nullable String title,
        List<SensorDescription> sensors,
        String exercise,
        CalibrationPlan plan,
        KnownPerson person,
        RecordingEnd end) {
    /** A live set that begins with standing still and slow bows. */
    public static MonitorSetup live(List<SensorDescription> sensors, String exercise) {
        return new MonitorSetup(
                null,
                List.copyOf(sensors),
                exercise,
                CalibrationPlan.unmarked(),
                KnownPerson.UNKNOWN,
                RecordingEnd.UNKNOWN);
    }

    /**
     * A recording.
     *
     * @param exercise name that overrides the recording's own, or null
     */
    public static MonitorSetup of(RecordingHeader header, @Nullable String exercise) {
        String own = header.exercise() == null ? "" : header.exercise();
        return new MonitorSetup(
                header.title(),
                header.sensors(),
                exercise == null ? own : exercise,
                planOf(header.marks()),
                KnownPerson.UNKNOWN,
                RecordingEnd.of(header));
    }

    private static CalibrationPlan planOf(List<RecordingMark> marks) {
        long[] neutral = span(marks, RecordingMark.NEUTRAL, true);
        long[] bend = span(marks, RecordingMark.BEND, false);
        long[] set = span(marks, RecordingMark.SET, false);
        return new CalibrationPlan(
                neutral[0],
                neutral[1],
                bend[0],
                bend[1],
                set[0],
                set[0] == CalibrationPlan.UNKNOWN ? Long.MAX_VALUE : set[1]);
    }

    /** From the first mark of that name to the end of the last, or of the first where only that is wanted. */
    private static long[] span(List<RecordingMark> marks, String name, boolean firstOnly) {
        long[] span = {CalibrationPlan.UNKNOWN, CalibrationPlan.UNKNOWN};
        for (RecordingMark mark : marks) {
            if (mark.name().equals(name) && !(firstOnly && span[0] != CalibrationPlan.UNKNOWN)) {
                long from = Math.round(mark.startS() * 1e6);
                span[0] = span[0] == CalibrationPlan.UNKNOWN ? from : Math.min(span[0], from);
                span[1] = Math.max(span[1], Math.round(mark.endS() * 1e6));
            }
        }
        return span;
    }

    /** The same set of a person of whom more is known. */
    public MonitorSetup of(KnownPerson known) {
        return new MonitorSetup(title, sensors, exercise, plan, known, end);
    }

    /** The profile the exercise is analysed by. */
    public ExerciseProfile profile() {
        return ExerciseProfile.ofName(exercise).orElse(ExerciseProfile.TRUNK_MOVEMENT);
    }
}

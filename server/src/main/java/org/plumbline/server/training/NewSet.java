package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.KnownPerson;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.RepetitionCorrections;

/**
 * A set that is about to begin.
 *
 * @param exercise name of the exercise
 * @param title what a person knows it by, or null
 * @param source where its samples come from
 * @param demo whether it belongs to demo mode and goes with it
 * @param simulated whether the samples are simulated, at whatever remove
 * @param loadKg load, or null where not said
 * @param header what would stand at the head of its recording
 * @param calibration an earlier calibration of the same sensors as they sit now, or null
 * @param knownForm what is known of the lifter's form in the exercise
 */
public record NewSet(
        String exercise,
        @Nullable String title,
        SetSource source,
        boolean demo,
        boolean simulated,
        @Nullable Double loadKg,
        RecordingHeader header,
        @Nullable StoredCalibration calibration,
        KnownForm knownForm) {
    /** Letters of the longest title that is kept. */
    public static final int LONGEST_TITLE = 400;

    public NewSet {
        exercise = ExerciseProfile.spelled(exercise);
    }

    /** A set that brings its own calibration. */
    public NewSet(
            String exercise,
            @Nullable String title,
            SetSource source,
            boolean demo,
            boolean simulated,
            @Nullable Double loadKg,
            RecordingHeader header) {
        this(exercise, title, source, demo, simulated, loadKg, header, null, KnownForm.NOTHING);
    }

    /** The same set with an earlier calibration of its sensors. */
    public NewSet calibratedBy(StoredCalibration known) {
        return new NewSet(exercise, title, source, demo, simulated, loadKg, header, known, knownForm);
    }

    /** The same set of a lifter of whom that is known. */
    NewSet knowing(KnownForm known) {
        return new NewSet(exercise, title, source, demo, simulated, loadKg, header, calibration, known);
    }

    /** What the analysis is told of the set. */
    public MonitorSetup setup() {
        return setup(source, exercise, loadKg, header, calibration, knownForm, RepetitionCorrections.NONE);
    }

    static MonitorSetup setup(
            SetSource source,
            String exercise,
            @Nullable Double loadKg,
            RecordingHeader header,
            @Nullable StoredCalibration calibration,
            KnownForm known,
            RepetitionCorrections corrections) {
        // a recording is analysed as what it says itself
        @Nullable String said = source == SetSource.UPLOAD ? null : exercise;
        double load = loadKg == null ? Double.NaN : loadKg;
        return MonitorSetup.of(header, said)
                .of(new KnownPerson(known.limits(), known.baseline(), known.tempo(), load, calibration, corrections));
    }
}

package org.plumbline.server.live;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.SetQuestion;

/**
 * What to start, as a page's form or the API says it. What is left out has a default.
 *
 * @param source {@code sensors}, {@code simulated} or {@code replay}
 * @param exercise for sensors: any known exercise; for simulated: one of {@link SimulationRequest#EXERCISES}
 * @param repetitions for simulated: how many
 * @param seed for simulated: seed of everything random
 * @param roundingRepetition for simulated: repetition to round on
 * @param twistRepetition for simulated: repetition to twist on
 * @param driftDegPerRepetition for simulated: growth of peak flexion a repetition, degrees
 * @param tiringPercent for simulated: loss of speed at the last repetition, percent
 * @param keptCalibration for sensors and simulated: whether the calibration kept of these sensors is used instead of a new one
 * @param load load in the lifter's unit
 * @param set for replay: the stored set to play
 * @param speed for replay: {@code 1}, {@code 4} or {@code max}
 * @param anyway the questions that were read and are no reason not to begin, as {@link UnansweredException} names them
 */
record StartRequest(
        @Nullable String source,
        @Nullable String exercise,
        @Nullable Integer repetitions,
        @Nullable Long seed,
        @Nullable Integer roundingRepetition,
        @Nullable Integer twistRepetition,
        @Nullable Double driftDegPerRepetition,
        @Nullable Double tiringPercent,
        @Nullable Boolean keptCalibration,
        @Nullable Double load,
        @Nullable UUID set,
        @Nullable String speed,
        @Nullable List<String> anyway) {
    private static final String ANYWAY = "anyway";

    StartRequest {
        exercise = exercise == null ? null : ExerciseProfile.spelled(exercise);
    }

    /** The names of what can be asked for; not of the answers, which belong to the questions that were shown. */
    static final Set<String> FIELDS = Stream.of(StartRequest.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals(ANYWAY))
            .collect(Collectors.toUnmodifiableSet());

    boolean answers(SetQuestion question) {
        return anyway != null && anyway.contains(question.answer());
    }
}

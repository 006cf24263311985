package org.plumbline.server.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live set as it stands at one moment; whoever opens the page in the middle of it sees this first.
 *
 * @param set identity of the set
 * @param exercise name of the exercise
 * @param exerciseName what a person calls it
 * @param title what the set is known by, or null
 * @param source where the samples come from
 * @param simulated whether they are simulated
 * @param demo whether the set belongs to demo mode
 * @param startedAt when it began
 * @param stage what the lifter is asked to do: {@code stand_still, bow, lifting, ended}
 * @param phase phase of the running repetition
 * @param next number of the repetition that is done now or comes next; more than one above those counted where one waits for a
 *     second one like it
 * @param holds whether the exercise is done in holds
 * @param extension whether its effort leads into extension, which then is its figure and not the flexion
 * @param onSide whether it is held lying on the side, where the sag of the hold is its figure and not what the lower back does
 * @param holdTargetS for how long each is to be held, seconds; null where the plan does not say, and for whoever watches
 * @param hold the posture that is held or was held last, or null
 * @param repetitions repetitions so far
 * @param flags flags so far, in the order they came
 * @param cue the last cue, or null
 * @param messages what a person should know, in plain words
 * @param sensors how well each sensor is heard
 * @param twoSensors whether lumbar flexion can be assessed
 * @param story what happened over the set as a whole, in plain sentences
 * @param stopped where in a movement the set was stopped, in a sentence, or null
 * @param silence that the sensors were silent and what was done then is not assessed, or null
 * @param calibration how far the calibration can be trusted, null until there is one
 * @param trouble what a person should know about the storage, or null
 */
public record LiveSnapshot(
        UUID set,
        String exercise,
        String exerciseName,
        @Nullable String title,
        String source,
        boolean simulated,
        boolean demo,
        Instant startedAt,
        String stage,
        String phase,
        int next,
        boolean holds,
        boolean extension,
        boolean onSide,
        @Nullable Double holdTargetS,
        @Nullable LiveHold hold,
        List<LiveRepetition> repetitions,
        List<LiveFlag> flags,
        @Nullable LiveCue cue,
        List<String> messages,
        List<SensorHealth> sensors,
        boolean twoSensors,
        List<String> story,
        @Nullable String stopped,
        @Nullable LiveSilence silence,
        @Nullable LiveCalibration calibration,
        @Nullable String trouble) {}

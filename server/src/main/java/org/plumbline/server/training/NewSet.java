package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingHeader;

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
 */
public record NewSet(
        String exercise,
        @Nullable String title,
        SetSource source,
        boolean demo,
        boolean simulated,
        @Nullable Double loadKg,
        RecordingHeader header) {}

package org.plumbline.server.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;

/**
 * The head of a recording somebody brings: the set it begins, and what of it is not taken as it stands.
 *
 * @param header what it says
 * @param name name of the file as the person knows it
 */
record UploadedHead(RecordingHeader header, String name) {
    private static final int LONGEST_EXERCISE = 60;

    NewSet set() {
        return new NewSet(
                StorableText.shortened(exercise(), LONGEST_EXERCISE),
                StorableText.shortened(title(), NewSet.LONGEST_TITLE),
                SetSource.UPLOAD,
                false,
                isSimulated(),
                isLoadShown() ? header.loadKg() : null,
                header);
    }

    /** What is said of the head beside what its reader says. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (exercise().length() > LONGEST_EXERCISE) {
            warnings.add(Words.say("training.upload.exercise", LONGEST_EXERCISE));
        }
        if (title().length() > NewSet.LONGEST_TITLE) {
            warnings.add(Words.say("training.upload.title", NewSet.LONGEST_TITLE));
        }
        if (!isLoadShown()) {
            warnings.add(Words.say("training.upload.load", LoadUnit.KG.saySmall()));
        }
        return List.copyOf(warnings);
    }

    private String exercise() {
        @Nullable String exercise = header.exercise();
        return exercise == null ? ExerciseProfile.TRUNK_MOVEMENT.name() : exercise;
    }

    private String title() {
        @Nullable String title = header.title();
        return title == null || !StorableText.isSeen(title) ? name : title;
    }

    /** Whether the load is none, or large enough to be shown. */
    private boolean isLoadShown() {
        @Nullable Double loadKg = header.loadKg();
        return loadKg == null || LoadUnit.KG.isShown(loadKg);
    }

    /** Recordings of earlier servers say it only of their sensors. */
    private boolean isSimulated() {
        return header.otherKeys().containsKey(RecordingExport.SIMULATED)
                || header.sensors().stream().anyMatch(sensor -> sensor.note().startsWith("simulated"));
    }
}

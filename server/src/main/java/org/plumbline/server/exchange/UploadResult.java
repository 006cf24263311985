package org.plumbline.server.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an upload.
 *
 * @param set the set it became, or null where nothing of it could be read
 * @param repetitions repetitions found
 * @param malformed where and why the reading ended, for the person who brought the file, or null where it was read whole
 * @param notices those of the warnings that say where it stands in the log, to be said at once
 * @param warnings what was accepted but is worth saying
 */
public record UploadResult(
        @Nullable UUID set, int repetitions, @Nullable String malformed, List<String> notices, List<String> warnings) {
    /** Nothing of it could be read. */
    static UploadResult nothing(@Nullable String why) {
        return new UploadResult(null, 0, why, List.of(), List.of());
    }
}

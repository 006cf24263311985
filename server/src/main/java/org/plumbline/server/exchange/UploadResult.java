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
 * @param warnings what was accepted but is worth saying
 */
public record UploadResult(
        @Nullable UUID set, int repetitions, @Nullable String malformed, List<String> warnings) {}

package org.plumbline.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a disk takes anything: a quota, a limit, or mounting it read-only leaves room on it and takes nothing. */
public final class DiskRoom {
    /** More than a file system keeps beside the name of a file. */
    private static final int TRIED_BYTES = 1 << 16;

    private DiskRoom() {}

    /** What it says to a small file in a directory; empty where it takes it. */
    public static Optional<IOException> refusal(Path directory) {
        @Nullable Path file = null;
        try {
            file = Files.createTempFile(directory, ".room-", null);
            Files.write(file, new byte[TRIED_BYTES]);
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused);
        } finally {
            discard(file);
        }
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // it is as empty as the disk let it be
        }
    }
}

package org.plumbline.server.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.DiskRoom;
import org.plumbline.server.storage.FullDisk;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether the data directory takes anything: a quota, a limit or a disk that was put to read-only leaves room and takes
 * nothing. How much room there is says {@code diskSpace}.
 */
@Component
class DataDirectoryHealth implements HealthIndicator {
    private static final long TRIED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path path;
    private @Nullable String trouble;
    private long triedNanos = System.nanoTime() - TRIED_EVERY_NANOS;

    DataDirectoryHealth(Environment environment) {
        path = Path.of(environment.getRequiredProperty("plumbline.data-dir"));
    }

    /** Whoever asks often costs the disk nothing. */
    @Override
    public synchronized Health health() {
        if (System.nanoTime() - triedNanos >= TRIED_EVERY_NANOS) {
            trouble = tryToWrite();
            triedNanos = System.nanoTime();
        }
        Health.Builder health = trouble == null ? Health.up() : Health.down().withDetail("trouble", trouble);
        return health.withDetail("path", path.toString()).build();
    }

    private @Nullable String tryToWrite() {
        Optional<IOException> refusal = FullDisk.isMet() ? Optional.of(FullDisk.refusal()) : DiskRoom.refusal(path);
        return refusal.map(refused -> "nothing can be written: " + refused.getMessage())
                .orElse(null);
    }
}

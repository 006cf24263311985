package org.plumbline.server.training;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether stored samples are as they were written: which chunks were read since the start that are not. Each is told in the log
 * once. Where there is one, the disk or the database gives wrong bytes back.
 */
@Component
class SampleHealth implements HealthIndicator, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(SampleHealth.class);

    /** More are counted no further: a disk that bad is known by then. */
    private static final int MOST = 10_000;

    private static final int SETS_NAMED = 20;

    private final Map<UUID, Set<Integer>> chunks = new LinkedHashMap<>();
    private int count;

    synchronized void unreadable(UUID setId, int chunkNumber, String why) {
        if (count < MOST
                && chunks.computeIfAbsent(setId, first -> new TreeSet<>()).add(chunkNumber)) {
            count++;
            LOG.error("Of set {} the stored chunk {} of samples is left out: {}", setId, chunkNumber, why);
        }
    }

    private synchronized int count() {
        return count;
    }

    @Override
    public synchronized Health health() {
        if (count == 0) {
            return Health.up().build();
        }
        return Health.unknown()
                .withDetail("unreadableChunks", count)
                .withDetail(
                        "sets",
                        chunks.keySet().stream()
                                .limit(SETS_NAMED)
                                .map(UUID::toString)
                                .toList())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.chunks.unreadable", this, SampleHealth::count)
                .description("Chunks of samples that were read since the start and are not as they were written")
                .register(registry);
    }
}

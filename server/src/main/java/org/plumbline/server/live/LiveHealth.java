package org.plumbline.server.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many sets run, and how many of them are not being stored at the moment. */
@Component("live")
class LiveHealth implements HealthIndicator {
    private final LiveSets liveSets;

    LiveHealth(LiveSets liveSets) {
        this.liveSets = liveSets;
    }

    @Override
    public Health health() {
        long running =
                liveSets.newestOfAll().stream().filter(set -> !set.isOver()).count();
        long unstored = liveSets.newestOfAll().stream()
                .filter(set -> !set.isOver() && set.snapshot().trouble() != null)
                .count();
        Health.Builder health = unstored == 0 ? Health.up() : Health.unknown();
        return health.withDetail("running", running)
                .withDetail("notStored", unstored)
                .build();
    }
}

package org.plumbline.server.training;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what is measured reaches the database. */
@Component
class SpoolHealth implements HealthIndicator {
    private final Spool spool;

    SpoolHealth(Spool spool) {
        this.spool = spool;
    }

    @Override
    public Health health() {
        Spool.Storing storing = spool.storing();
        Health.Builder health = storing.full() ? Health.down() : Health.up();
        if (storing.waitingSets() > 0 && !storing.full()) {
            health = Health.unknown();
        }
        List<String> aside = spool.aside();
        if (!aside.isEmpty()) {
            if (!storing.full()) {
                health = Health.unknown();
            }
            health.withDetail("unreadableFiles", aside);
        }
        return health.withDetail("waitingSets", storing.waitingSets())
                .withDetail("longestSeconds", storing.longestSeconds())
                .withDetail("memoryBytes", storing.memoryBytes())
                .withDetail("fileBytes", storing.fileBytes())
                .build();
    }
}

package org.plumbline.server.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How old the newest backup is. */
@Component
class BackupHealth implements HealthIndicator {
    private final Backups backups;
    private final Clock clock;

    BackupHealth(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (!backups.isOn()) {
            return Health.up().withDetail("backup", "not made by this server").build();
        }
        @Nullable String trouble = backups.trouble();
        Health.Builder health = backups.isBroken() ? Health.down() : trouble == null ? Health.up() : Health.unknown();
        if (trouble != null) {
            health.withDetail("backup", trouble);
        }
        @Nullable Instant newest = backups.newest().orElse(null);
        if (newest != null) {
            health.withDetail(
                    "ageHours", Duration.between(newest, clock.instant()).toHours());
        }
        return health.build();
    }
}

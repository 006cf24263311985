package org.plumbline.server.start;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Refuses a database that a newer Plumbline has written: this one does not know what was decided there, for example which sets are
 * not for everybody who sees the others.
 */
@Component
final class NewerDatabase implements FlywayMigrationStrategy {
    @Override
    public void migrate(Flyway flyway) {
        MigrationVersion known = MigrationVersion.EMPTY;
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (MigrationInfo step : Arrays.asList(flyway.info().all())) {
            if (step.getState().isResolved()) {
                known = later(known, step.getVersion());
            } else if (step.getState().isApplied()) {
                newest = later(newest, step.getVersion());
            }
        }
        if (newest.compareTo(known) > 0) {
            throw new StartRefusedException("The database was last used by a newer Plumbline (step " + newest
                    + "; this one knows steps up to " + known
                    + "). Start the newer one, or put back a backup from before it:"
                    + " docs/reference/commands.md, \"restore\". Nothing was changed.");
        }
        flyway.migrate();
    }

    private static MigrationVersion later(MigrationVersion one, MigrationVersion other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }
}

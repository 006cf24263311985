package org.plumbline.server.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.plumbline.server.backup.UpgradeBackup;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.UnhurriedDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Brings the database to this version, after a backup of it where it is the embedded one, and refuses one that a newer Plumbline has
 * written: this one does not know what was decided there, for example which sets are not for everybody who sees the others.
 */
@Component
final class DatabaseUpgrade implements FlywayMigrationStrategy {
    private final boolean embedded;
    private final UpgradeBackup backup;
    private final Clock clock;

    DatabaseUpgrade(Environment environment, Clock clock) {
        this.embedded = EmbeddedDatabase.isUsedBy(environment);
        this.backup = new UpgradeBackup(
                Path.of(environment.getRequiredProperty("plumbline.data-dir")),
                environment.getProperty("plumbline.backup.directory"));
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        MigrationVersion known = MigrationVersion.EMPTY;
        MigrationVersion newest = MigrationVersion.EMPTY;
        MigrationInfoService steps = flyway.info();
        for (MigrationInfo step : Arrays.asList(steps.all())) {
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
        if (embedded) {
            change(flyway, steps.applied().length > 0 && steps.pending().length > 0);
        } else {
            unhurried(flyway).migrate();
        }
    }

    private static Flyway unhurried(Flyway flyway) {
        Configuration as = flyway.getConfiguration();
        return Flyway.configure(as.getClassLoader())
                .configuration(as)
                .dataSource(new UnhurriedDataSource(as.getDataSource()))
                .load();
    }

    private void change(Flyway flyway, boolean isUsed) {
        try {
            if (isUsed) {
                backup.make(flyway.getConfiguration().getDataSource(), clock);
            }
            flyway.migrate();
            backup.done();
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "The database is of an earlier Plumbline, and no backup of it could be made before it is changed ("
                            + EmbeddedDatabase.firstWords(failed)
                            + "). Nothing was changed. Make room, and start again.");
        } catch (FlywayException failed) {
            throw new StartRefusedException(
                    "The database could not be brought to this version (" + EmbeddedDatabase.firstWords(failed)
                            + "): an earlier start may have been broken off amid it. " + backup.wayOut(),
                    failed);
        }
    }

    private static MigrationVersion later(MigrationVersion one, MigrationVersion other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }
}

package org.plumbline.server.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The nightly backup of the embedded database.
 *
 * @param enabled whether there is one
 * @param directory where the backups stand; null: the folder {@code backups} of the data directory
 * @param at when it is made, in the server's time zone; later where the server did not run then
 * @param days backups kept of the last days
 * @param weeks backups kept of the weeks before
 */
@ConfigurationProperties("plumbline.backup")
record BackupProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Path directory,
        @DefaultValue("03:30") LocalTime at,
        @DefaultValue("7") int days,
        @DefaultValue("4") int weeks) {}

package org.plumbline.server.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept of running sets while the database takes nothing.
 *
 * @param file most that stands in the folder {@code spool} of the data directory, of all sets together
 * @param memory most that waits in memory where the folder takes nothing either, of all sets together
 */
@ConfigurationProperties("plumbline.spool")
record SpoolProperties(
        @DefaultValue("512MB") DataSize file,
        @DefaultValue("32MB") DataSize memory) {}

package org.plumbline.server.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an upload may be. Its size in bytes is limited by {@code spring.servlet.multipart.max-file-size}.
 *
 * @param maxSamples most samples of a recording, all sensors together; a small gzip'd file can hold very many
 * @param maxRepetitions most repetitions found in it: what is summed up of a set has them all in memory
 */
@ConfigurationProperties("plumbline.upload")
record UploadProperties(
        @DefaultValue("10000000") long maxSamples,
        @DefaultValue("5000") int maxRepetitions) {}

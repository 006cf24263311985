package org.plumbline.server.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the body of a request may be that is no recording.
 *
 * @param maxSize longest body; the longest form of the product has some kilobytes
 * @param arrivesWithin how long it may take to arrive
 * @param arrivingOfAnAddress bodies that may be on their way from one address at the same time; a gym shares one
 * @param arriving bodies that may be on their way together: fewer than Tomcat has threads, so that some are left for pages and
 *     gateways
 */
@ConfigurationProperties("plumbline.body")
record BodyProperties(
        @DefaultValue("1MB") DataSize maxSize,
        @DefaultValue("20s") Duration arrivesWithin,
        @DefaultValue("50") int arrivingOfAnAddress,
        @DefaultValue("120") int arriving) {}

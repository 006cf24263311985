package org.plumbline.server.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may try.
 *
 * @param triesOfAnAccount passwords tried for one account in five minutes
 * @param triesOfAnAddress passwords, links and tokens tried from one address in five minutes: a gym shares one
 * @param requestsOfAToken requests of one token in a minute
 */
@ConfigurationProperties("plumbline.sign-in")
record SignInProperties(
        @DefaultValue("8") int triesOfAnAccount,
        @DefaultValue("60") int triesOfAnAddress,
        @DefaultValue("1200") int requestsOfAToken) {}

package org.plumbline.server.web;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * In which language the server speaks.
 *
 * @param language a language with files {@code messages/<area>_<language>.properties}; English where they say nothing
 */
@ConfigurationProperties("plumbline")
record LanguageProperties(@DefaultValue("en") Locale language) {}

package org.plumbline.server.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** The language of this server, for templates and for the words in code. */
@Configuration
class LanguageConfiguration {
    private final Locale language;

    LanguageConfiguration(LanguageProperties properties) {
        language = properties.language();
        Words.speak(language);
    }

    @Bean
    MessageSource messageSource() {
        return Words.messages();
    }

    /** Whatever the browser prefers: what one person reads aloud stands on the other's screen. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(language);
    }
}

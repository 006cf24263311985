package org.plumbline.server.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads days of addresses and forms: what is no day anybody can mean is refused. Numbers: {@link PlainNumbers}. */
@Configuration
class PlausibleParameters implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new Days());
    }

    private static final class Days implements AnnotationFormatterFactory<DateTimeFormat> {
        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(LocalDate.class);
        }

        @Override
        public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
            return day();
        }

        @Override
        public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
            return day();
        }

        private static Formatter<LocalDate> day() {
            return new Formatter<>() {
                @Override
                public LocalDate parse(String text, Locale locale) {
                    return PlausibleDay.of(text);
                }

                @Override
                public String print(LocalDate day, Locale locale) {
                    return day.toString();
                }
            };
        }
    }
}

package org.plumbline.server.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What the product says, from the files {@code messages/<area>.properties}. Templates read the same files by
 * {@code #{key}}. One language a server: {@code messages/<area>_<language>.properties} translates an area, and English
 * stands where it says nothing.
 *
 * <p>A text that speaks to the person of a record as "you" has a twin whose key ends with {@value #THEIRS}: it is said where
 * {@link Reader} knows that somebody else reads.
 *
 * <p>A text that speaks of repetitions has a twin whose key ends with {@code .hold}, which stands in its place where the exercise is
 * one of postures held: {@code HoldWords} chooses in code, {@code #{|key${h}|}} in templates, {@code text} in the live screen's script.
 * Where there is no twin the text is said of both.
 *
 * <p>Values are {@link java.text.MessageFormat} where arguments are given: {@code {0}}, and
 * {@code {0,choice,1#one rep|1<{0} reps}} for numbers. An apostrophe is an apostrophe, written once or twice: it quotes nothing.
 */
public final class Words {
    /** Ends the key of a text that stands in place of another where the record of somebody else is read. */
    static final String THEIRS = ".theirs";

    /** One file each; in the order of their names nothing follows from it. */
    static final List<String> AREAS = List.of(
            "account",
            "api",
            "demo",
            "exchange",
            "frame",
            "live",
            "pain",
            "plan",
            "rehab",
            "review",
            "sensors",
            "today",
            "training");

    private static final ResourceBundleMessageSource SOURCE = source();
    private static volatile Locale language = Locale.ENGLISH;

    private Words() {}

    private static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new PlainApostrophes();
        source.setBasenames(AREAS.stream()
                .map(area -> "messages/" + area)
                .filter(base -> Words.class.getResource("/" + base + ".properties") != null)
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        // the language of the machine says nothing about that of the people
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Whoever translates must not have to know that MessageFormat takes an apostrophe for a quotation mark. */
    private static final class PlainApostrophes extends ResourceBundleMessageSource {
        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            @Nullable
            String text = Reader.isAnother() ? super.resolveCodeWithoutArguments(code + THEIRS, locale) : null;
            text = text == null ? super.resolveCodeWithoutArguments(code, locale) : text;
            return text == null ? null : text.replace("''", "'");
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            @Nullable MessageFormat format = Reader.isAnother() ? super.resolveCode(code + THEIRS, locale) : null;
            return format == null ? super.resolveCode(code, locale) : format;
        }

        @Override
        protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
            return super.createMessageFormat(text.replace("''", "'").replace("'", "''"), locale);
        }
    }

    /** The text of a key; the key itself where there is none, so that a page stays readable. */
    public static String say(String key, Object... arguments) {
        return find(key, arguments).orElse(key);
    }

    /** The text of a key that is put together from parts, empty where there is none. */
    public static Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(SOURCE.getMessage(key, arguments, null, language));
    }

    /** The keys that begin so, without that, in their order: the texts of a script. */
    public static List<String> endingsOf(String beginning) {
        return SOURCE.getBasenameSet().stream()
                .flatMap(base -> ResourceBundle.getBundle(base, Locale.ROOT).keySet().stream())
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .sorted()
                .toList();
    }

    /** The language spoken. */
    public static Locale language() {
        return language;
    }

    static void speak(Locale chosen) {
        language = chosen;
    }

    static MessageSource messages() {
        return SOURCE;
    }
}

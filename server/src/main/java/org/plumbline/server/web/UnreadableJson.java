package org.plumbline.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says where JSON could not be read and what was expected there. The values sent are not said back: they may be
 * anybody's health. Of the names sent only plain ones are, as {@link #field} has them.
 */
final class UnreadableJson {
    private static final String KEY = "frame.json.";

    /** As Jackson says it: it has one type for all that is larger than it reads, and one for all that is no JSON. */
    private static final String TOO_DEEP = "nesting depth";

    private static final String TWICE = "Duplicate";

    private static final String LEFT_OUT = "Missing required";

    private UnreadableJson() {}

    /** Stands for text that is none, where a type is expected. */
    static final class Unstorable {
        private Unstorable() {}
    }

    /** Stands for text of which nothing can be seen. */
    static final class Unseen {
        private Unseen() {}
    }

    /** @param cause why it could not be read; null where there was nothing to read */
    static String say(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException unread)) {
            return Words.say(KEY + "missing");
        }
        String where = where(unread.getLocation());
        String field = field(unread);
        if (unread instanceof StreamConstraintsException && said(unread).contains(TOO_DEEP)) {
            return where + Words.say(KEY + "deep");
        }
        if (unread instanceof StreamReadException && said(unread).startsWith(TWICE)) {
            return where + Words.say(KEY + "twice");
        }
        if (unread instanceof InputCoercionException || unread instanceof StreamConstraintsException) {
            return where + Words.say(KEY + "large", field.isEmpty() ? Words.say(KEY + "something") : field);
        }
        if (!(unread instanceof DatabindException)) {
            return where + Words.say(KEY + "broken");
        }
        if (unread instanceof UnrecognizedPropertyException unknown) {
            return where + Words.say(KEY + "unknown", field, known(unknown));
        }
        if (unread instanceof MismatchedInputException mismatch && mismatch.getTargetType() == Unstorable.class) {
            return where + StorableText.refusal(field);
        }
        if (unread instanceof MismatchedInputException mismatch && mismatch.getTargetType() == Unseen.class) {
            return where + StorableText.unseen(field);
        }
        if (unread instanceof MismatchedInputException && said(unread).startsWith(LEFT_OUT)) {
            return where + Words.say(KEY + "left.out", field);
        }
        String expected = expected(unread instanceof MismatchedInputException wrong ? wrong.getTargetType() : null);
        return where
                + (field.isEmpty() ? Words.say(KEY + "whole", expected) : Words.say(KEY + "field", field, expected));
    }

    private static String said(JacksonException unread) {
        return String.valueOf(unread.getOriginalMessage());
    }

    /** The same of a parameter or a part of the address. */
    static String say(String name, @Nullable Class<?> type) {
        return Words.say(KEY + "field", name, expected(type));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        @Nullable Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null ? "" : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : Words.say(KEY + "line", String.valueOf(location.getLineNr()), String.valueOf(location.getColumnNr()))
                        + " ";
    }

    /** As a program would write it: {@code limits.lumbarFlexionPeakDeg}, {@code places[2]}. */
    private static String field(JacksonException unread) {
        return unread.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        // an unknown name and a key of a map are what was sent: anything but a plain name is not
                        // repeated
                        : "." + (step.getPropertyName().matches("\\w{1,60}") ? step.getPropertyName() : "?"))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return Words.say(KEY + "other");
        }
        if (type.isEnum()) {
            return Choice.oneOf(type);
        }
        if (type == Boolean.class || type == boolean.class) {
            return Words.say(KEY + "boolean");
        }
        if (type == Double.class || type == double.class || type == Float.class || type == float.class) {
            return Words.say(KEY + "number");
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return Words.say(KEY + "integer");
        }
        if (type == String.class) {
            return Words.say(KEY + "text");
        }
        if (type == UUID.class) {
            return Words.say(KEY + "uuid");
        }
        if (type == LocalDate.class) {
            return PlausibleDay.expected();
        }
        if (type == Instant.class) {
            return Words.say(KEY + "moment");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return Words.say(KEY + "list");
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? Words.say(KEY + "object")
                : Words.say(KEY + "other");
    }
}

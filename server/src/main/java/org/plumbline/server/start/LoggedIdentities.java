package org.plumbline.server.start;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Gives lines of the log that are written as JSON the identity of the set or sensor they speak of, as fields {@code set} and
 * {@code sensor}, so that a collector finds all of one. It is read from our own messages, which say {@code set {}} and
 * {@code sensor {}}: one rule, and no line can forget it. Nothing else of a message's arguments becomes a field.
 */
public final class LoggedIdentities implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {
    private static final Pattern PLACE = Pattern.compile("(?:\\b([Ss]et|[Ss]ensor) )?\\{}");

    @Override
    public void customize(Members<ILoggingEvent> members) {
        for (String what : new String[] {"set", "sensor"}) {
            members.add(what, event -> identity(event, what)).whenNotNull();
        }
    }

    private static @Nullable String identity(ILoggingEvent event, String what) {
        Object[] arguments = event.getArgumentArray();
        if (arguments == null || !event.getLoggerName().startsWith("org.plumbline.")) {
            return null;
        }
        Matcher place = PLACE.matcher(event.getMessage());
        for (int at = 0; at < arguments.length && place.find(); at++) {
            if (what.equalsIgnoreCase(place.group(1))) {
                return String.valueOf(arguments[at]);
            }
        }
        return null;
    }
}

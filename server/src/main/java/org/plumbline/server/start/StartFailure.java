package org.plumbline.server.start;

import java.net.BindException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.DatabaseRefusal;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.springframework.boot.web.server.PortInUseException;

/** Says in plain words why the server did not start, where the reason is one a person can mend. */
public final class StartFailure {
    private StartFailure() {}

    /** What to tell the person: the reason where it is known, else the words of the innermost cause. */
    public static String sentence(Throwable failure) {
        return explain(failure)
                .or(() -> ofDatabase(failure))
                .orElseGet(() -> innermost(failure) + ". Check the settings given."
                        + (EmbeddedDatabase.unopened(failure).isEmpty()
                                ? ""
                                : " If it is the database that cannot be read, put a copy of it back or choose another folder"
                                        + " with --plumbline.data-dir=<folder>.")
                        + " --debug shows all there is.");
    }

    /** Of a database of its own, which the address names. */
    private static Optional<String> ofDatabase(Throwable failure) {
        if (DatabaseRefusal.isNotLetIn(failure)) {
            return Optional.of("The database does not let this server in: " + innermost(failure)
                    + ". Check --spring.datasource.url, its user and its password. Nothing was changed.");
        }
        if (DatabaseRefusal.isUnreached(failure)) {
            return Optional.of("The database does not answer: " + innermost(failure)
                    + ". Start it, or check the address in --spring.datasource.url; then start this server again.");
        }
        return Optional.empty();
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String first = message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** What to tell the person, or empty where the reason is not one of those known. */
    public static Optional<String> explain(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return Optional.ofNullable(refused.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort() + " is taken by another program. Stop that program, or"
                        + " start Plumbline on another port: --server.port=" + (taken.getPort() + 1));
            }
            if (cause instanceof org.springframework.boot.context.properties.bind.BindException misread) {
                return Optional.of(misread(misread));
            }
            if (cause instanceof BindException unbound) {
                return Optional.of("The address cannot be listened on (" + unbound.getMessage()
                        + "). Choose one of this machine with --server.address=<address>.");
            }
        }
        return Optional.empty();
    }

    private static String misread(org.springframework.boot.context.properties.bind.BindException misread) {
        if (misread.getProperty() == null) {
            // refused by what holds several of them, in words that name it
            return innermost(misread) + ".";
        }
        Class<?> wanted = misread.getTarget().getType().resolve(Object.class);
        Object value = misread.getProperty().getValue();
        List<String> words = wanted.isEnum()
                ? Stream.of(wanted.getEnumConstants())
                        .map(one -> one.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList()
                : List.of();
        return misread(String.valueOf(misread.getName()), value, words);
    }

    /**
     * What is said of a setting that cannot be what it was set to.
     *
     * @param words what it can be; empty where that is no list
     */
    static String misread(String name, Object value, List<String> words) {
        return "The setting --" + name + " cannot be \"" + value + "\"."
                + (words.isEmpty() ? "" : " It can be " + String.join(", ", words) + ".")
                + " What it means stands in docs/how-to/run-the-server.md.";
    }
}

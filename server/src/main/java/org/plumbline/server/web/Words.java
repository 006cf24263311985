package org.plumbline.server.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Stand-in until the lead's own is merged. */
public final class Words {
    private static final List<ResourceBundle> ALL = Stream.of(
                    "frame", "account", "training", "today", "review", "pain", "live", "plan")
            .flatMap(Words::bundle)
            .toList();

    private Words() {}

    private static Stream<ResourceBundle> bundle(String area) {
        try {
            return Stream.of(ResourceBundle.getBundle("messages/" + area, Locale.ROOT));
        } catch (MissingResourceException none) {
            return Stream.empty();
        }
    }

    public static String say(String key, Object... arguments) {
        ResourceBundle bundle =
                ALL.stream().filter(one -> one.containsKey(key)).findFirst().orElseThrow();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}

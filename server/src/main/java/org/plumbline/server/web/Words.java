package org.plumbline.server.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;

/** The words of message files for Java code that is far from any page. */
public final class Words {
    private static final List<ResourceBundle> BUNDLES = java.util.stream.Stream.of(
                    "frame", "account", "live", "training", "review", "rehab", "today")
            .map(Words::bundle)
            .filter(Objects::nonNull)
            .toList();

    private Words() {}

    /** The words of a key with its places filled in; the key itself where no file has it. */
    public static String say(String key, Object... arguments) {
        for (ResourceBundle bundle : BUNDLES) {
            if (bundle.containsKey(key)) {
                return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
            }
        }
        return key;
    }

    private static @org.jspecify.annotations.Nullable ResourceBundle bundle(String area) {
        try {
            return ResourceBundle.getBundle("messages/" + area, Locale.ROOT);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}

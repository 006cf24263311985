package org.plumbline.server.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Stand-in until the lead's own is merged. */
public final class Words {
    private static final ResourceBundle REVIEW = ResourceBundle.getBundle("messages/review", Locale.ROOT);

    private Words() {}

    public static String say(String key, Object... arguments) {
        return new MessageFormat(REVIEW.getString(key), Locale.ROOT).format(arguments);
    }
}

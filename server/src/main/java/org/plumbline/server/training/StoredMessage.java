package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Spoken;

/**
 * Something said about a set while it ran.
 *
 * @param timeS when, seconds on the set's clock
 * @param text what, in plain words, as the lifter reads it
 * @param theirs the same as somebody else reads it, or null where that is the same
 */
public record StoredMessage(
        double timeS, String text, @Nullable String theirs) {
    /** To everybody the same. */
    public StoredMessage(double timeS, String text) {
        this(timeS, text, null);
    }

    static StoredMessage of(double timeS, Spoken<String> said) {
        return new StoredMessage(timeS, said.own(), said.isSame() ? null : said.theirs());
    }

    /** @param another whether it is for somebody other than the lifter */
    public String to(boolean another) {
        return another && theirs != null ? theirs : text;
    }
}

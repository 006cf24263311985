package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/** What a person typed: something, and not more than there is room for. */
final class Texts {
    private Texts() {}

    /** Adds a fault where there is no text or too much of it. */
    static void check(List<Fault> faults, String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            faults.add(new Fault(field, Words.say("plan.fault.missing")));
        } else if (text.length() > longest) {
            faults.add(new Fault(field, Words.say("plan.fault.long", longest)));
        }
    }

    /** The text as it is kept. */
    static String needed(String field, @Nullable String text, int longest) {
        List<Fault> faults = new ArrayList<>();
        check(faults, field, text, longest);
        if (!faults.isEmpty() || text == null) {
            throw new RefusedException(faults);
        }
        return text.strip();
    }

    /** The text as it is kept, or null where there is none. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : needed(field, text, longest);
    }
}

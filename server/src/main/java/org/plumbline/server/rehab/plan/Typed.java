package org.plumbline.server.rehab.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.Numbers;
import org.plumbline.server.web.PlausibleDay;
import org.plumbline.server.web.Words;

/** The fields of a form, read one by one; what cannot be read is a fault, and the others are read still. */
public final class Typed {
    private final Map<String, String> fields;
    private final List<Fault> faults = new ArrayList<>();

    public Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    public Map<String, String> fields() {
        return fields;
    }

    /** What could not be read so far. */
    public List<Fault> faults() {
        return faults;
    }

    /** Ends the request where something could not be read. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    public @Nullable String text(String field) {
        String text = fields.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String text(String field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    public boolean ticked(String field) {
        return fields.containsKey(field);
    }

    /** A number that need not be there; a comma may stand for the point. */
    public @Nullable Double number(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Double number = Numbers.decimal(text);
        if (number == null) {
            faults.add(new Fault(field, Words.say("plan.fault.number")));
        }
        return number;
    }

    /** A whole number that must be there. */
    public int whole(String field) {
        String text = text(field);
        try {
            return Integer.parseInt(text == null ? "" : text);
        } catch (NumberFormatException none) {
            faults.add(new Fault(field, Words.say("plan.fault.whole")));
            return 1;
        }
    }

    /** A day that must be there. */
    public LocalDate day(String field) {
        LocalDate day = optionalDay(field);
        if (day == null) {
            if (text(field) == null) {
                faults.add(new Fault(field, Words.say("plan.fault.date")));
            }
            return LocalDate.EPOCH;
        }
        return day;
    }

    public @Nullable LocalDate optionalDay(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return PlausibleDay.of(text);
        } catch (DateTimeException none) {
            faults.add(new Fault(field, Words.say("plan.fault.day", PlausibleDay.expected())));
            return null;
        }
    }

    /** An identity, or null where there is none or no such can be. */
    public @Nullable UUID id(String field) {
        String text = text(field);
        try {
            return text == null ? null : UUID.fromString(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}

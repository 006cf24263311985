package org.plumbline.server.rehab.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.rehab.plan.Fault;
import org.plumbline.server.rehab.plan.RefusedException;
import org.plumbline.server.rehab.plan.Typed;
import org.plumbline.server.web.Words;

/**
 * What a report is to be about.
 *
 * @param from first day
 * @param to last day
 * @param note what the author adds, or null
 */
public record ReportRequest(
        LocalDate from, LocalDate to, @Nullable String note) {
    /** A report of a longer time would not go on two pages. */
    static final int MOST_DAYS = 84;

    static final int USUAL_DAYS = 27;
    static final int LONGEST_NOTE = 1200;

    /**
     * Reads it of a form or of parameters; the last four weeks where no day is said.
     *
     * @throws RefusedException where it cannot be
     */
    public static ReportRequest of(Map<String, String> fields, LocalDate today) {
        Typed typed = new Typed(fields);
        LocalDate to = typed.optionalDay("to");
        LocalDate last = to == null ? today : to;
        LocalDate from = typed.optionalDay("from");
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        String note = typed.text("note");
        typed.check();
        if (last.isAfter(today)) {
            throw new RefusedException("to", Words.say("plan.fault.period.future"));
        }
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new RefusedException("from", Words.say("plan.fault.period", MOST_DAYS));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new RefusedException(List.of(new Fault("note", Words.say("plan.fault.long", LONGEST_NOTE))));
        }
        return new ReportRequest(first, last, note);
    }
}

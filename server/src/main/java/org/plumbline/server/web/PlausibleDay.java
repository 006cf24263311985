package org.plumbline.server.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as programs and forms say it: written {@code 2026-01-31} and in no other way, and one that anybody can mean here. */
public final class PlausibleDay {
    /** Nothing that is kept here was done or said before, and no plan goes beyond: what is further off is a slip of the keyboard. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private PlausibleDay() {}

    /**
     * The day of that text.
     *
     * @throws DateTimeException where it is none, or none that anybody can mean
     */
    public static LocalDate of(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("no day of these years");
        }
        return day;
    }

    /** What is expected where a day is. */
    public static String expected() {
        return Words.say("frame.day", String.valueOf(FIRST.getYear()), String.valueOf(LAST.getYear()));
    }
}

package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** Times as people say them. */
@Component
public class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String WEEKDAY = "EEE d MMM";
    private static final String SHORT = "d MMM";
    private static final String DATE = "d MMM yyyy";

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** {@code today 14:05}, {@code yesterday 09:12}, {@code Mon 3 Nov 14:05}, {@code 3 Nov 2024 14:05}. */
    public String say(Instant instant) {
        ZonedDateTime moment = instant.atZone(ZoneId.systemDefault());
        return sayDay(moment.toLocalDate()) + " " + TIME.format(moment);
    }

    /** {@code 3 Nov 2026 14:05}: now, where the server stands. */
    String now() {
        return dateAndTime(clock.instant());
    }

    /** {@code 14:05}. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** {@code 3 Nov 2026}: for what is printed, where today is another day. */
    public static String date(LocalDate day) {
        return said(DATE, day);
    }

    /** {@code 3 Nov 2026 14:05}. */
    public static String dateAndTime(Instant instant) {
        return date(instant.atZone(ZoneId.systemDefault()).toLocalDate()) + " " + time(instant);
    }

    /** {@code 3 Nov}: for a chart, which shows the year by itself. */
    public static String shortDate(LocalDate day) {
        return said(SHORT, day);
    }

    private static String said(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Words.language()).format(day);
    }

    /** {@code today}, {@code yesterday}, {@code Mon 3 Nov}, {@code 3 Nov 2024}. */
    public String sayDay(LocalDate day) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
        if (day.equals(today)) {
            return Words.say("moment.today");
        }
        if (day.equals(today.minusDays(1))) {
            return Words.say("moment.yesterday");
        }
        return said(day.getYear() == today.getYear() ? WEEKDAY : DATE, day);
    }
}

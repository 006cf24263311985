package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people say them. */
@Component
public class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** {@code today 14:05}, {@code yesterday 09:12}, {@code Mon 3 Nov 14:05}, {@code 3 Nov 2024 14:05}. */
    public String say(Instant instant) {
        ZoneId zone = ZoneId.systemDefault();
        ZonedDateTime moment = instant.atZone(zone);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate day = moment.toLocalDate();
        String said;
        if (day.equals(today)) {
            said = "today";
        } else if (day.equals(today.minusDays(1))) {
            said = "yesterday";
        } else {
            said = (day.getYear() == today.getYear() ? DAY : YEAR).format(moment);
        }
        return said + " " + TIME.format(moment);
    }
}

package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** When the symptom questions were answered, and answered anew, in words. */
@Component
class SymptomMoments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String EXACTLY = "d MMM yyyy HH:mm";

    private final Moments moments;

    SymptomMoments(Moments moments) {
        this.moments = moments;
    }

    /** {@code 3 Nov 2026 14:05}: for what is printed, where today is another day. */
    String exactly(Instant instant) {
        return DateTimeFormatter.ofPattern(EXACTLY, Words.language()).format(instant.atZone(ZoneId.systemDefault()));
    }

    /** {@code Answered anew at 10:42: nothing of it.} */
    String anew(SymptomCheck earlier, SymptomCheck anew) {
        String key = "symptoms.anew." + anew.tier().word();
        return earlier.day().equals(anew.day())
                ? Words.say(
                        key, Words.say("symptoms.at", TIME.format(anew.saidAt().atZone(ZoneId.systemDefault()))))
                : Words.say(key, exactly(anew.saidAt()));
    }

    /** When the answers that stand were given, and what was answered after them. */
    String say(StandingSymptoms standing) {
        SymptomCheck anew = standing.anew();
        String when =
                Words.say("symptoms.answered", moments.say(standing.check().saidAt()));
        return anew == null ? when : when + " " + anew(standing.check(), anew);
    }

    /** Until when answers stand, whatever is answered in between. */
    String until(StandingSymptoms standing) {
        return Words.say("symptoms.stays", moments.say(standing.until()));
    }
}

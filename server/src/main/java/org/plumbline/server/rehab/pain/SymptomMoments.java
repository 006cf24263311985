package org.plumbline.server.rehab.pain;

import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** When the symptom questions were answered, and answered anew, in words. */
@Component
class SymptomMoments {
    private final Moments moments;

    SymptomMoments(Moments moments) {
        this.moments = moments;
    }

    /** {@code Answered anew at 10:42: nothing of it.} */
    String anew(SymptomCheck earlier, SymptomCheck anew) {
        String key = "symptoms.anew." + anew.tier().word();
        return earlier.day().equals(anew.day())
                ? Words.say(key, Words.say("symptoms.at", Moments.time(anew.saidAt())))
                : Words.say(key, Moments.dateAndTime(anew.saidAt()));
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

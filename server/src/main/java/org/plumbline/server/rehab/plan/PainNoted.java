package org.plumbline.server.rehab.plan;

import java.util.List;
import org.plumbline.server.web.Words;

/**
 * What was said of pain in some weeks, whether or not a set that counts stands beside it: so that nobody reads "none was noted"
 * where somebody noted it. Who stops a set for sharp pain has said so, with or without a score.
 *
 * @param days days on which a score was said
 * @param highest the highest score, 0 to 10; 0 where none was said
 * @param told sets stopped for sharp pain and where answers to the symptom questions led, in sentences, the most pressing first
 */
public record PainNoted(int days, int highest, List<String> told) {
    public PainNoted {
        told = List.copyOf(told);
    }

    /** What is true where no score stands beside a set that counts. */
    public String words() {
        String scores;
        if (days == 0) {
            scores = Words.say(told.isEmpty() ? "plan.response.nothing" : "plan.response.no.score");
        } else if (highest == 0) {
            scores = Words.say("plan.response.zero", days);
        } else {
            scores = Words.say("plan.response.noted", days, highest);
        }
        return told.isEmpty() ? scores : scores + " " + String.join(" ", told);
    }
}

package org.plumbline.server.rehab.plan;

import org.plumbline.server.web.Words;

/**
 * What was said of pain in some weeks, whether or not a set that counts stands beside it: so that nobody reads "none was noted"
 * where somebody noted it.
 *
 * @param days days on which something was said
 * @param highest the highest score, 0 to 10; 0 where nothing was said
 * @param simulatedSets sets left out because nobody wore a sensor
 */
public record PainNoted(int days, int highest, int simulatedSets) {
    /** What is true where no score stands beside a set that counts. */
    public String words() {
        String said;
        if (days == 0) {
            said = Words.say("plan.response.nothing");
        } else if (highest == 0) {
            said = Words.say("plan.response.zero", days);
        } else {
            said = Words.say("plan.response.noted", days, highest);
        }
        return simulatedSets == 0 ? said : said + " " + Words.say("plan.simulated.not.counted", simulatedSets);
    }
}

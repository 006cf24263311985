package org.plumbline.server.training;

import org.plumbline.server.web.Words;

/**
 * How a person wants to be spoken to while they lift.
 *
 * @param mode how much is said
 * @param tone whether a cue sounds
 * @param vibration whether a cue vibrates, where the device can
 * @param endCue whether "end the set" sounds and vibrates too; the screen and the log always have it
 * @param silenced whether a single press has silenced all of it for now
 * @param restS the rest that is counted after a set, seconds
 */
public record CueSettings(CueMode mode, boolean tone, boolean vibration, boolean endCue, boolean silenced, int restS) {
    /** Before a person has chosen. */
    public static final CueSettings USUAL = new CueSettings(CueMode.BANDWIDTH, true, true, false, false, 120);

    private static final int SHORTEST_REST_S = 15;
    private static final int LONGEST_REST_S = 900;

    public CueSettings {
        if (restS < SHORTEST_REST_S || restS > LONGEST_REST_S) {
            throw new IllegalArgumentException(Words.say("cues.rest.refused"));
        }
    }
}

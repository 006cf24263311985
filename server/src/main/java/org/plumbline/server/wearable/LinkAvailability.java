package org.plumbline.server.wearable;

/**
 * Whether a link can be used here.
 *
 * @param usable whether it can
 * @param reason why, in plain words, for the person who wonders
 */
public record LinkAvailability(boolean usable, String reason) {
    public static LinkAvailability usable(String reason) {
        return new LinkAvailability(true, reason);
    }

    public static LinkAvailability unusable(String reason) {
        return new LinkAvailability(false, reason);
    }
}

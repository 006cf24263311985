package org.plumbline.server.live;

import org.jspecify.annotations.Nullable;

/**
 * A posture that is held, or that was held last.
 *
 * @param number number the hold has if it counts
 * @param sinceS since when, seconds on the set's clock, which poses carry too
 * @param heldS for how long it was held; null while it is
 */
public record LiveHold(int number, double sinceS, @Nullable Double heldS) {
    static LiveHold running(int number, double sinceS) {
        return new LiveHold(number, hundredths(sinceS), null);
    }

    static LiveHold left(int number, double sinceS, double untilS) {
        return new LiveHold(number, hundredths(sinceS), hundredths(untilS - sinceS));
    }

    private static double hundredths(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}

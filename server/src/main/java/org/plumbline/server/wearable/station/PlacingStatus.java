package org.plumbline.server.wearable.station;

/**
 * How placing by tapping goes.
 *
 * @param waiting whether a tap is waited for
 * @param message what to do, or what came of it; empty where nobody places
 */
public record PlacingStatus(boolean waiting, String message) {
    static final PlacingStatus NONE = new PlacingStatus(false, "");
}

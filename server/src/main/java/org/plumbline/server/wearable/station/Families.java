package org.plumbline.server.wearable.station;

import org.plumbline.core.packet.DeviceFamily;

/** What people call a family of sensors. */
final class Families {
    private Families() {}

    static String name(DeviceFamily family) {
        return switch (family) {
            case TIMU -> "TIMU (open profile)";
            case WITMOTION -> "WitMotion";
            case MOVELLA_DOT -> "Movella DOT";
            case MOVESENSE -> "Movesense";
            case CAPTURE2GO -> "Capture2Go";
            case THINGY_52 -> "Nordic Thingy:52";
            case POLAR -> "Polar Verity Sense";
        };
    }
}

package org.plumbline.core.packet;

import java.util.Locale;
import java.util.UUID;

/**
 * The families of devices whose notifications can be decoded, most wanted first, and how one is recognised: by what it
 * advertises, to be confirmed by the services it really has before anything is written to it.
 */
public enum DeviceFamily {
    /** Our own open profile. */
    TIMU("TIMU-", "ec4b0001-385d-47f2-b45a-74b88028b6b4", "ec4b0002-385d-47f2-b45a-74b88028b6b4"),
    /** Its base ends in 9a34fb, not in the 9b34fb of the standard: all 128 bits count. */
    WITMOTION("WT", "0000ffe5-0000-1000-8000-00805f9a34fb", "0000ffe4-0000-1000-8000-00805f9a34fb"),
    MOVELLA_DOT("Movella DOT", "15172000-4947-11e9-8646-d663bd873d93", "15172003-4947-11e9-8646-d663bd873d93"),
    MOVESENSE("Movesense ", "34802252-7185-4d5d-b431-630e7050e8f0", "34800002-7185-4d5d-b431-630e7050e8f0"),
    CAPTURE2GO("", "80030001-e629-4c98-9324-aa7fc0c66de7", "80030003-e629-4c98-9324-aa7fc0c66de7"),
    THINGY_52("Thingy", "ef680400-9b35-4933-9b10-52ffa9740042", "ef680406-9b35-4933-9b10-52ffa9740042"),
    POLAR("Polar Sense", "fb005c80-02e7-f387-1cad-8acd2d8df0c8", "fb005c82-02e7-f387-1cad-8acd2d8df0c8");

    private static final String OLD_DOT_NAME = "xsens dot";

    private final String name;
    private final UUID service;
    private final UUID stream;

    DeviceFamily(String name, String service, String stream) {
        this.name = name;
        this.service = UUID.fromString(service);
        this.stream = UUID.fromString(stream);
    }

    /** The service that confirms it. */
    public UUID service() {
        return service;
    }

    /** The characteristic whose notifications the decoder takes. */
    public UUID stream() {
        return stream;
    }

    /** Whether the advertised name is one of this family; that alone is no proof. */
    public boolean isNamed(String advertisedName) {
        String lower = advertisedName.toLowerCase(Locale.ROOT);
        switch (this) {
            case WITMOTION:
                return lower.contains("wt");
            case MOVELLA_DOT:
                return lower.startsWith(OLD_DOT_NAME) || lower.startsWith(name.toLowerCase(Locale.ROOT));
            default:
                return !name.isEmpty() && lower.startsWith(name.toLowerCase(Locale.ROOT));
        }
    }
}

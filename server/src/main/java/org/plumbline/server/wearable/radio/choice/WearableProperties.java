package org.plumbline.server.wearable.radio.choice;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wearables are reached.
 *
 * @param link which radio
 * @param replayFile the file of notifications that {@link Link#REPLAY} plays
 * @param recordFile where all that the radio hears is written while it runs, null for nowhere
 */
@ConfigurationProperties("wearable")
public record WearableProperties(
        @DefaultValue("auto") Link link,
        @Nullable Path replayFile,
        @Nullable Path recordFile) {
    /** The radios there are. */
    public enum Link {
        /** The first real radio that can be used: never a simulated one. */
        AUTO,
        TINYB,
        DBUS,
        SIMULATED,
        REPLAY
    }

    public WearableProperties {
        if (link == Link.REPLAY && replayFile == null) {
            throw new IllegalArgumentException("wearable.link=replay needs wearable.replay-file");
        }
    }
}

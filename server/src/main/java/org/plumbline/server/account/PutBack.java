package org.plumbline.server.account;

import java.time.Instant;
import java.util.Optional;

/**
 * That a backup was put back: what people changed between the two moments is as it was at the first.
 *
 * @param madeAt when the backup was made
 * @param at when it was put back
 */
public record PutBack(Instant madeAt, Instant at) {
    /** Name of the setting that says so. */
    public static final String SETTING = "put_back";

    private static final String BETWEEN = " ";

    /** As it stands in the setting. */
    public String content() {
        return madeAt + BETWEEN + at;
    }

    /** The last time, if ever. */
    static Optional<PutBack> last(Settings settings) {
        return settings.get(SETTING).map(content -> {
            String[] moments = content.split(BETWEEN, 2);
            return new PutBack(Instant.parse(moments[0]), Instant.parse(moments[1]));
        });
    }
}

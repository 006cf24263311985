package org.plumbline.server.live;

import java.util.UUID;
import org.plumbline.server.web.Words;

/** A set is running already, and one lifter lifts one set at a time. */
final class AlreadyLiftingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID setId;

    AlreadyLiftingException(UUID setId) {
        super(Words.say("live.running"));
        this.setId = setId;
    }

    UUID setId() {
        return setId;
    }
}

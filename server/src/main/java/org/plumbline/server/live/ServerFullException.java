package org.plumbline.server.live;

import org.plumbline.server.web.Words;

/** As many sets run as this server takes. The message is for the person. */
final class ServerFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerFullException(int running) {
        super(Words.say("live.full", running));
    }
}

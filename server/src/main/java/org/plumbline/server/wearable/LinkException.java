package org.plumbline.server.wearable;

import java.io.IOException;

/** A link cannot find or reach its sensors. The message is written for the person who wears them. */
public class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}

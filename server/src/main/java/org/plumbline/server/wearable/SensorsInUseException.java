package org.plumbline.server.wearable;

/** A set runs with the sensors, and what is asked of them must wait for its end. The message is written for the person who asks. */
public final class SensorsInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SensorsInUseException(String message) {
        super(message);
    }
}

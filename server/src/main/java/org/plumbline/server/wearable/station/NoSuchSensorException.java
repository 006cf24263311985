package org.plumbline.server.wearable.station;

/** A sensor that is not there, or not for who asks: nobody can tell the two apart. The message is written for the person who asks. */
public final class NoSuchSensorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchSensorException(String message) {
        super(message);
    }
}

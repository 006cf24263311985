package org.plumbline.server.wearable.station;

/** What is asked is understood, and the sensors are not as it needs them now. The message is written for the person who asks. */
final class SensorStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SensorStateException(String message) {
        super(message);
    }
}

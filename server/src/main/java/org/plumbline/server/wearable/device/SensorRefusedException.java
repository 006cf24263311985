package org.plumbline.server.wearable.device;

import org.plumbline.server.wearable.LinkException;

/** A sensor is of no use, and trying again would not help. */
public final class SensorRefusedException extends LinkException {
    private static final long serialVersionUID = 1L;

    public SensorRefusedException(String message) {
        super(message);
    }
}

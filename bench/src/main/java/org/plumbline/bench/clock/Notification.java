package org.plumbline.bench.clock;

/**
 * One notification of a simulated sensor.
 *
 * @param arrivalMicros host time of its arrival
 * @param trueS when its samples were taken, by the host's clock; a beacon has none
 * @param deviceS the same by the device's; of a beacon the time it tells
 */
record Notification(int sensorIndex, long arrivalMicros, double[] trueS, double[] deviceS) {
    boolean isBeacon() {
        return trueS.length == 0;
    }

    double lastDeviceS() {
        return deviceS[deviceS.length - 1];
    }
}

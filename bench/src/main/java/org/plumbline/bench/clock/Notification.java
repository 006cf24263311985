package org.plumbline.bench.clock;

/**
 * One notification of a simulated sensor.
 *
 * @param arrivalMicros host time of its arrival
 * @param trueS when its samples were taken, by the host's clock
 * @param deviceS the same by the device's
 */
record Notification(int sensorIndex, long arrivalMicros, double[] trueS, double[] deviceS) {
    double lastDeviceS() {
        return deviceS[deviceS.length - 1];
    }
}

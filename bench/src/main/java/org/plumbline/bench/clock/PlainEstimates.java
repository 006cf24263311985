package org.plumbline.bench.clock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the line is compared with: the first packet alone, and a regression over the last minute. */
final class PlainEstimates {
    private static final double WINDOW_S = 60;

    private PlainEstimates() {}

    /** The offset of the first notification for good. */
    static TimeErrors firstPacket(List<Notification> notifications) {
        TimeErrors errors = new TimeErrors();
        double[] offsetS = {Double.NaN, Double.NaN};
        for (Notification notification : notifications) {
            if (notification.isBeacon()) {
                continue;
            }
            int sensor = notification.sensorIndex();
            if (Double.isNaN(offsetS[sensor])) {
                offsetS[sensor] = notification.arrivalMicros() * 1e-6 - notification.lastDeviceS();
            }
            for (int index = 0; index < notification.trueS().length; index++) {
                errors.add(sensor, notification.trueS()[index], notification.deviceS()[index] + offsetS[sensor]);
            }
        }
        return errors;
    }

    /** The straight line with the least squares through the arrivals of the last minute. */
    static TimeErrors regression(List<Notification> notifications) {
        TimeErrors errors = new TimeErrors();
        List<Deque<double[]>> points = List.of(new ArrayDeque<>(), new ArrayDeque<>());
        double[][] lines = new double[2][3];
        double[] fittedAtS = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Notification notification : notifications) {
            if (notification.isBeacon()) {
                continue;
            }
            int sensor = notification.sensorIndex();
            Deque<double[]> window = points.get(sensor);
            double arrivalS = notification.arrivalMicros() * 1e-6;
            double lastS = notification.lastDeviceS();
            window.add(new double[] {lastS, arrivalS - lastS});
            while (window.getFirst()[0] < lastS - WINDOW_S) {
                window.removeFirst();
            }
            if (lastS - fittedAtS[sensor] > 1) {
                fittedAtS[sensor] = lastS;
                lines[sensor] = fit(window);
            }
            for (int index = 0; index < notification.trueS().length; index++) {
                double deviceS = notification.deviceS()[index];
                double[] line = lines[sensor];
                errors.add(sensor, notification.trueS()[index], deviceS + line[1] + line[2] * (deviceS - line[0]));
            }
        }
        return errors;
    }

    /** Mean time, mean offset, slope; a slope only where there are seconds to see it. */
    private static double[] fit(Deque<double[]> window) {
        double meanX = 0;
        double meanY = 0;
        for (double[] point : window) {
            meanX += point[0] / window.size();
            meanY += point[1] / window.size();
        }
        double xx = 0;
        double xy = 0;
        for (double[] point : window) {
            xx += (point[0] - meanX) * (point[0] - meanX);
            xy += (point[0] - meanX) * (point[1] - meanY);
        }
        boolean isLong = window.getLast()[0] - window.getFirst()[0] > 10;
        return new double[] {meanX, meanY, isLong ? xy / xx : 0};
    }
}

package org.plumbline.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/** What goes wrong with sensors on people, done to samples. */
public final class SampleFaults {
    /** A sensor that slips does so within about this time, s. */
    private static final double SLIP_S = 0.4;

    private SampleFaults() {}

    /** The two sensors in each other's place. */
    public static List<ImuSample> swapped(List<ImuSample> samples) {
        List<ImuSample> swapped = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            copy.sensorIndex = 1 - sample.sensorIndex;
            swapped.add(copy);
        }
        return swapped;
    }

    /** Every sensor turned on the body: {@code turns} takes the old axes to the new ones. */
    public static List<ImuSample> turned(List<ImuSample> samples, double[]... turns) {
        List<ImuSample> turned = new ArrayList<>();
        for (ImuSample sample : samples) {
            turned.add(Samples.mountedTurned(sample, turns[sample.sensorIndex]));
        }
        return turned;
    }

    /** One sensor slips at that time, about a direction in its own axes, by that angle, and stays there. */
    public static List<ImuSample> slipped(
            List<ImuSample> samples, int sensor, double atS, double[] direction, double angleDeg) {
        List<ImuSample> slipped = new ArrayList<>();
        double angle = Math.toRadians(angleDeg);
        for (ImuSample sample : samples) {
            double share = Math.max(0, Math.min(1, (sample.timeMicros * 1e-6 - atS) / SLIP_S));
            if (sample.sensorIndex != sensor || share == 0) {
                slipped.add(sample);
                continue;
            }
            double half = share * angle / 2;
            // the body in the axes of the sensor turns the other way round
            double[] turn = {
                Math.cos(half),
                -direction[0] * Math.sin(half),
                -direction[1] * Math.sin(half),
                -direction[2] * Math.sin(half)
            };
            ImuSample after = Samples.mountedTurned(sample, turn);
            if (share < 1) {
                after.gyrX += direction[0] * angle / SLIP_S;
                after.gyrY += direction[1] * angle / SLIP_S;
                after.gyrZ += direction[2] * angle / SLIP_S;
            }
            slipped.add(after);
        }
        return slipped;
    }

    /** Only what one sensor sent from that time on. */
    public static List<ImuSample> lateSensor(List<ImuSample> samples, int sensor, double fromS) {
        List<ImuSample> late = new ArrayList<>();
        for (ImuSample sample : samples) {
            if (sample.sensorIndex != sensor || sample.timeMicros * 1e-6 >= fromS) {
                late.add(sample);
            }
        }
        return late;
    }

    /** The vertical that a sensor felt on the mean between two times, a unit vector in its axes. */
    public static double[] meanUp(List<ImuSample> samples, int sensor, double fromS, double toS) {
        double[] up = new double[3];
        for (ImuSample sample : samples) {
            double time = sample.timeMicros * 1e-6;
            if (sample.sensorIndex == sensor && time >= fromS && time <= toS) {
                up[0] += sample.accX;
                up[1] += sample.accY;
                up[2] += sample.accZ;
            }
        }
        double length = Math.sqrt(up[0] * up[0] + up[1] * up[1] + up[2] * up[2]);
        return new double[] {up[0] / length, up[1] / length, up[2] / length};
    }

    /** A rotation by that angle about a direction, {@code [w, x, y, z]}. */
    public static double[] rotation(double[] direction, double angleDeg) {
        double half = Math.toRadians(angleDeg) / 2;
        double[] rotation = {
            Math.cos(half), direction[0] * Math.sin(half), direction[1] * Math.sin(half), direction[2] * Math.sin(half)
        };
        Quaternions.normalize(rotation);
        return rotation;
    }
}

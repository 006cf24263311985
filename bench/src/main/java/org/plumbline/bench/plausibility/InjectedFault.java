package org.plumbline.bench.plausibility;

import org.plumbline.core.imu.ImuSample;

/** A fault of a sensor or of its set-up, done to the samples of a recording; {@link #SOUND} does nothing. */
enum InjectedFault {
    SOUND("none") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {}
    },
    MIRRORED("mirrored axes") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            sample.accY = -sample.accY;
            sample.gyrY = -sample.gyrY;
        }
    },
    GYROSCOPE_SIGN("gyroscope negated") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            sample.gyrX = -sample.gyrX;
            sample.gyrY = -sample.gyrY;
            sample.gyrZ = -sample.gyrZ;
        }
    },
    PERMUTED("gyroscope axes yzx") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            double x = sample.gyrX;
            sample.gyrX = sample.gyrY;
            sample.gyrY = sample.gyrZ;
            sample.gyrZ = x;
        }
    },
    EXCHANGED("gyroscope y and z exchanged") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            double y = sample.gyrY;
            sample.gyrY = sample.gyrZ;
            sample.gyrZ = y;
        }
    },
    DEGREES("degrees as radians") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleGyroscope(sample, Math.toDegrees(1));
        }
    },
    RADIANS("radians as degrees") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleGyroscope(sample, Math.toRadians(1));
        }
    },
    G("acceleration in g") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleForce(sample, 1 / 9.81);
        }
    },
    FORCE_SCALE("acceleration 10 % low") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleForce(sample, 0.9);
        }
    },
    BIAS("gyroscope bias 8°/s") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            sample.gyrZ += Math.toRadians(8);
        }
    },
    DEAD_GYROSCOPE("gyroscope dead after 3 s") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            if (sinceS > 3) {
                sample.gyrX = first.gyrX;
                sample.gyrY = first.gyrY;
                sample.gyrZ = first.gyrZ;
            }
        }
    },
    STUCK_AXIS("accelerometer z stuck after 3 s") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            if (sinceS > 3) {
                sample.accZ = first.accZ;
            }
        }
    },
    SATURATED("gyroscope × 4, ends at ±125°/s") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            // four times as fast, as the recordings hardly reach the end of the smallest range
            scaleGyroscope(sample, 4);
            sample.gyrX = withinRange(sample.gyrX);
            sample.gyrY = withinRange(sample.gyrY);
            sample.gyrZ = withinRange(sample.gyrZ);
        }
    },
    RATE("rate 20 % low") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            sample.timeMicros = first.timeMicros + Math.round((sample.timeMicros - first.timeMicros) * 1.25);
        }
    },
    FORCE_SIGN("accelerometer negated") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleForce(sample, -1);
        }
    },
    GYROSCOPE_SCALE("gyroscope 12.8 % low") {
        @Override
        void change(ImuSample sample, ImuSample first, double sinceS) {
            scaleGyroscope(sample, 0.872);
        }
    };

    private final String title;

    InjectedFault(String title) {
        this.title = title;
    }

    /** Changes a sample in place; {@code first} is the first one of the sensor, unchanged. */
    abstract void change(ImuSample sample, ImuSample first, double sinceS);

    String title() {
        return title;
    }

    private static void scaleGyroscope(ImuSample sample, double by) {
        sample.gyrX *= by;
        sample.gyrY *= by;
        sample.gyrZ *= by;
    }

    private static double withinRange(double rate) {
        double end = Math.toRadians(125);
        return Math.max(-end, Math.min(end, rate));
    }

    private static void scaleForce(ImuSample sample, double by) {
        sample.accX *= by;
        sample.accY *= by;
        sample.accZ *= by;
    }
}

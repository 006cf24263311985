package org.plumbline.bench;

import java.io.PrintStream;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Ten hours of one simulated session into one filter a sensor, hour by hour: does it hold? */
final class EnduranceAccuracy {
    private static final int HOURS = 10;
    private static final double RATE_HZ = 52;
    private static final long SEED = 1;

    /** While the sensor turns slower than this, what the filter takes off its rate is the bias alone. */
    private static final double SLOW_RAD_PER_S = Math.toRadians(3);

    private static final String[] PLACES = {"pelvis", "thorax"};

    private final PrintStream out;
    private final OrientationFilter[] filters = {new OrientationFilter(RATE_HZ), new OrientationFilter(RATE_HZ)};
    private final double[] biasErrorDegPerS = new double[PLACES.length];
    private final double[] rate = new double[3];
    private final double[] bias = new double[3];
    private OrientationErrors[] errors = fresh();

    EnduranceAccuracy(PrintStream out) {
        this.out = out;
    }

    private static OrientationErrors[] fresh() {
        return new OrientationErrors[] {new OrientationErrors(), new OrientationErrors()};
    }

    void print() {
        out.println("## One simulated session of " + HOURS + " hours at " + (int) RATE_HZ + " Hz, realistic sensors\n");
        out.println("| hour | sensor | inclination RMSE | largest | within 1σ | within 2σ | within 3σ "
                + "| heading drift a minute | gyroscope bias error at its end |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        SensorConditions sensors = SensorConditions.realistic().withRateHz(RATE_HZ);
        SimulatedWearable wearable = new SimulatedSession(
                        new SessionScript(SimulationScript.DEADLIFT, 60 * HOURS, SEED, sensors))
                .wearable();
        ImuSample sample = new ImuSample();
        double[] truth = new double[4];
        int hour = 1;
        while (wearable.next(sample)) {
            OrientationFilter filter = filters[sample.sensorIndex];
            filter.update(sample);
            if (wearable.trueTimeS() >= 3600 * hour) {
                printHour(hour++);
            }
            wearable.trueOrientation(truth);
            errors[sample.sensorIndex].add(wearable.trueTimeS(), filter, truth);
            compareBias(wearable, sample, filter);
        }
        printHour(hour);
        out.println();
    }

    private void compareBias(SimulatedWearable wearable, ImuSample sample, OrientationFilter filter) {
        if (Math.abs(sample.gyrX) < SLOW_RAD_PER_S
                && Math.abs(sample.gyrY) < SLOW_RAD_PER_S
                && Math.abs(sample.gyrZ) < SLOW_RAD_PER_S) {
            filter.copyAngularRateTo(rate);
            wearable.trueGyroBias(sample.sensorIndex, bias);
            double x = sample.gyrX - rate[0] - bias[0];
            double y = sample.gyrY - rate[1] - bias[1];
            double z = sample.gyrZ - rate[2] - bias[2];
            biasErrorDegPerS[sample.sensorIndex] = Math.toDegrees(Math.sqrt(x * x + y * y + z * z));
        }
    }

    private void printHour(int hour) {
        for (int sensor = 0; sensor < PLACES.length; sensor++) {
            OrientationErrors seen = errors[sensor];
            out.printf(
                    "| %d | %s | %.2f° | %.2f° | %.0f %% | %.0f %% | %.1f %% | %.1f° | %.3f °/s |%n",
                    hour,
                    PLACES[sensor],
                    seen.inclinationRmsDeg(),
                    seen.largestInclinationDeg(),
                    seen.withinPercent(1),
                    seen.withinPercent(2),
                    seen.withinPercent(3),
                    seen.headingDriftDegPerMinute(),
                    biasErrorDegPerS[sensor]);
        }
        errors = fresh();
    }
}

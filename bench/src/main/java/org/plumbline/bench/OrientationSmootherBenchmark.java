package org.plumbline.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationParameters;
import org.plumbline.core.orientation.OrientationSmoother;

/** The smoothed orientation of one sensor at 100 Hz: the cost of a sample, the filter before it and the way back included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class OrientationSmootherBenchmark {
    private static final int SAMPLES = 1000;
    private static final double RATE_HZ = 100;

    @Param({"2", "10"})
    private double lagS;

    private final ImuSample sample = new ImuSample();
    private SensorStream samples;
    private OrientationSmoother smoother;
    private long number;
    private double given;

    @Setup(Level.Trial)
    public void start() {
        samples = new SensorStream(RATE_HZ);
        smoother = new OrientationSmoother(
                RATE_HZ,
                OrientationParameters.defaults(),
                lagS,
                (timeMicros, estimate) -> given += estimate.inclinationSigmaDeg());
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double sample() {
        for (int i = 0; i < SAMPLES; i++) {
            double[] values = samples.values(number);
            sample.timeMicros = samples.timeMicros(number++);
            sample.accX = values[0];
            sample.accY = values[1];
            sample.accZ = values[2];
            sample.gyrX = values[3];
            sample.gyrY = values[4];
            sample.gyrZ = values[5];
            smoother.update(sample);
        }
        return given;
    }
}

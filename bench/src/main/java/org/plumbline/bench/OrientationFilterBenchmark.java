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
import org.plumbline.core.orientation.OrientationFilter;

/**
 * The orientation of one sensor of a standing, lifting and walking person: the cost of a sample. A benchmark of another
 * estimator belongs beside this class, over the same {@link SensorStream}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class OrientationFilterBenchmark {
    private static final int SAMPLES = 1000;

    @Param({"50", "100", "285"})
    private double rateHz;

    private SensorStream samples;
    private OrientationFilter filter;
    private long number;

    @Setup(Level.Trial)
    public void start() {
        samples = new SensorStream(rateHz);
        filter = new OrientationFilter(rateHz);
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double baseline() {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double[] values = samples.values(number);
            sum += samples.timeMicros(number++) + values[0] + values[5];
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public OrientationFilter sample() {
        for (int i = 0; i < SAMPLES; i++) {
            samples.give(number++, filter);
        }
        return filter;
    }
}

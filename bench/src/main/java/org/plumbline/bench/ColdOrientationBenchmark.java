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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.core.orientation.OrientationFilter;

/** The first seconds of a stream at 100 Hz in a virtual machine that has never seen a filter: the cost of a sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(8)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdOrientationBenchmark {
    private static final int RATE_HZ = 100;
    private static final int IN_10_S = 10 * RATE_HZ;
    private static final int IN_60_S = 60 * RATE_HZ;

    private SensorStream samples;
    private OrientationFilter filter;

    @Setup(Level.Trial)
    public void start() {
        samples = new SensorStream(RATE_HZ);
        filter = new OrientationFilter(RATE_HZ);
    }

    @Benchmark
    @OperationsPerInvocation(IN_10_S)
    public OrientationFilter firstTenSeconds() {
        return first(IN_10_S);
    }

    @Benchmark
    @OperationsPerInvocation(IN_60_S)
    public OrientationFilter firstMinute() {
        return first(IN_60_S);
    }

    private OrientationFilter first(int count) {
        for (int i = 0; i < count; i++) {
            samples.give(i, filter);
        }
        return filter;
    }
}

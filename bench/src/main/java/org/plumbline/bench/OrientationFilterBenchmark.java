package org.plumbline.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;

/** The orientation of one sensor through a set: the cost of a sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrientationFilterBenchmark {
    private SampleLoop samples;
    private OrientationFilter filter;

    @Setup(Level.Trial)
    public void start() {
        samples = SampleLoop.over(SampleLoop.onOneClock().stream()
                .filter(sample -> sample.sensorIndex == 0)
                .toList());
        filter = new OrientationFilter(SampleLoop.sensors().get(0).nominalRateHz());
    }

    @Benchmark
    public ImuSample baseline() {
        return samples.next();
    }

    @Benchmark
    public OrientationFilter sample() {
        filter.update(samples.next());
        return filter;
    }
}

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
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;

/** The two clocks of a set brought onto one: the cost of a sample, beside the cost of handing samples out at all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClockMapperBenchmark {
    private SampleLoop samples;
    private ClockMapper mapper;
    private double sum;

    @Setup(Level.Trial)
    public void start() {
        samples = SampleLoop.over(SampleLoop.fromTheRadio());
        mapper = new ClockMapper(SampleLoop.sensors().size(), sample -> sum += sample.timeMicros);
    }

    @Benchmark
    public ImuSample baseline() {
        return samples.next();
    }

    @Benchmark
    public double sample() {
        mapper.accept(samples.next());
        return sum;
    }
}

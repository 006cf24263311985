package org.plumbline.core.orientation;

import java.util.Random;
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

/**
 * Where the time of the {@link OrientationFilter} goes: its pieces alone. It lies in the package of the filter because the
 * pieces are nobody else's business.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrientationPiecesBenchmark {
    private static final double BLOCK_S = 0.15;

    /** What keeps the covariance from wandering off, (m/s)². */
    private static final double VELOCITY_VARIANCE = 0.01;

    private final double[] sensitivity = new double[3 * ErrorCovariance.CALIBRATION];
    private ErrorCovariance covariance = new ErrorCovariance();
    private OrientationFilter filter = new OrientationFilter(4000);
    private final BlockSums sums = new BlockSums();
    private long timeMicros;

    @Setup(Level.Iteration)
    public void start() {
        Random random = new Random(1);
        for (int i = 0; i < sensitivity.length; i++) {
            sensitivity[i] = BLOCK_S * random.nextGaussian();
        }
        covariance = new ErrorCovariance();
        covariance.reset(0.1, 0.005, 0.003);
        filter = new OrientationFilter(4000);
    }

    /** A sample that ends neither stretch nor block: guards, strapdown and sums. Samples of 0.25 ms hardly ever do. */
    @Benchmark
    public OrientationFilter strapdown() {
        timeMicros += 250;
        double sway = (timeMicros / 250 & 15) * 0.01;
        filter.update(timeMicros, 0.3 + sway, sway - 0.2, 9.7 + sway, 0.5 + sway, sway - 0.4, 0.3 + sway, 0);
        return filter;
    }

    /** The end of a stretch: its sums into those of the block. */
    @Benchmark
    public BlockSums stretch() {
        sums.add(0.3, -0.2, 9.7, 0.5, -0.4, 0.3, BlockSums.STRETCH_S);
        sums.closeStretch(0.9, 0.3, -0.2, 0.1, 1e-6, 1e-7);
        return sums;
    }

    /** The covariance carried over a block, then taken back so that it stays as large as it is. */
    @Benchmark
    public ErrorCovariance propagateAndMeasure() {
        covariance.propagate(sensitivity, BLOCK_S);
        return measureVelocity();
    }

    /** The two measurements of every block. */
    @Benchmark
    public ErrorCovariance measureVelocity() {
        covariance.measure(ErrorCovariance.VELOCITY, 0.01, ErrorCovariance.VELOCITY + 1, -0.01, 1, true);
        covariance.inflate(ErrorCovariance.VELOCITY, VELOCITY_VARIANCE);
        covariance.inflate(ErrorCovariance.VELOCITY + 1, VELOCITY_VARIANCE);
        return cleared();
    }

    /** The three measurements more of a block at rest. */
    @Benchmark
    public ErrorCovariance measureBias() {
        covariance.measureBias(1e-4, -1e-4, 1e-4, 1e-4, true);
        for (int i = 0; i < 3; i++) {
            covariance.inflate(ErrorCovariance.BIAS + i, 1e-9);
        }
        return cleared();
    }

    private ErrorCovariance cleared() {
        covariance.clearError();
        return covariance;
    }
}

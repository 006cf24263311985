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
import org.plumbline.core.orientation.OrientationBatch;
import org.plumbline.core.orientation.OrientationParameters;
import org.plumbline.core.orientation.SampleBlock;

/**
 * Many sensors at 100 Hz in one call, each at another moment of the session: the cost of a sample. The streams are served
 * in turn, {@value #ROWS} samples of one on end; a call takes ten streams, so that filling the block costs the same
 * whatever the number of streams.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 6, time = 1)
public class OrientationBatchBenchmark {
    private static final double RATE_HZ = 100;
    private static final int ROWS = 15;
    private static final int STREAMS_A_CALL = 10;
    private static final int SAMPLES = ROWS * STREAMS_A_CALL;

    /** How far one stream is ahead of the one before, samples. */
    private static final int AHEAD = 377;

    @Param({"10", "1000"})
    private int streams;

    private final SampleBlock block = new SampleBlock(SAMPLES);
    private final double[] wxyz = new double[4 * SAMPLES];
    private final double[] inclinationSigmaDeg = new double[SAMPLES];
    private SensorStream samples;
    private OrientationBatch batch;
    private int stream;
    private long position;

    @Setup(Level.Trial)
    public void start() {
        samples = new SensorStream(RATE_HZ);
        batch = new OrientationBatch(streams, RATE_HZ, OrientationParameters.defaults());
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public SampleBlock baseline() {
        fill();
        return block;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double[] orientation() {
        fill();
        batch.update(block, wxyz, null);
        return wxyz;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double[] orientationAndSigma() {
        fill();
        batch.update(block, wxyz, inclinationSigmaDeg);
        return inclinationSigmaDeg;
    }

    private void fill() {
        block.clear();
        for (int i = 0; i < STREAMS_A_CALL; i++) {
            long from = position + (long) AHEAD * stream;
            for (int row = 0; row < ROWS; row++) {
                samples.add(from + row, stream, block);
            }
            if (++stream == streams) {
                stream = 0;
                position += ROWS;
            }
        }
    }
}

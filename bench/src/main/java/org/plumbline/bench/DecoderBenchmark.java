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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Notifications of each family of devices decoded: the cost of a sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecoderBenchmark {
    private final DecoderLoop timu = DecoderLoop.timu();
    private final DecoderLoop witMotion = DecoderLoop.witMotion();
    private final DecoderLoop dot = DecoderLoop.dot();
    private final DecoderLoop movesense = DecoderLoop.movesense();
    private final DecoderLoop capture2Go = DecoderLoop.capture2Go();
    private final DecoderLoop thingy = DecoderLoop.thingy();
    private final DecoderLoop polar = DecoderLoop.polar();
    private DecoderLoop used = timu;

    @Benchmark
    @OperationsPerInvocation(8)
    public double timu() {
        return decode(timu);
    }

    @Benchmark
    @OperationsPerInvocation(4)
    public double witMotion() {
        return decode(witMotion);
    }

    @Benchmark
    public double dot() {
        return decode(dot);
    }

    @Benchmark
    @OperationsPerInvocation(8)
    public double movesense() {
        return decode(movesense);
    }

    @Benchmark
    @OperationsPerInvocation(8)
    public double capture2Go() {
        return decode(capture2Go);
    }

    @Benchmark
    public double thingy() {
        return decode(thingy);
    }

    /** Eight samples of two notifications, one of each stream. */
    @Benchmark
    @OperationsPerInvocation(4)
    public double polar() {
        return decode(polar);
    }

    @TearDown(Level.Trial)
    public void check() {
        if (!used.isWhole()) {
            throw new IllegalStateException("the decoder dropped what it was given");
        }
    }

    private double decode(DecoderLoop loop) {
        used = loop;
        return loop.decode();
    }
}

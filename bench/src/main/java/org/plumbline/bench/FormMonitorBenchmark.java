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
import org.openjdk.jmh.infra.Blackhole;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.spine.SpinePose;

/** The whole line with two sensors, from the sample to the flag: the cost of a sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormMonitorBenchmark {
    /** A lifter who lifts: the samples of the set again and again, with what is allocated once a repetition. */
    @State(Scope.Thread)
    public static class Lifting {
        private SampleLoop samples;
        private FormMonitor monitor;

        /** Before each iteration, so that the list of repetitions stays one of a long training, not of a year. */
        @Setup(Level.Iteration)
        public void start(Blackhole hole) {
            monitor = calibrated(hole);
            RecordingMark set = mark(RecordingMark.SET);
            samples = SampleLoop.between(set.startS(), set.endS());
        }
    }

    /** The same lifter standing between two repetitions: what every sample costs, and nothing else. */
    @State(Scope.Thread)
    public static class Still {
        private SampleLoop samples;
        private FormMonitor monitor;

        @Setup(Level.Trial)
        public void start(Blackhole hole) {
            monitor = calibrated(hole);
            RecordingMark neutral = mark(RecordingMark.NEUTRAL);
            samples = SampleLoop.between(neutral.startS(), neutral.endS());
        }
    }

    @Benchmark
    public void sampleOfASet(Lifting lifter) {
        lifter.monitor.accept(lifter.samples.next());
    }

    @Benchmark
    public void sampleWhileStill(Still lifter) {
        lifter.monitor.accept(lifter.samples.next());
    }

    private static FormMonitor calibrated(Blackhole hole) {
        FormListener listener = new FormListener() {
            @Override
            public void onPose(SpinePose pose, double heldSagDeg) {
                hole.consume(pose.lumbarFlexionDeg);
            }
        };
        FormMonitor monitor = new FormMonitor(MonitorSetup.live(SampleLoop.sensors(), "deadlift"), listener);
        SampleLoop.between(0, mark(RecordingMark.SET).startS()).lapTo(monitor);
        monitor.beginSet();
        return monitor;
    }

    private static RecordingMark mark(String name) {
        return SampleLoop.wearable().truth().marks().stream()
                .filter(mark -> mark.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

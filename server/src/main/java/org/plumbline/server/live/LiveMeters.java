package org.plumbline.server.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What live sets count, for those who watch the server; {@code docs/reference/metrics.md} is its page. No name and no health data. */
@Component
class LiveMeters {
    private final MeterRegistry registry;
    private final Counter samples;
    private final Counter shedSamples;
    private final Counter shedPoses;
    private final Counter closedScreens;
    private final Counter refusedSets;
    private final Timer cue;

    LiveMeters(MeterRegistry registry) {
        this.registry = registry;
        samples = counter("plumbline.samples", "Samples that live sets have taken");
        shedSamples = counter("plumbline.samples.shed", "Samples that a live set had no room for: should be 0");
        shedPoses = counter(
                "plumbline.poses.shed", "Pose frames that slow screens did not get, because a newer one was there");
        closedScreens =
                counter("plumbline.screens.closed", "Screens that were closed because too much waited for them");
        refusedSets = counter("plumbline.sets.refused", "Sets that were not begun because the server was full");
        cue = Timer.builder("plumbline.sample.to.cue")
                .description("From the arrival of a notification at the radio to the cue that it caused")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Something that can be looked at any time. */
    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void samples(int count) {
        samples.increment(count);
    }

    void shedSamples(int count) {
        shedSamples.increment(count);
    }

    void shedPose() {
        shedPoses.increment();
    }

    void closedScreen() {
        closedScreens.increment();
    }

    void refusedSet() {
        refusedSets.increment();
    }

    void cue(long nanos) {
        cue.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}

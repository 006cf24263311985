package org.plumbline.server.training;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What waits for the database, for those who watch the server. */
@Component
class SpoolMeters implements MeterBinder {
    private final Spool spool;

    SpoolMeters(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.spool.sets", spool, one -> one.storing().waitingSets())
                .description("Sets of which something has waited for the database for more than a moment")
                .register(registry);
        Gauge.builder("plumbline.spool.longest", spool, one -> one.storing().longestSeconds())
                .description("How long the oldest of it has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("plumbline.spool.memory", spool, one -> one.storing().memoryBytes())
                .description("What waits in memory")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("plumbline.spool.file", spool, one -> one.storing().fileBytes())
                .description("What waits in files of the spool")
                .baseUnit("bytes")
                .register(registry);
    }
}

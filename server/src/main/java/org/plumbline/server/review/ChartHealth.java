package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.training.FormChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Draws one chart when the server has started, so that a machine on which charts cannot be drawn says so once and
 * clearly, not with an error for every reader. It also warms the drawing up for the first of them.
 */
@Component
class ChartHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ChartHealth.class);

    private volatile @Nullable String trouble;
    private volatile CompletableFuture<Void> check = CompletableFuture.completedFuture(null);

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        check = CompletableFuture.runAsync(this::draw);
    }

    private void draw() {
        try {
            ChartedSet empty = ChartedSet.of("deadlift", List.of(), List.of(), FormLimits.NONE, FormChanges.UNKNOWN);
            Chart chart = RepetitionChart.of(empty, ChartTheme.LIGHT, ChartSize.NARROW);
            chart.svg();
            chart.png();
        } catch (IOException | RuntimeException | LinkageError | InternalError failed) {
            trouble = "Charts cannot be drawn on this machine: " + failed.getMessage()
                    + ". On Debian and Ubuntu, installing libfreetype6 usually mends it. All else works.";
            LOG.warn(trouble);
        }
    }

    /** Why charts cannot be drawn, or null where they can. Waits for the self-check. */
    @Nullable
    String trouble() {
        check.join();
        return trouble;
    }

    /** Ends a request for a chart that cannot be drawn here. */
    void need() {
        String reason = trouble();
        if (reason != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, reason);
        }
    }

    @Override
    public Health health() {
        String reason = trouble;
        return reason == null
                ? Health.up().build()
                : Health.unknown().withDetail("charts", reason).build();
    }
}

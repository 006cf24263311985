package org.plumbline.server.review;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.PainChart;
import org.plumbline.server.training.PainSeries;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The chart of the pain log, for whom pain is shared with. */
@Controller
class PainChartController {
    /** As many days as the page of the log lists. */
    private static final int DAYS = 56;

    private final RecordAccess access;
    private final PainSeries pain;
    private final ChartHealth health;
    private final Clock clock;

    PainChartController(RecordAccess access, PainSeries pain, ChartHealth health, Clock clock) {
        this.access = access;
        this.pain = pain;
        this.health = health;
        this.clock = clock;
    }

    @GetMapping("/people/{id}/charts/pain.{type}")
    ResponseEntity<byte[]> chart(
            @PathVariable UUID id,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        access.read(me, id, RecordKind.PAIN, "pain_log");
        health.need();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
        LocalDate first = today.minusDays(DAYS);
        Chart chart = PainChart.of(
                pain.days(id, first, today),
                pain.bounds(id),
                pain.direction(id, today),
                first,
                today,
                ChartTheme.named(theme),
                ChartSize.named(size));
        return ChartAnswers.answer(chart, type);
    }
}

package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.server.review.chart.*;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The chart of a set. */
@Controller
class ChartController {
    private final TrainingLog log;
    private final ChartHealth charts;

    ChartController(TrainingLog log, ChartHealth charts) {
        this.log = log;
        this.charts = charts;
    }

    @GetMapping("/sets/{id}/chart.svg")
    ResponseEntity<byte[]> svg(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size)
            throws IOException {
        return answer(MediaType.valueOf("image/svg+xml"), chart(id, theme, size).svg());
    }

    @GetMapping("/sets/{id}/chart.png")
    ResponseEntity<byte[]> png(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size)
            throws IOException {
        return answer(MediaType.IMAGE_PNG, chart(id, theme, size).png());
    }

    private Chart chart(UUID id, @Nullable String theme, @Nullable String size) {
        TrainingSet set =
                log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such set."));
        if (charts.trouble() != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, charts.trouble());
        }
        return RepetitionChart.of(ChartedSet.of(set.exercise(), log.repetitions(id), List.of(), FormLimits.NONE), ChartTheme.named(theme), ChartSize.named(size));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(bytes);
    }
}

package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
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
    ResponseEntity<byte[]> svg(@PathVariable UUID id, @RequestParam(required = false) @Nullable String theme)
            throws IOException {
        List<StoredRepetition> repetitions = repetitions(id);
        SetFinding finding = SetFinding.of(repetitions);
        byte[] svg = ChartImages.svg(
                RepetitionChart.of(repetitions, finding, ChartTheme.named(theme)),
                RepetitionChart.alternative(repetitions, finding));
        return answer(MediaType.valueOf("image/svg+xml"), svg);
    }

    @GetMapping("/sets/{id}/chart.png")
    ResponseEntity<byte[]> png(@PathVariable UUID id, @RequestParam(required = false) @Nullable String theme)
            throws IOException {
        List<StoredRepetition> repetitions = repetitions(id);
        SetFinding finding = SetFinding.of(repetitions);
        return answer(
                MediaType.IMAGE_PNG,
                ChartImages.png(RepetitionChart.of(repetitions, finding, ChartTheme.named(theme))));
    }

    private List<StoredRepetition> repetitions(UUID id) {
        if (log.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such set.");
        }
        if (charts.trouble() != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, charts.trouble());
        }
        return log.repetitions(id);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(bytes);
    }
}

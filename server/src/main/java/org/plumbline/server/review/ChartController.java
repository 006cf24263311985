package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.StoredRepetition;
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
    private final SetAccess access;
    private final ChartHealth charts;

    ChartController(TrainingLog log, SetAccess access, ChartHealth charts) {
        this.log = log;
        this.access = access;
        this.charts = charts;
    }

    @GetMapping("/sets/{id}/chart.svg")
    ResponseEntity<byte[]> svg(
            @PathVariable UUID id,
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size)
            throws IOException {
        Drawn drawn = drawn(me, id);
        byte[] svg = ChartImages.svg(
                RepetitionChart.of(drawn.repetitions(), drawn.finding(), ChartTheme.named(theme)),
                ChartSize.named(size),
                RepetitionChart.alternative(drawn.repetitions(), drawn.finding()));
        return answer(MediaType.valueOf("image/svg+xml"), svg);
    }

    @GetMapping("/sets/{id}/chart.png")
    ResponseEntity<byte[]> png(
            @PathVariable UUID id,
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size)
            throws IOException {
        Drawn drawn = drawn(me, id);
        return answer(
                MediaType.IMAGE_PNG,
                ChartImages.png(
                        RepetitionChart.of(drawn.repetitions(), drawn.finding(), ChartTheme.named(theme)),
                        ChartSize.named(size)));
    }

    /** What a chart is drawn from. */
    private record Drawn(List<StoredRepetition> repetitions, SetFinding finding) {}

    private Drawn drawn(Person me, UUID id) {
        TrainingSet set = access.read(me, id);
        if (charts.trouble() != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, charts.trouble());
        }
        List<StoredRepetition> repetitions = log.repetitions(id);
        return new Drawn(repetitions, SetFinding.of(repetitions, set.exercise()));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(bytes);
    }
}

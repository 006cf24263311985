package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.training.ProgressKind;
import org.plumbline.server.training.SetSummaries;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The charts of a person over weeks, as SVG and as PNG. */
@Controller
class PersonChartController {
    private static final String WHAT = "progress";

    private final RecordAccess access;
    private final PersonCharts charts;
    private final ChartHealth health;
    private final SetSummaries summaries;

    PersonChartController(RecordAccess access, PersonCharts charts, ChartHealth health, SetSummaries summaries) {
        this.summaries = summaries;
        this.access = access;
        this.charts = charts;
        this.health = health;
    }

    /** @param what {@code load}, {@code repetitions}, {@code e1rm}, {@code flexion}, {@code twist}, {@code drift} or {@code frequency} */
    @GetMapping("/people/{id}/charts/progress.{type}")
    ResponseEntity<byte[]> progress(
            @PathVariable UUID id,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam String what,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        access.read(me, id, RecordKind.FORM, WHAT);
        health.need();
        ProgressKind kind;
        try {
            kind = ProgressKind.ofWord(what);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        Chart chart = charts.progress(
                id, known(exercise, id), kind, me.loadUnit(), ChartTheme.named(theme), ChartSize.named(size));
        return ChartAnswers.answer(chart, type);
    }

    /** Load against how far form changed over each set. */
    @GetMapping("/people/{id}/charts/load-drift.{type}")
    ResponseEntity<byte[]> loadAndDrift(
            @PathVariable UUID id,
            @PathVariable String type,
            @RequestParam String exercise,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        access.read(me, id, RecordKind.FORM, WHAT);
        health.need();
        return ChartAnswers.answer(
                charts.loadAndDrift(
                        id, one(exercise, id), me.loadUnit(), ChartTheme.named(theme), ChartSize.named(size)),
                type);
    }

    /**
     * Sets of one load.
     *
     * @param name {@code courses} or {@code peaks}
     * @param load kg; all loads where not said
     * @param simulated whether it is the simulated sets, and no others
     */
    @GetMapping("/people/{id}/charts/compare-{name}.{type}")
    ResponseEntity<byte[]> compare(
            @PathVariable UUID id,
            @PathVariable String name,
            @PathVariable String type,
            @RequestParam String exercise,
            @RequestParam(required = false) @Nullable Double load,
            @RequestParam(defaultValue = "false") boolean simulated,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        access.read(me, id, RecordKind.FORM, WHAT);
        health.need();
        ChartTheme colours = ChartTheme.named(theme);
        ChartSize large = ChartSize.named(size);
        Comparison comparison = new Comparison(id, one(exercise, id), load, simulated);
        Chart chart = switch (name) {
            case "courses" -> charts.courses(comparison, colours, large);
            case "peaks" -> charts.peaks(comparison, colours, large);
            default -> throw ChartController.unknown();
        };
        return ChartAnswers.answer(chart, type);
    }

    private @Nullable String known(@Nullable String exercise, UUID id) {
        return exercise == null || exercise.isBlank() ? null : one(exercise, id);
    }

    private String one(String exercise, UUID id) {
        try {
            return summaries.exercise(exercise, List.of(id));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
    }
}

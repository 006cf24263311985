package org.plumbline.server.review;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.HeatStrip;
import org.plumbline.server.review.chart.PaceChart;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.review.chart.RepetitionCourseChart;
import org.plumbline.server.review.chart.SamplesChart;
import org.plumbline.server.review.chart.SmallMultiples;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The charts of a set and of its repetitions, as SVG and as PNG. */
@Controller
class ChartController {
    private final SetAccess access;
    private final SetRepetitions repetitions;
    private final LimitAuthors limits;
    private final ChartedSets sets;
    private final SampleExcerpts samples;
    private final ChartHealth health;

    ChartController(
            SetAccess access,
            SetRepetitions repetitions,
            LimitAuthors limits,
            ChartedSets sets,
            SampleExcerpts samples,
            ChartHealth health) {
        this.access = access;
        this.repetitions = repetitions;
        this.limits = limits;
        this.sets = sets;
        this.samples = samples;
        this.health = health;
    }

    /**
     * The chart a set is known by: all repetitions over one.
     *
     * @param from number of the first repetition that is shown: of a very long set only a part is
     */
    @GetMapping("/sets/{id}/chart.{type}")
    ResponseEntity<byte[]> chart(
            @PathVariable UUID id,
            @PathVariable String type,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        return ofSet(id, "overlay", type, from, theme, size, me);
    }

    /** @param from as above */
    @GetMapping("/sets/{id}/charts/{name}.{type}")
    ResponseEntity<byte[]> ofSet(
            @PathVariable UUID id,
            @PathVariable String name,
            @PathVariable String type,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        ChartedSet set = sets.of(access.read(me, id), from, me);
        health.need();
        ChartTheme colours = ChartTheme.named(theme);
        ChartSize large = ChartSize.named(size);
        Chart chart = switch (name) {
            case "overlay" -> RepetitionChart.of(set, colours, large);
            case "reps" -> SmallMultiples.of(set, colours, large);
            case "heat" -> HeatStrip.of(set, colours, large);
            case "pace" -> PaceChart.of(set, colours, large);
            default -> throw unknown();
        };
        return ChartAnswers.answer(chart, type);
    }

    /** @param at moment the samples are shown around, seconds on the set's clock; the gravest flag of the repetition where not said */
    @GetMapping("/sets/{id}/reps/{number}/charts/{name}.{type}")
    ResponseEntity<byte[]> ofRepetition(
            @PathVariable UUID id,
            @PathVariable int number,
            @PathVariable String name,
            @PathVariable String type,
            @RequestParam(required = false) @Nullable Double at,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        SetRepetitions.Found found = repetitions.read(me, id, number);
        TrainingSet stored = found.set();
        StoredRepetition repetition = found.repetition();
        health.need();
        ChartTheme colours = ChartTheme.named(theme);
        ChartSize large = ChartSize.named(size);
        return switch (name) {
            case "course" -> {
                ChartedSet set =
                        sets.around(stored, repetition, limits.of(stored, me).limits(), me);
                yield ChartAnswers.answer(RepetitionCourseChart.of(set, repetition, colours, large), type);
            }
            case "samples" -> {
                SampleExcerpts.Excerpt excerpt = samples.around(stored, repetition, at);
                yield ChartAnswers.answer(
                        SamplesChart.of(
                                excerpt.traces(), excerpt.fromS(), excerpt.toS(), excerpt.momentS(), colours, large),
                        type);
            }
            default -> throw unknown();
        };
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("chart.unknown"));
    }
}

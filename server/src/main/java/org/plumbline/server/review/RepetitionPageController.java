package org.plumbline.server.review;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionCourseChart;
import org.plumbline.server.review.chart.SamplesChart;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.NumbersBeside;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.SetStory;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The page of one repetition: its course, its flags with their evidence, its numbers, the samples below, what people say of it. */
@Controller
class RepetitionPageController {
    private final SetRepetitions repetitions;
    private final ChartedSets charted;
    private final SampleExcerpts samples;
    private final ChartHealth health;
    private final RepetitionComments comments;
    private final FlagReviews reviews;
    private final Baselines baselines;
    private final TrainingLog log;
    private final LimitAuthors limitAuthors;
    private final People people;
    private final Moments moments;

    RepetitionPageController(
            SetRepetitions repetitions,
            ChartedSets charted,
            SampleExcerpts samples,
            ChartHealth health,
            RepetitionComments comments,
            FlagReviews reviews,
            Baselines baselines,
            TrainingLog log,
            LimitAuthors limitAuthors,
            People people,
            Moments moments) {
        this.limitAuthors = limitAuthors;
        this.people = people;
        this.repetitions = repetitions;
        this.charted = charted;
        this.samples = samples;
        this.health = health;
        this.comments = comments;
        this.reviews = reviews;
        this.baselines = baselines;
        this.log = log;
        this.moments = moments;
    }

    /** @param at moment the samples are shown around, seconds on the set's clock */
    @GetMapping("/sets/{id}/reps/{number}")
    String page(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Double at,
            @SignedIn Person me,
            Model model)
            throws IOException {
        SetRepetitions.Found found = repetitions.read(me, id, number);
        TrainingSet set = found.set();
        AnalysisResult.Repetition result = found.repetition().result();
        LimitNames names = limitAuthors.of(set, me);
        ChartedSet drawn = charted.around(set, found.repetition(), names.limits(), me);
        boolean own = me.id().equals(set.lifterId());
        model.addAttribute("nav", own ? "sets" : "roster");
        model.addAttribute("own", own);
        model.addAttribute("lifter", own ? me : people.find(set.lifterId()).orElse(null));
        model.addAttribute("mayWork", own || me.is(Role.COACH) || me.is(Role.THERAPIST));
        model.addAttribute("set", set);
        model.addAttribute("number", number);
        model.addAttribute("hold", drawn.isHold());
        model.addAttribute("finding", RepetitionCourseChart.finding(drawn, found.repetition()));
        model.addAttribute("exercise", FormWords.exercise(set.exercise()));
        model.addAttribute("load", set.loadKg() == null ? null : me.loadUnit().format(set.loadKg()));
        model.addAttribute("when", moments.say(set.startedAt()));
        NumbersBeside beside = log.beside(id, number);
        model.addAttribute("before", beside.before());
        model.addAttribute("after", beside.after());
        List<FlagReview> judged = reviews.of(id);
        model.addAttribute(
                "flags",
                result.flags().stream()
                        .map(flag -> FlagRow.of(flag, names, found.repetition(), drawn.changes(), judged, me, moments))
                        .toList());
        model.addAttribute("reasons", ReviewReason.values());
        model.addAttribute("judged", Assessment.isJudged(set.exercise(), result));
        model.addAttribute("doubts", Assessment.doubts(set.exercise(), result));
        Optional<AnalysisResult> analysis = log.overall(id);
        // while the set runs, what was seen of it
        boolean twoSensors = analysis.map(SetStory::isTwoSensor).orElseGet(drawn::hasFlexion);
        double maxFlexionDeg =
                analysis.map(known -> known.calibration().maxFlexionDeg()).orElse(Double.NaN);
        List<MetricRow> metrics = MetricRow.of(set.exercise(), result, names, drawn.off(), twoSensors, maxFlexionDeg);
        model.addAttribute(
                "beyond", metrics.stream().filter(MetricRow::isBeyond).toList());
        model.addAttribute(
                "within",
                metrics.stream()
                        .filter(row -> row.limit() != null && !row.isBeyond())
                        .toList());
        model.addAttribute(
                "others", metrics.stream().filter(row -> row.limit() == null).toList());
        model.addAttribute("chartTrouble", health.trouble());
        model.addAttribute("course", course(drawn, found, "/sets/" + id + "/reps/" + number));
        addSamples(model, set, found.repetition(), at, "/sets/" + id + "/reps/" + number);
        List<RepetitionComment> said = comments.of(id).stream()
                .filter(comment -> result.spans(comment.momentS()))
                .toList();
        if (own) {
            comments.seen(me, said);
        }
        model.addAttribute(
                "comments",
                said.stream()
                        .map(comment -> CommentRow.of(comment, me, moments))
                        .toList());
        model.addAttribute("approved", baselines.numbersOf(id).contains(number));
        model.addAttribute("ended", set.state() != SetState.RUNNING);
        model.addAttribute("momentS", found.momentS());
        model.addAttribute("twoSensors", twoSensors);
        return "repetition";
    }

    private static ChartPicture course(ChartedSet set, SetRepetitions.Found found, String path) {
        return ChartPicture.of(
                path + "/charts/course",
                "",
                RepetitionCourseChart.of(set, found.repetition(), ChartTheme.LIGHT, ChartSize.WIDE));
    }

    private void addSamples(Model model, TrainingSet set, StoredRepetition repetition, @Nullable Double at, String path)
            throws IOException {
        SampleExcerpts.Excerpt excerpt = samples.around(set, repetition, at);
        String query = "&at=" + excerpt.momentS();
        model.addAttribute("samples", ChartPicture.of(path + "/charts/samples", query, plan(excerpt)));
        model.addAttribute("at", FormWords.amount(excerpt.momentS(), "s"));
        model.addAttribute("samplesFile", path + "/samples.csv?at=" + excerpt.momentS());
    }

    private static org.plumbline.server.review.chart.Chart plan(SampleExcerpts.Excerpt excerpt) {
        return SamplesChart.of(
                excerpt.traces(), excerpt.fromS(), excerpt.toS(), excerpt.momentS(), ChartTheme.LIGHT, ChartSize.WIDE);
    }

    /** The samples around a moment as a table. */
    @GetMapping("/sets/{id}/reps/{number}/samples.csv")
    ResponseEntity<StreamingResponseBody> samples(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Double at,
            @SignedIn Person me)
            throws IOException {
        SetRepetitions.Found found = repetitions.read(me, id, number);
        SampleExcerpts.Excerpt excerpt = samples.around(found.set(), found.repetition(), at);
        String name = found.set().exercise() + "-" + id.toString().substring(0, 8) + "-rep-" + number + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> {
                    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        ReviewTables.samples(excerpt, writer);
                    }
                });
    }
}

package org.plumbline.server.review;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One repetition, for programs: what was found, its samples, and what people said of it. */
@RestController
@RequestMapping("/api/sets/{set}")
class RepetitionApi {
    private final SetRepetitions repetitions;
    private final SetAccess access;
    private final SampleExcerpts samples;
    private final RepetitionComments comments;
    private final FlagReviews reviews;
    private final Baselines baselines;

    RepetitionApi(
            SetRepetitions repetitions,
            SetAccess access,
            SampleExcerpts samples,
            RepetitionComments comments,
            FlagReviews reviews,
            Baselines baselines) {
        this.repetitions = repetitions;
        this.access = access;
        this.samples = samples;
        this.comments = comments;
        this.reviews = reviews;
        this.baselines = baselines;
    }

    /**
     * A repetition.
     *
     * @param startS begin, seconds on the set's clock; the other times likewise
     * @param metrics values by name, units in the names
     * @param notAssessed why each metric that is missing could not be assessed, by name
     * @param lumbarFlexionDeg its course at 101 points from 0 to 100 %, null where not assessed
     * @param trunkInclinationDeg likewise
     * @param holdSagDeg of a hold the sag it is judged by, at 101 points from 0 to 100 % of the hold itself, each the largest since
     *     the point before; empty of what is no hold, and where an earlier version analysed the set
     * @param approved whether it is approved as the lifter's usual
     */
    private record Body(
            UUID set,
            int number,
            double startS,
            double barBreakS,
            @Nullable Double topS,
            double endS,
            String quality,
            Map<String, Double> metrics,
            Map<String, String> notAssessed,
            List<FlagLine> flags,
            List<@Nullable Double> lumbarFlexionDeg,
            List<@Nullable Double> trunkInclinationDeg,
            List<@Nullable Double> holdSagDeg,
            boolean approved,
            List<CommentLine> comments,
            List<ReviewLine> reviews) {}

    private record FlagLine(
            String flag,
            int level,
            String metric,
            double value,
            double limit,
            String unit,
            double timeS,
            String confidence,
            @Nullable Double minimalDetectableChange) {
        private static FlagLine of(FormFlag flag, StoredRepetition repetition) {
            double change = flag.minimalDetectableChange();
            return new FlagLine(
                    flag.flag().jsonName(),
                    flag.level(),
                    flag.metric(),
                    flag.value(),
                    flag.limit(),
                    flag.unit(),
                    FlagMoment.of(flag, repetition),
                    flag.confidence().jsonName(),
                    Double.isFinite(change) ? change : null);
        }
    }

    private record CommentLine(
            UUID id,
            @Nullable UUID authorId,
            String author,
            String content,
            Instant writtenAt,
            @Nullable Instant editedAt) {
        private static CommentLine of(RepetitionComment comment) {
            return new CommentLine(
                    comment.id(),
                    comment.authorId(),
                    comment.author(),
                    comment.content(),
                    comment.writtenAt(),
                    comment.editedAt());
        }
    }

    private record ReviewLine(
            UUID id,
            @Nullable UUID reviewerId,
            String reviewer,
            String flag,
            String metric,
            String verdict,
            String reason,
            @Nullable String note,
            Instant reviewedAt) {
        private static ReviewLine of(FlagReview review) {
            return new ReviewLine(
                    review.id(),
                    review.reviewerId(),
                    review.reviewer(),
                    review.flag(),
                    review.metric(),
                    review.reason().verdict().word(),
                    review.reason().word(),
                    review.note(),
                    review.reviewedAt());
        }
    }

    @GetMapping("/reps/{number}")
    Body repetition(@PathVariable UUID set, @PathVariable int number, @SignedIn Person me) {
        SetRepetitions.Found found = repetitions.read(me, set, number);
        StoredRepetition stored = found.repetition();
        AnalysisResult.Repetition result = stored.result();
        return new Body(
                set,
                number,
                result.startS(),
                result.barBreakS(),
                result.topS(),
                result.endS(),
                result.quality() == null ? "" : result.quality().grade(),
                result.metrics(),
                result.notAssessedBecause(),
                result.flags().stream().map(flag -> FlagLine.of(flag, stored)).toList(),
                finite(stored.curves().lumbarFlexionDeg()),
                finite(stored.curves().trunkInclinationDeg()),
                finite(stored.curves().holdSagDeg()),
                baselines.numbersOf(set).contains(number),
                commentsOf(found),
                reviewsOf(found));
    }

    /** A course as JSON has it: null where not assessed. */
    private static List<@Nullable Double> finite(double[] course) {
        List<@Nullable Double> values = new ArrayList<>(course.length);
        for (double value : course) {
            values.add(Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null);
        }
        return values;
    }

    private List<CommentLine> commentsOf(SetRepetitions.Found found) {
        return comments.of(found.set().id()).stream()
                .filter(comment -> found.repetition().result().spans(comment.momentS()))
                .map(CommentLine::of)
                .toList();
    }

    private List<ReviewLine> reviewsOf(SetRepetitions.Found found) {
        AnalysisResult.Repetition result = found.repetition().result();
        return reviews.of(found.set().id()).stream()
                .filter(review -> result.flags().stream().anyMatch(flag -> review.isOf(flag, result)))
                .map(ReviewLine::of)
                .toList();
    }

    /** A raw sample, sensor axes: specific force in m/s², angular rate in rad/s. */
    private record SampleLine(double timeS, String sensor, double[] specificForceMs2, double[] angularRateRadPerS) {}

    /** @param at moment the samples lie around, seconds on the set's clock; the gravest flag of the repetition where not said */
    @GetMapping("/reps/{number}/samples")
    List<SampleLine> samples(
            @PathVariable UUID set,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Double at,
            @SignedIn Person me)
            throws IOException {
        SetRepetitions.Found found = repetitions.read(me, set, number);
        return samples.around(found.set(), found.repetition(), at).rows().stream()
                .map(row -> new SampleLine(row.timeS(), row.sensor(), row.forceMs2(), row.rateRadPerS()))
                .toList();
    }

    private record Said(@Nullable String content) {}

    @GetMapping("/reps/{number}/comments")
    List<CommentLine> comments(
            @PathVariable UUID set,
            @PathVariable int number,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        return part.of(commentsOf(repetitions.read(me, set, number)));
    }

    @PostMapping("/reps/{number}/comments")
    ResponseEntity<CommentLine> comment(
            @PathVariable UUID set, @PathVariable int number, @RequestBody Said said, @SignedIn Person me) {
        SetRepetitions.Found found = repetitions.read(me, set, number);
        RepetitionComment comment = comments.write(set, found.momentS(), me, said.content());
        return ResponseEntity.created(URI.create("/api/sets/" + set + "/comments/" + comment.id()))
                .body(CommentLine.of(comment));
    }

    @PutMapping("/comments/{id}")
    CommentLine edit(@PathVariable UUID set, @PathVariable UUID id, @RequestBody Said said, @SignedIn Person me) {
        access.read(me, set);
        own(set, id);
        if (!comments.edit(id, me, said.content())) {
            throw SetRepetitions.nothing();
        }
        return CommentLine.of(comments.find(id).orElseThrow(SetRepetitions::nothing));
    }

    @DeleteMapping("/comments/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID set, @PathVariable UUID id, @SignedIn Person me) {
        access.read(me, set);
        own(set, id);
        if (!comments.delete(id, me)) {
            throw SetRepetitions.nothing();
        }
        return ResponseEntity.noContent().build();
    }

    private void own(UUID set, UUID comment) {
        if (comments.find(comment).filter(one -> one.setId().equals(set)).isEmpty()) {
            throw SetRepetitions.nothing();
        }
    }

    /**
     * @param flag JSON name of a flag of the repetition
     * @param metric JSON name of its metric
     * @param reason {@code seen}, {@code curve}, {@code form_held}, {@code limit_too_low}, {@code sensor},
     *     {@code not_a_repetition} or {@code other}
     */
    private record Wish(
            @Nullable String flag,
            @Nullable String metric,
            @Nullable String reason,
            @Nullable String note) {}

    @PostMapping("/reps/{number}/reviews")
    ResponseEntity<ReviewLine> review(
            @PathVariable UUID set, @PathVariable int number, @RequestBody Wish wish, @SignedIn Person me) {
        SetRepetitions.Found found = repetitions.work(me, set, number);
        if (wish.flag() == null || wish.metric() == null) {
            throw new IllegalArgumentException(Words.say("review.flag.missing"));
        }
        FormFlag flag = found.flag(wish.flag(), wish.metric());
        FlagReview review =
                reviews.judge(set, number, flag, me, ReviewReason.ofWord(String.valueOf(wish.reason())), wish.note());
        return ResponseEntity.created(URI.create("/api/sets/" + set + "/reviews/" + review.id()))
                .body(ReviewLine.of(review));
    }

    @DeleteMapping("/reviews/{id}")
    ResponseEntity<Void> takeBack(@PathVariable UUID set, @PathVariable UUID id, @SignedIn Person me) {
        access.work(me, set);
        if (!reviews.takeBack(id, set, me)) {
            throw SetRepetitions.nothing();
        }
        return ResponseEntity.noContent().build();
    }

    /** Approves a repetition as the lifter's usual. */
    @PutMapping("/reps/{number}/approval")
    ResponseEntity<Void> approve(@PathVariable UUID set, @PathVariable int number, @SignedIn Person me) {
        repetitions.work(me, set, number);
        baselines.approve(me.id(), set, number);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/reps/{number}/approval")
    ResponseEntity<Void> takeApprovalBack(@PathVariable UUID set, @PathVariable int number, @SignedIn Person me) {
        repetitions.work(me, set, number);
        baselines.takeBack(set, number);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                wrong.getMessage() == null ? Words.say("api.misunderstood") : wrong.getMessage());
    }
}

package org.plumbline.server.exchange;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.AnalysisBusyException;
import org.plumbline.server.training.Correction;
import org.plumbline.server.training.CorrectionKind;
import org.plumbline.server.training.CorrectionRefusedException;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetCorrections;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.NothingHere;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrects the count of a set, for programs. Answers when the set is analysed again. */
@RestController
@RequestMapping("/api/sets/{set}/corrections")
class CorrectionApi {
    private final SetCorrections corrections;
    private final TrainingLog log;
    private final SetAccess access;

    CorrectionApi(SetCorrections corrections, TrainingLog log, SetAccess access) {
        this.corrections = corrections;
        this.log = log;
        this.access = access;
    }

    /**
     * @param kind {@code not_repetition} or {@code repetition}
     * @param timeS any moment within the movement, seconds on the set's clock
     */
    private record Wish(@Nullable String kind, @Nullable Double timeS) {}

    private record Line(UUID id, String kind, double startS, double endS, String by, Instant madeAt) {
        private static Line of(Correction correction) {
            return new Line(
                    correction.id(),
                    correction.kind().word(),
                    correction.startS(),
                    correction.endS(),
                    correction.by(),
                    correction.madeAt());
        }
    }

    /** No recording is longer than a week, s. */
    private static final double LATEST_S = 7 * 24 * 3600.0;

    /**
     * @param correction the correction that was made, or null where one was taken back
     * @param repetitions repetitions the set has now
     */
    private record Corrected(@Nullable Line correction, int repetitions) {}

    @GetMapping
    List<Line> all(
            @PathVariable UUID set,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        access.read(me, set);
        return part.of(corrections.of(set)).stream().map(Line::of).toList();
    }

    @PostMapping
    ResponseEntity<Corrected> correct(@PathVariable UUID set, @SignedIn Person me, @RequestBody Wish wish) {
        access.work(me, set);
        if (wish.timeS() == null || !(Math.abs(wish.timeS()) <= LATEST_S)) {
            throw new IllegalArgumentException(Words.say("correction.time"));
        }
        CorrectionKind kind = CorrectionKind.ofWord(String.valueOf(wish.kind()));
        Optional<Correction> made = corrections.correct(set, kind, wish.timeS(), me);
        if (made.isEmpty()) {
            return ResponseEntity.ok(now(set, null));
        }
        URI address =
                URI.create("/api/sets/" + set + "/corrections/" + made.get().id());
        return ResponseEntity.created(address).body(now(set, Line.of(made.get())));
    }

    @DeleteMapping("/{id}")
    Corrected takeBack(@PathVariable UUID set, @PathVariable UUID id, @SignedIn Person me) {
        access.work(me, set);
        if (!corrections.takeBack(set, id)) {
            throw NothingHere.problem();
        }
        return now(set, null);
    }

    private Corrected now(UUID set, @Nullable Line correction) {
        return new Corrected(correction, log.repetitionCount(set));
    }

    @ExceptionHandler
    ProblemDetail busy(AnalysisBusyException busy) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CorrectionRefusedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
}

package org.plumbline.server.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Paging;
import org.springframework.format.annotation.DateTimeFormat;
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

/** The sets of a lifter for programs: their summaries, what was said of them, and away with one. */
@RestController
@RequestMapping("/api")
class SetRecordApi {
    private final SetSummaries summaries;
    private final SetEfforts efforts;
    private final SetDeletion deletion;
    private final TrainingLog log;
    private final SetAccess sets;
    private final RecordAccess access;

    SetRecordApi(
            SetSummaries summaries,
            SetEfforts efforts,
            SetDeletion deletion,
            TrainingLog log,
            SetAccess sets,
            RecordAccess access) {
        this.summaries = summaries;
        this.efforts = efforts;
        this.deletion = deletion;
        this.log = log;
        this.sets = sets;
        this.access = access;
    }

    /**
     * A set in one row.
     *
     * @param left repetitions in reserve, as said
     * @param peakFlexionsDeg peak lumbar flexion of each repetition, null where not assessed
     */
    record Line(
            UUID id,
            UUID session,
            String exercise,
            @Nullable String title,
            String source,
            String state,
            boolean simulated,
            Instant startedAt,
            @Nullable Double loadKg,
            int repetitions,
            int assessedRepetitions,
            int flaggedRepetitions,
            int strongestLevel,
            @Nullable Double peakFlexionMedianDeg,
            @Nullable Double peakFlexionWorstDeg,
            @Nullable Double twistMedianDeg,
            @Nullable Double twistWorstDeg,
            @Nullable Double formDriftIndex,
            @Nullable Double speedLossPercent,
            @Nullable Double rpe,
            @Nullable Integer repetitionsInReserve,
            List<@Nullable Double> peakFlexionsDeg) {
        static Line of(SetSummary set) {
            return new Line(
                    set.setId(),
                    set.sessionId(),
                    set.exercise(),
                    set.title(),
                    set.source().word(),
                    set.state().word(),
                    set.simulated(),
                    set.startedAt(),
                    set.loadKg(),
                    set.repetitions(),
                    set.assessedRepetitions(),
                    set.flaggedRepetitions(),
                    set.strongestLevel(),
                    set.peakFlexionMedianDeg(),
                    set.peakFlexionWorstDeg(),
                    set.twistMedianDeg(),
                    set.twistWorstDeg(),
                    set.formDriftIndex(),
                    set.speedLossPercent(),
                    set.effort().rpe(),
                    set.effort().repetitionsInReserve(),
                    set.peakFlexionsDeg());
        }
    }

    /** @param total sets that match, on whatever page */
    record Page(int total, List<Line> sets) {}

    /** Sets that are over, newest first; days are whole days where the server stands. */
    @GetMapping("/people/{person}/sets")
    Page sets(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable String exercise,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging paging = new Paging(limit, offset);
        access.read(me, person, RecordKind.FORM, "sets");
        SummaryFilter filter = SummaryFilter.ofDays(summaries.exerciseOrAll(exercise, List.of(person)), since, until)
                .to(access.mayRead(me, person, RecordKind.REHAB));
        return new Page(
                summaries.count(person, filter),
                summaries.newest(person, filter, paging.limit(), paging.offset()).stream()
                        .map(Line::of)
                        .toList());
    }

    /**
     * What the next set is filled in from.
     *
     * @param lastSet the last set of the exercise that was not ended early, or null
     * @param restSince when the lifter's last set of any exercise ended, or null
     */
    private record Next(
            @Nullable UUID lastSet,
            @Nullable Double loadKg,
            @Nullable Integer repetitions,
            @Nullable Instant restSince) {}

    /** Load and repetitions of the last set of an exercise that counts, and since when the lifter rests. */
    @GetMapping("/people/{person}/next-set")
    Next next(@PathVariable UUID person, @RequestParam String exercise, @SignedIn Person me) {
        Person lifter = access.read(me, person, RecordKind.FORM, "sets");
        SetSummary last = summaries
                .last(lifter, summaries.exercise(exercise, List.of(person)))
                .orElse(null);
        return new Next(
                last == null ? null : last.setId(),
                last == null ? null : last.loadKg(),
                last == null ? null : Integer.valueOf(last.repetitions()),
                log.lastEnd(person).orElse(null));
    }

    /**
     * What is said of a set.
     *
     * @param loadKg the load it was
     * @param loadCorrected answered: whether that is another than it was begun with
     * @param loadBeforeKg answered: the load it was begun with, where it was corrected
     */
    private record Said(
            @Nullable Double rpe,
            @Nullable Integer repetitionsInReserve,
            @Nullable String note,
            @Nullable Double loadKg,
            @Nullable Boolean loadCorrected,
            @Nullable Double loadBeforeKg) {}

    @GetMapping("/sets/{set}/effort")
    Said effort(@PathVariable UUID set, @SignedIn Person me) {
        return said(sets.read(me, set));
    }

    /** Changes what is sent: null clears it, and what is not sent stays. The lifter's own word: nobody else says it. */
    @PutMapping("/sets/{set}/effort")
    Said say(@PathVariable UUID set, @RequestBody EffortChange change, @SignedIn Person me) {
        sets.ownWord(me, set);
        efforts.change(set, change);
        return said(log.find(set).orElseThrow());
    }

    private Said said(TrainingSet set) {
        SetSaid said = efforts.of(set.id());
        return new Said(
                said.effort().rpe(),
                said.effort().repetitionsInReserve(),
                said.note(),
                set.loadKg(),
                said.loadCorrected(),
                said.loadBeforeKg());
    }

    /** Deletes a set; it can be brought back for 30 days. */
    @DeleteMapping("/sets/{set}")
    ResponseEntity<Void> delete(@PathVariable UUID set, @SignedIn Person me) {
        deletion.delete(sets.own(me, set));
        return ResponseEntity.noContent().build();
    }

    /** Brings a deleted set back. */
    @PostMapping("/sets/{set}/restore")
    ResponseEntity<Void> restore(@PathVariable UUID set, @SignedIn Person me) {
        if (!deletion.restore(me.id(), set)) {
            throw NothingHere.problem();
        }
        return ResponseEntity.noContent().build();
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

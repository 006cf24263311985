package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsRead;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way back to activity, clearances and what brought the person, for programs. */
@RestController
@RequestMapping("/api/people/{id}")
class ChecklistApi {
    private final PatientDoor door;
    private final Checklist checklist;
    private final PatientFile file;

    ChecklistApi(PatientDoor door, Checklist checklist, PatientFile file) {
        this.door = door;
        this.checklist = checklist;
        this.file = file;
    }

    @GetMapping("/checklist")
    List<Criterion> checklist(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "checklist");
        return part.of(checklist.of(id));
    }

    /** @param criterion what is to be shown */
    record CriterionInput(@Nullable String criterion) {}

    @PostMapping("/checklist")
    @ResponseStatus(HttpStatus.CREATED)
    Criterion add(@PathVariable UUID id, @RequestBody CriterionInput input, @SignedIn Person me) {
        door.work(me, id, "checklist");
        return checklist.add(me, id, input.criterion());
    }

    @DeleteMapping("/checklist/{criterion}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID criterion, @SignedIn Person me) {
        door.work(me, id, "checklist");
        checklist.remove(id, criterion);
    }

    /** @param kind set, range_of_motion, pain or note */
    record EvidenceInput(
            @Nullable String kind,
            @Nullable UUID subject,
            @Nullable String note) {}

    @PostMapping("/checklist/{criterion}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    Criterion link(
            @PathVariable UUID id,
            @PathVariable UUID criterion,
            @RequestBody EvidenceInput input,
            @SignedIn Person me) {
        door.work(me, id, "checklist");
        Criterion.EvidenceKind kind = kind(input.kind());
        door.needShared(me, id, kind);
        return checklist.link(me, id, criterion, kind, input.subject(), input.note());
    }

    private static Criterion.EvidenceKind kind(@Nullable String word) {
        try {
            return Choice.of(Criterion.EvidenceKind.class, "kind", word);
        } catch (IllegalArgumentException none) {
            throw new RefusedException("kind", String.valueOf(none.getMessage()));
        }
    }

    /** @param note what the signer adds, or null */
    record Note(@Nullable String note) {}

    @PostMapping("/checklist/{criterion}/sign")
    Criterion sign(@PathVariable UUID id, @PathVariable UUID criterion, @RequestBody Note note, @SignedIn Person me) {
        door.work(me, id, "checklist");
        return checklist.sign(me, id, criterion, note.note());
    }

    /** @param reason why */
    record Because(@Nullable String reason) {}

    @PostMapping("/checklist/{criterion}/withdraw")
    Criterion withdraw(
            @PathVariable UUID id, @PathVariable UUID criterion, @RequestBody Because because, @SignedIn Person me) {
        door.work(me, id, "checklist");
        return checklist.withdraw(me, id, criterion, because.reason());
    }

    @GetMapping("/clearances")
    List<Clearance> clearances(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "checklist");
        return part.of(file.clearances(id));
    }

    /** A clearance about to be recorded. */
    record ClearanceInput(
            @Nullable String givenBy,
            @Nullable LocalDate givenOn,
            @Nullable String scope,
            @Nullable LocalDate expiresOn) {}

    @PostMapping("/clearances")
    @ResponseStatus(HttpStatus.CREATED)
    List<Clearance> clear(@PathVariable UUID id, @RequestBody ClearanceInput input, @SignedIn Person me) {
        door.work(me, id, "checklist");
        if (input.givenOn() == null) {
            throw new RefusedException("givenOn", Words.say("plan.fault.date"));
        }
        file.clear(
                me,
                id,
                new PatientFile.NewClearance(
                        input.givenBy() == null ? "" : input.givenBy(),
                        input.givenOn(),
                        input.scope() == null ? "" : input.scope(),
                        input.expiresOn()));
        return file.clearances(id);
    }

    @PostMapping("/clearances/{clearance}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawClearance(
            @PathVariable UUID id, @PathVariable UUID clearance, @RequestBody Because because, @SignedIn Person me) {
        door.work(me, id, "checklist");
        file.withdrawClearance(id, clearance, because.reason());
    }

    /** @param statement what brought the person, in the words of a therapist; null where nothing is written */
    record StatementJson(
            @Nullable String statement, @Nullable Signature by) {}

    @GetMapping("/statement")
    ResponseEntity<StatementJson> statement(@PathVariable UUID id, @SignedIn Person me) {
        door.read(me, id, "patient");
        return AsRead.marked(json(file.statement(id)));
    }

    private static StatementJson json(Optional<PatientFile.Statement> statement) {
        return statement
                .map(one -> new StatementJson(one.content(), one.by()))
                .orElseGet(() -> new StatementJson(null, null));
    }

    /** @param statement what brought the person */
    record StatementInput(@Nullable String statement) {}

    /** @param asRead mark of the statement that was read; without it the last word stands */
    @PutMapping("/statement")
    ResponseEntity<StatementJson> state(
            @PathVariable UUID id,
            @RequestBody StatementInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String asRead,
            @SignedIn Person me) {
        door.work(me, id, "patient");
        file.state(me, id, input.statement(), now -> AsRead.isOf(asRead, json(now)));
        return statement(id, me);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return PlanApi.problem(refused);
    }
}

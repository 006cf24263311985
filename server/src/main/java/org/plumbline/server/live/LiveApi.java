package org.plumbline.server.live;

import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.account.HealthReach;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The live set for programs. */
@RestController
@RequestMapping("/api/live")
class LiveApi {
    private final LiveSets liveSets;
    private final LiveStarter starter;
    private final RecordAccess access;

    LiveApi(LiveSets liveSets, LiveStarter starter, RecordAccess access) {
        this.liveSets = liveSets;
        this.starter = starter;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<LiveSnapshot> newest(@SignedIn Person me) {
        return liveSets.newestOf(me.id())
                .map(set -> ResponseEntity.ok(set.snapshot()))
                .orElse(ResponseEntity.noContent().build());
    }

    @PostMapping
    ResponseEntity<LiveSnapshot> start(@SignedIn Person me, Principal asking, @RequestBody StartRequest request)
            throws LinkException, UnansweredException {
        LiveSet set = starter.start(me, request, question -> mayRead(asking, question));
        return ResponseEntity.created(URI.create("/api/live/" + set.id())).body(set.snapshot());
    }

    @GetMapping("/{id}")
    LiveSnapshot snapshot(@PathVariable UUID id, @SignedIn Person me) {
        LiveSet set = find(id);
        access.read(me, set.lifter().id(), RecordKind.FORM, "live_set");
        return set.snapshotFor(me.id());
    }

    @PostMapping("/{id}/begin")
    LiveSnapshot begin(@PathVariable UUID id, @SignedIn Person me) {
        LiveSet set = own(me, id);
        if (!set.begin()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, Words.say("live.begin.over"));
        }
        return set.snapshot();
    }

    @PostMapping("/{id}/stop")
    LiveSnapshot stop(@PathVariable UUID id, @SignedIn Person me) {
        LiveSet set = own(me, id);
        liveSets.end(set);
        return set.snapshot();
    }

    private LiveSet own(Person me, UUID id) {
        LiveSet set = find(id);
        if (!set.lifter().id().equals(me.id())) {
            throw nothing();
        }
        return set;
    }

    private LiveSet find(UUID id) {
        return liveSets.find(id).orElseThrow(LiveApi::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("live.nothing.such"));
    }

    /** A question of {@code questions}, to be given back in {@code anyway} by who has read it. */
    private record Unread(String answer, String sentence) {}

    @ExceptionHandler
    ProblemDetail unanswered(UnansweredException first, Principal asking) {
        List<SetQuestion> shown = first.questions().stream()
                .filter(question -> mayRead(asking, question))
                .toList();
        List<String> sentences =
                new ArrayList<>(shown.stream().map(SetQuestion::sentence).toList());
        if (shown.size() < first.questions().size()) {
            sentences.add(Words.say("live.questions.health"));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.join(" ", sentences));
        problem.setProperty(
                "questions",
                shown.stream()
                        .map(one -> new Unread(one.answer(), one.sentence()))
                        .toList());
        return problem;
    }

    private static boolean mayRead(Principal asking, SetQuestion question) {
        return !question.isOfHealth() || HealthReach.of(asking);
    }

    @ExceptionHandler
    ProblemDetail busy(AlreadyLiftingException busy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, busy.getMessage());
        problem.setProperty("set", busy.setId());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail full(ServerFullException full) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, full.getMessage());
    }

    @ExceptionHandler
    ProblemDetail inUse(SensorsInUseException inUse) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, inUse.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreachable(LinkException unreachable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unreachable.getMessage());
    }
}

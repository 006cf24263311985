package org.plumbline.server.live;

import java.net.URI;
import java.util.UUID;
import org.plumbline.server.wearable.LinkException;
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

    LiveApi(LiveSets liveSets, LiveStarter starter) {
        this.liveSets = liveSets;
        this.starter = starter;
    }

    @GetMapping
    ResponseEntity<LiveSnapshot> newest() {
        return liveSets.newest()
                .map(set -> ResponseEntity.ok(set.snapshot()))
                .orElse(ResponseEntity.noContent().build());
    }

    @PostMapping
    ResponseEntity<LiveSnapshot> start(@RequestBody StartRequest request) throws LinkException {
        LiveSet set = starter.start(request);
        return ResponseEntity.created(URI.create("/api/live/" + set.id())).body(set.snapshot());
    }

    @GetMapping("/{id}")
    LiveSnapshot snapshot(@PathVariable UUID id) {
        return find(id).snapshot();
    }

    @PostMapping("/{id}/begin")
    LiveSnapshot begin(@PathVariable UUID id) {
        LiveSet set = find(id);
        set.begin();
        return set.snapshot();
    }

    @PostMapping("/{id}/stop")
    LiveSnapshot stop(@PathVariable UUID id) {
        LiveSet set = find(id);
        liveSets.end(set);
        return set.snapshot();
    }

    private LiveSet find(UUID id) {
        return liveSets.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such set is live."));
    }

    @ExceptionHandler
    ProblemDetail busy(AlreadyLiftingException busy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, busy.getMessage());
        problem.setProperty("set", busy.setId());
        return problem;
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

package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests of range of motion, for programs. Angles are degrees. */
@RestController
@RequestMapping("/api/people/{id}/range-of-motion")
class MotionApi {
    private final PatientDoor door;
    private final MotionTests tests;

    MotionApi(PatientDoor door, MotionTests tests) {
        this.door = door;
        this.tests = tests;
    }

    /** Newest first. */
    @GetMapping
    List<MotionJson> motion(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        door.read(me, id, "range_of_motion");
        return part.of(MotionJson.of(tests.of(id)));
    }

    /** @param set set of slow bends that the test is read of */
    record MotionInput(@Nullable UUID set, @Nullable String note) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MotionJson read(@PathVariable UUID id, @RequestBody MotionInput input, @SignedIn Person me) {
        door.work(me, id, "range_of_motion");
        if (input.set() == null) {
            throw new RefusedException("set", Words.say("plan.fault.set"));
        }
        door.needForm(me, id, "set");
        MotionTest test = tests.record(me, id, input.set(), input.note());
        return MotionJson.of(tests.of(id)).stream()
                .filter(one -> one.id().equals(test.id()))
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/{test}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID test, @SignedIn Person me) {
        door.work(me, id, "range_of_motion");
        tests.remove(id, test);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return PlanApi.problem(refused);
    }
}

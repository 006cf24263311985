package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Range-of-motion tests: read of a set of slow bends, live or stored. */
@Service
public class MotionTests {
    /** The exercise of the bends: trunk movement as such, for which there are no limits. */
    public static final String EXERCISE = ExerciseProfile.TRUNK_MOVEMENT.name();

    private static final int LONGEST_NOTE = 400;

    private final MotionTestRepository repository;
    private final TrainingLog log;

    MotionTests(MotionTestRepository repository, TrainingLog log) {
        this.repository = repository;
        this.log = log;
    }

    /** The tests of a person, newest first. */
    public List<MotionTest> of(UUID personId) {
        return repository.of(personId);
    }

    /** Reads a test of a set of that person and keeps it. */
    @Transactional
    public MotionTest record(Person therapist, UUID personId, UUID setId, @Nullable String note) {
        TrainingSet set = log.find(setId)
                .filter(one -> one.lifterId().equals(personId))
                .orElseThrow(() -> new RefusedException("set", Words.say("plan.fault.set")));
        if (!set.exercise().equals(EXERCISE)) {
            throw new RefusedException("set", Words.say("plan.fault.set.exercise"));
        }
        AnalysisResult analysis =
                log.analysis(setId).orElseThrow(() -> new RefusedException("set", Words.say("plan.fault.set.runs")));
        if (of(personId).stream().anyMatch(test -> setId.equals(test.setId()))) {
            throw new RefusedException("set", Words.say("plan.fault.set.read"));
        }
        List<AnalysisResult.Repetition> bends =
                log.repetitions(setId).stream().map(StoredRepetition::result).toList();
        MotionTest test = new MotionTest(
                UUID.randomUUID(),
                personId,
                therapist.name(),
                setId,
                set.startedAt(),
                set.simulated(),
                placement(set),
                analysis.software().algorithm(),
                Texts.optional("note", note, LONGEST_NOTE),
                MotionRange.METRICS.stream()
                        .map(metric -> MotionRange.of(metric, bends))
                        .toList());
        repository.insert(test, therapist.id());
        log.setOfRehab(setId, true);
        return test;
    }

    /** Takes a test out again; the set stays, and can be read anew. */
    @Transactional
    public void remove(UUID personId, UUID id) {
        MotionTest removed = of(personId).stream()
                .filter(test -> test.id().equals(id))
                .findFirst()
                .orElseThrow(Prescriptions::nothing);
        repository.delete(id);
        if (removed.setId() != null) {
            log.setOfRehab(removed.setId(), false);
        }
    }

    /** Where the sensors of a set sat, in words, the same for the same places. */
    static String placement(TrainingSet set) {
        return set.header().sensors().stream()
                .map(sensor -> sensor.placement().fileName())
                .sorted()
                .collect(Collectors.joining(" + "));
    }
}

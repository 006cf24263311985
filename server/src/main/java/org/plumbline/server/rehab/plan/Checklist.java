package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back to activity: criteria that a therapist picks or writes, each with what speaks for it, signed by a person. The
 * software never ticks one. Callers have asked already whether the therapist may.
 */
@Service
public class Checklist {
    private static final int LONGEST = 400;
    private static final int TO_PICK = 6;

    private final CriterionRepository repository;
    private final MotionTests tests;
    private final TrainingLog log;
    private final Days days;

    Checklist(CriterionRepository repository, MotionTests tests, TrainingLog log, Days days) {
        this.repository = repository;
        this.tests = tests;
        this.log = log;
        this.days = days;
    }

    public List<Criterion> of(UUID personId) {
        return repository.of(personId);
    }

    /** Criteria to pick from; a therapist may write any other. */
    public List<String> toPick() {
        return IntStream.rangeClosed(1, TO_PICK)
                .mapToObj(i -> Words.say("plan.criterion." + i))
                .toList();
    }

    @Transactional
    public Criterion add(Person therapist, UUID personId, @Nullable String criterion) {
        String text = Texts.needed("criterion", criterion, LONGEST);
        if (of(personId).stream().anyMatch(one -> one.criterion().equalsIgnoreCase(text))) {
            throw new RefusedException("criterion", Words.say("plan.fault.criterion.twice"));
        }
        UUID id = repository.insert(personId, therapist.id(), text, days.now());
        return find(personId, id);
    }

    /** Takes a criterion off the list; it can be {@linkplain #putBack put back}. */
    @Transactional
    public void remove(UUID personId, UUID id) {
        find(personId, id);
        repository.remove(id, days.now());
    }

    @Transactional
    public void putBack(UUID personId, UUID id) {
        repository.putBack(personId, id);
    }

    /** Links evidence. A set and a test must be that person's; something seen needs words. */
    @Transactional
    public Criterion link(
            Person therapist,
            UUID personId,
            UUID id,
            Criterion.EvidenceKind kind,
            @Nullable UUID subject,
            @Nullable String note) {
        find(personId, id);
        boolean theirs = switch (kind) {
            case SET ->
                subject != null
                        && log.find(subject)
                                .filter(set -> set.lifterId().equals(personId))
                                .isPresent();
            case RANGE_OF_MOTION ->
                tests.of(personId).stream().anyMatch(test -> test.id().equals(subject));
            case PAIN, NOTE -> true;
        };
        if (!theirs) {
            throw new RefusedException("subject", Words.say("plan.fault.subject"));
        }
        boolean pointsAtOne = kind == Criterion.EvidenceKind.SET || kind == Criterion.EvidenceKind.RANGE_OF_MOTION;
        if (!pointsAtOne && subject != null) {
            throw new RefusedException("subject", Words.say("plan.fault.subject.none", kind.word()));
        }
        String words = kind == Criterion.EvidenceKind.NOTE
                ? Texts.needed("note", note, LONGEST)
                : Texts.optional("note", note, LONGEST);
        repository.addEvidence(
                id,
                new Criterion.Evidence(UUID.randomUUID(), kind, subject, words, therapist.name(), days.now()),
                therapist.id());
        return find(personId, id);
    }

    /** Signs a criterion. There must be something that speaks for it. */
    @Transactional
    public Criterion sign(Person therapist, UUID personId, UUID id, @Nullable String note) {
        Criterion criterion = find(personId, id);
        if (criterion.standing() != null) {
            throw new RefusedException("signature", Words.say("plan.fault.signed"));
        }
        if (criterion.evidence().isEmpty()) {
            throw new RefusedException("signature", Words.say("plan.fault.evidence"));
        }
        try {
            repository.sign(id, therapist.id(), days.now(), Texts.optional("note", note, LONGEST));
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new RefusedException("signature", Words.say("plan.fault.signed"));
        }
        return find(personId, id);
    }

    /** Withdraws the signature that stands, with the reason. */
    @Transactional
    public Criterion withdraw(Person therapist, UUID personId, UUID id, @Nullable String reason) {
        Criterion.Signed standing = find(personId, id).standing();
        if (standing == null) {
            throw new RefusedException("reason", Words.say("plan.fault.not.signed"));
        }
        if (!repository.withdraw(standing.id(), therapist.id(), days.now(), Texts.needed("reason", reason, LONGEST))) {
            // somebody else did at the same moment, for their own reason
            throw new RefusedException("reason", Words.say("plan.fault.not.signed"));
        }
        return find(personId, id);
    }

    private Criterion find(UUID personId, UUID id) {
        return of(personId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Prescriptions::nothing);
    }
}

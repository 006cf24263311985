package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What else a therapist keeps of a person: what brought them, clearances, and the therapist's own notes, which nobody else
 * reads. Callers have asked already whether the therapist may.
 */
@Service
public class PatientFile {
    private static final int LONGEST_STATEMENT = 2000;
    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SCOPE = 400;

    private final PatientFileRepository repository;
    private final AsSeen seen;
    private final Days days;

    PatientFile(PatientFileRepository repository, AsSeen seen, Days days) {
        this.repository = repository;
        this.seen = seen;
        this.days = days;
    }

    /**
     * What brought a person, in the words of a therapist.
     *
     * @param content their words
     * @param by who wrote it, and when
     */
    public record Statement(String content, Signature by) {}

    /** A therapist's own note. */
    public record Note(UUID id, String content, Instant writtenAt) {}

    /**
     * A clearance about to be recorded.
     *
     * @param givenBy who gave it
     * @param givenOn when
     * @param scope for what
     * @param expiresOn last day, or null
     */
    public record NewClearance(
            String givenBy,
            LocalDate givenOn,
            String scope,
            @Nullable LocalDate expiresOn) {}

    public Optional<Statement> statement(UUID personId) {
        return repository.statement(personId);
    }

    /** The {@linkplain AsSeen#mark mark} of the statement that stands. */
    public String statementMark(UUID personId) {
        return AsSeen.mark(statement(personId));
    }

    /**
     * Writes what brought a person, from a form.
     *
     * @param mark what {@link #statementMark} was when it was opened
     * @throws RefusedException where another one stands by now
     */
    public Statement stateAsSeen(@Nullable String mark, Person therapist, UUID personId, @Nullable String content) {
        try {
            return state(therapist, personId, content, now -> now.isEmpty() || AsSeen.isOf(mark, now));
        } catch (AsSeen.ChangedException changed) {
            String who =
                    statement(personId).map(now -> PlanWords.signed(now.by())).orElseThrow(() -> changed);
            throw new RefusedException("statement", Words.say("plan.fault.statement", who));
        }
    }

    /**
     * The same from elsewhere.
     *
     * @param asSeen whether what stands is what its author has seen
     * @throws AsSeen.ChangedException where it is not
     */
    Statement state(Person therapist, UUID personId, @Nullable String content, Predicate<Optional<Statement>> asSeen) {
        String text = Texts.needed("statement", content, LONGEST_STATEMENT);
        return seen.write(personId, () -> statement(personId), asSeen, before -> {
            Instant now = days.now();
            repository.addStatement(personId, therapist.id(), text, now);
            return new Statement(text, new Signature(therapist.name(), now));
        });
    }

    /** The author's own notes of a person, newest first. */
    public List<Note> notes(Person author, UUID personId) {
        return repository.notes(personId, author.id());
    }

    @Transactional
    public void note(Person author, UUID personId, @Nullable String content) {
        repository.addNote(personId, author.id(), Texts.needed("note", content, LONGEST_NOTE), days.now());
    }

    @Transactional
    public void removeNote(Person author, UUID personId, UUID id) {
        if (!repository.removeNote(personId, author.id(), id)) {
            throw Prescriptions.nothing();
        }
    }

    /** Clearances of a person, newest first. */
    public List<Clearance> clearances(UUID personId) {
        return repository.clearances(personId);
    }

    @Transactional
    public UUID clear(Person therapist, UUID personId, NewClearance clearance) {
        List<Fault> faults = new ArrayList<>();
        Texts.check(faults, "givenBy", clearance.givenBy(), LONGEST_NAME);
        Texts.check(faults, "scope", clearance.scope(), LONGEST_SCOPE);
        if (clearance.givenOn().isAfter(days.today())) {
            faults.add(new Fault("givenOn", Words.say("plan.fault.future")));
        }
        if (clearance.expiresOn() != null && clearance.expiresOn().isBefore(clearance.givenOn())) {
            faults.add(new Fault("expiresOn", Words.say("plan.fault.end.order")));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return repository.addClearance(personId, therapist.id(), clearance, days.now());
    }

    @Transactional
    public void withdrawClearance(UUID personId, UUID id, @Nullable String reason) {
        if (!repository.withdrawClearance(personId, id, days.now(), Texts.needed("reason", reason, LONGEST_SCOPE))) {
            throw Prescriptions.nothing();
        }
    }
}

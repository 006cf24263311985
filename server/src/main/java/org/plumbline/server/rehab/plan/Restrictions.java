package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people are to leave out for a while. Callers have asked already whether the therapist may. */
@Service
public class Restrictions {
    /** Lines that a flare-up starts from, until a therapist edits them: rehab.properties has their words. */
    private static final int LINES_IN_WORDS = 5;

    private static final int MOST_LINES = 20;
    private static final int LONGEST_NOTE = 400;

    private final RestrictionRepository repository;
    private final AsSeen seen;
    private final Days days;

    Restrictions(RestrictionRepository repository, AsSeen seen, Days days) {
        this.repository = repository;
        this.seen = seen;
        this.days = days;
    }

    /** All restrictions of a person, the next review first. */
    public List<Restriction> of(UUID personId) {
        return repository.of(List.of(personId));
    }

    public List<Restriction> of(List<UUID> people) {
        return repository.of(people);
    }

    /** Those a person is to keep to on that day. */
    public List<Restriction> on(UUID personId, LocalDate day) {
        return of(personId).stream().filter(one -> one.holdsOn(day)).toList();
    }

    /** Reviews of all restrictions of a person, newest first. */
    public List<RestrictionReview> reviews(UUID personId) {
        return repository.reviews(personId);
    }

    @Transactional
    public Restriction set(Person therapist, UUID personId, NewRestriction restriction) {
        List<Fault> faults = restriction.faults();
        if (!restriction.reviewOn().isAfter(days.today())) {
            faults.add(new Fault("reviewOn", Words.say("plan.fault.review.past")));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        UUID id = repository.insert(personId, therapist.id(), restriction, days.now());
        return find(personId, id);
    }

    /**
     * Reviews a restriction, from a form.
     *
     * @param mark what {@link Restriction#mark} was when it was opened
     * @param next the day it is kept to, or null to lift it
     * @throws RefusedException where somebody else reviewed it since
     */
    public Restriction reviewAsSeen(
            @Nullable String mark,
            Person therapist,
            UUID personId,
            UUID id,
            @Nullable LocalDate next,
            @Nullable String note) {
        try {
            return review(therapist, personId, id, next, note, now -> AsSeen.isOf(mark, now));
        } catch (AsSeen.ChangedException changed) {
            throw new RefusedException("reviewOn", Words.say("plan.fault.review.meanwhile"));
        }
    }

    /**
     * The same from elsewhere.
     *
     * @param asSeen whether what stands is what its author has seen
     * @throws AsSeen.ChangedException where it is not
     */
    Restriction review(
            Person therapist,
            UUID personId,
            UUID id,
            @Nullable LocalDate next,
            @Nullable String note,
            Predicate<Restriction> asSeen) {
        return seen.write(
                personId, () -> find(personId, id), asSeen, now -> reviewed(therapist, personId, now, next, note));
    }

    private Restriction reviewed(
            Person therapist, UUID personId, Restriction restriction, @Nullable LocalDate next, @Nullable String note) {
        LocalDate today = days.today();
        if (note != null && note.isBlank()) {
            throw new RefusedException("note", Words.say("plan.fault.blank"));
        }
        if (restriction.lifted()) {
            throw new RefusedException("review", Words.say("plan.fault.lifted"));
        }
        if (next != null && !next.isAfter(today)) {
            throw new RefusedException("reviewOn", Words.say("plan.fault.review.past"));
        }
        if (next != null) {
            NewRestriction kept = new NewRestriction(
                    restriction.what(), restriction.reason(), restriction.exercise(), today, next, false);
            if (!kept.faults().isEmpty()) {
                throw new RefusedException(kept.faults());
            }
        }
        repository.review(
                restriction.id(), therapist.id(), days.now(), next, Texts.optional("note", note, LONGEST_NOTE));
        return find(personId, restriction.id());
    }

    /** What a flare-up starts from on this server. */
    public List<FlareUpLine> flareUp() {
        List<FlareUpLine> edited = repository.flareUpLines();
        return edited.isEmpty()
                ? IntStream.rangeClosed(1, LINES_IN_WORDS)
                        .mapToObj(i -> new FlareUpLine(
                                Words.say("plan.flareup." + i), Words.say("plan.flareup." + i + ".reason")))
                        .toList()
                : edited;
    }

    /** The {@linkplain AsSeen#mark mark} of the lines a flare-up starts from. */
    public String flareUpMark() {
        return AsSeen.mark(flareUp());
    }

    /**
     * Changes what a flare-up starts from; with no line, the words of the server hold again.
     *
     * @param mark what {@link #flareUpMark} was when the form was opened
     */
    public void editFlareUp(List<FlareUpLine> lines, @Nullable String mark) {
        List<Fault> faults = new ArrayList<>();
        if (lines.size() > MOST_LINES) {
            faults.add(new Fault("lines", Words.say("plan.fault.lines", MOST_LINES)));
        }
        for (FlareUpLine line : lines) {
            Texts.check(faults, "what", line.what(), NewRestriction.LONGEST_WHAT);
            Texts.check(faults, "reason", line.reason(), NewRestriction.LONGEST_REASON);
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        try {
            seen.write(
                    repository::holdFlareUpLines,
                    this::flareUp,
                    now -> AsSeen.isOf(mark, now),
                    now -> repository.replaceFlareUpLines(lines));
        } catch (AsSeen.ChangedException changed) {
            String stand = flareUp().stream()
                    .map(line -> line.what() + " (" + line.reason() + ")")
                    .collect(Collectors.joining("; "));
            throw new RefusedException("lines", Words.say("plan.fault.lines.meanwhile", stand));
        }
    }

    /** Sets the lines of a flare-up, all to be reviewed on one day. */
    @Transactional
    public void setFlareUp(Person therapist, UUID personId, List<FlareUpLine> lines, LocalDate reviewOn) {
        if (lines.isEmpty()) {
            throw new RefusedException("lines", Words.say("plan.fault.no.lines"));
        }
        for (FlareUpLine line : lines) {
            set(
                    therapist,
                    personId,
                    new NewRestriction(line.what(), line.reason(), null, days.today(), reviewOn, false));
        }
    }

    Restriction find(UUID personId, UUID id) {
        return of(personId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Prescriptions::nothing);
    }
}

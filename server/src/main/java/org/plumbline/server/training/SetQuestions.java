package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * What is asked before a set: whether to begin it although the person was told otherwise, the plan leaves the exercise out, or the
 * load is more than the plan says. All that stands is asked before every set, shorter after the first time of a day; whoever goes
 * on does so by their own choice, and it is kept with the set.
 */
@Service
public class SetQuestions implements SetNotice.Source {
    private static final Logger LOG = LoggerFactory.getLogger(SetQuestions.class);

    private final ObjectProvider<SetHold> holds;
    private final PlannedSets planned;
    private final BegunAnywayRepository begun;
    private final Clock clock;

    SetQuestions(ObjectProvider<SetHold> holds, PlannedSets planned, BegunAnywayRepository begun, Clock clock) {
        this.holds = holds;
        this.planned = planned;
        this.begun = begun;
        this.clock = clock;
    }

    /** All that a person was told that speaks against a set now, the weightiest first; empty where nothing does. */
    public List<SetHold.Told> told(UUID lifterId) {
        Instant now = clock.instant();
        return holds.orderedStream()
                .flatMap(hold -> hold.told(lifterId, now).stream())
                .toList();
    }

    /** The sentences among them that are of one kind and speak of one exercise. */
    public static List<String> sentences(List<SetHold.Told> told, BegunAnyway.Question question, String exercise) {
        return told.stream()
                .filter(one -> one.question() == question && one.speaksOf(exercise))
                .map(SetHold.Told::sentence)
                .toList();
    }

    /** Whether something of what a person was told leaves an exercise out. */
    public static boolean isLeftOut(List<SetHold.Told> told, String exercise) {
        return !sentences(told, BegunAnyway.Question.RESTRICTED, exercise).isEmpty();
    }

    /**
     * What is to be asked before a set; empty where nothing is.
     *
     * @param simulated whether nobody would lift it: what was read before such a set was not read before a real one
     */
    public List<SetQuestion> questions(
            UUID lifterId, String exercise, boolean simulated, @Nullable Double loadKg, LoadUnit unit) {
        LocalDate today = today();
        List<BegunAnyway> chosen = begun.between(List.of(lifterId), today, today).stream()
                .filter(one -> one.exercise().equals(exercise) && one.simulated() == simulated)
                .toList();
        List<SetQuestion> open = new ArrayList<>();
        told(lifterId).stream()
                .filter(told -> told.speaksOf(exercise))
                .forEach(told -> open.add(new SetQuestion(
                        told.question(),
                        told.sentence(),
                        told.link(),
                        told.linkText(),
                        null,
                        wasRead(told.question(), told.sentence(), chosen))));
        planned.capBelow(lifterId, exercise, clock.instant(), loadKg).ifPresent(capKg -> {
            String sentence = Words.say("before.above", unit.format(loadKg == null ? 0 : loadKg), unit.format(capKg));
            BegunAnyway.Question above = BegunAnyway.Question.ABOVE_CAP;
            open.add(new SetQuestion(above, sentence, null, null, capKg, wasRead(above, sentence, chosen)));
        });
        return open;
    }

    private static boolean wasRead(BegunAnyway.Question question, String sentence, List<BegunAnyway> chosen) {
        return chosen.stream()
                .anyMatch(one -> one.question() == question && one.sentence().equals(sentence));
    }

    /**
     * Keeps that a set was begun all the same. The set runs already: where this cannot be kept it goes on.
     *
     * @param questions what was read before it
     * @param set what was begun
     */
    public void begunAnyway(List<SetQuestion> questions, UUID lifterId, UUID setId, NewSet set) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            int place = 0;
            for (SetQuestion question : questions) {
                begun.insert(
                        new BegunAnyway(
                                lifterId,
                                setId,
                                now,
                                today(),
                                question.question(),
                                question.sentence(),
                                set.exercise(),
                                set.simulated(),
                                set.loadKg(),
                                question.capKg()),
                        place++);
            }
        } catch (DataAccessException silent) {
            LOG.warn("The database does not answer: that a set was begun all the same is not kept");
        }
    }

    /**
     * Keeps with a set what was read before the one it takes the place of. The set runs already: where this cannot be kept it goes
     * on.
     *
     * @param stays whether the replaced set stays in the log, and what was read before it with it
     */
    public void carryOver(UUID replaced, boolean stays, UUID setId) {
        try {
            if (stays) {
                int place = 0;
                for (BegunAnyway one : begun.ofSet(replaced)) {
                    begun.insert(one.of(setId), place++);
                }
            } else {
                begun.move(replaced, setId);
            }
        } catch (DataAccessException silent) {
            LOG.warn("The database does not answer: that a set was begun all the same is not carried over");
        }
    }

    /** What was begun all the same by any of these people, the newest first. */
    public List<BegunAnyway> between(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return begun.between(lifters, from, to);
    }

    @Override
    public List<SetNotice> notices(TrainingSet set) {
        return begun.ofSet(set.id()).stream()
                .map(one -> new SetNotice(
                        one.question().kind(),
                        Words.say(set.simulated() ? "set.begun.simulated" : "set.begun", one.sentence())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault()));
    }
}

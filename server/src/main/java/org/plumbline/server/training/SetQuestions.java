package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * What is asked before a set: whether to begin it although the person was told to lift no further, or with more load than the plan
 * says. Each is asked once a day; whoever goes on does so by their own choice, and it is kept.
 */
@Service
public class SetQuestions {
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

    /** What a person was told that speaks against a further set now; null where nothing does. */
    public @Nullable String told(UUID lifterId) {
        return newest(lifterId).map(SetHold.Told::sentence).orElse(null);
    }

    /**
     * What is to be asked before a set and was not answered today; empty where nothing is.
     *
     * @param simulated whether nobody lifts it
     */
    public List<BegunAnyway> questions(
            UUID lifterId, String exercise, boolean simulated, @Nullable Double loadKg, LoadUnit unit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        List<BegunAnyway> chosen = begun.between(List.of(lifterId), today, today);
        List<BegunAnyway> open = new ArrayList<>();
        newest(lifterId)
                .filter(told -> chosen.stream().noneMatch(one -> isAnswered(one, told)))
                .ifPresent(told -> open.add(new BegunAnyway(
                        lifterId,
                        now,
                        today,
                        BegunAnyway.Question.TOLD,
                        told.sentence(),
                        exercise,
                        simulated,
                        loadKg,
                        null)));
        planned.capBelow(lifterId, exercise, now, loadKg)
                .filter(capKg -> chosen.stream().noneMatch(one -> isAnswered(one, exercise, loadKg, capKg)))
                .ifPresent(capKg -> open.add(new BegunAnyway(
                        lifterId,
                        now,
                        today,
                        BegunAnyway.Question.ABOVE_CAP,
                        Words.say("before.above", unit.format(loadKg == null ? 0 : loadKg), unit.format(capKg)),
                        exercise,
                        simulated,
                        loadKg,
                        capKg)));
        return open;
    }

    /** Keeps that a set was begun all the same. The set runs already: where this cannot be kept it goes on. */
    public void begunAnyway(List<BegunAnyway> questions) {
        try {
            questions.forEach(begun::insert);
        } catch (DataAccessException silent) {
            LOG.warn("The database does not answer: that a set was begun all the same is not kept");
        }
    }

    /** What was begun all the same by any of these people, the newest first. */
    public List<BegunAnyway> between(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return begun.between(lifters, from, to);
    }

    private static boolean isAnswered(BegunAnyway one, SetHold.Told told) {
        return one.question() == BegunAnyway.Question.TOLD
                && !one.chosenAt().isBefore(told.saidAt().truncatedTo(ChronoUnit.MICROS));
    }

    /** A heavier load, or a lower cap, is another question. */
    private static boolean isAnswered(BegunAnyway one, String exercise, @Nullable Double loadKg, double capKg) {
        return one.question() == BegunAnyway.Question.ABOVE_CAP
                && one.exercise().equals(exercise)
                && !PlannedWork.isAbove(loadKg, one.loadKg())
                && !PlannedWork.isAbove(one.capKg(), capKg);
    }

    private Optional<SetHold.Told> newest(UUID lifterId) {
        Instant now = clock.instant();
        return holds.stream()
                .flatMap(hold -> hold.told(lifterId, now).stream())
                .max(Comparator.comparing(SetHold.Told::saidAt));
    }
}

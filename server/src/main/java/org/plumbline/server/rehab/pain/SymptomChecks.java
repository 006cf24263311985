package org.plumbline.server.rehab.pain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The symptom questions: when they are asked, what was answered. */
@Service
public class SymptomChecks {
    /** Entries that are looked through for a rise. */
    private static final int LOOKED_THROUGH = 60;

    private final SymptomRepository checks;
    private final PainLog painLog;
    private final SharpStops stops;
    private final ObjectProvider<RehabCourse> courses;
    private final Clock clock;

    SymptomChecks(
            SymptomRepository checks,
            PainLog painLog,
            SharpStops stops,
            ObjectProvider<RehabCourse> courses,
            Clock clock) {
        this.checks = checks;
        this.painLog = painLog;
        this.stops = stops;
        this.courses = courses;
        this.clock = clock;
    }

    /** Why the questions are due now; empty where they are not. */
    public Optional<SymptomReason> due(UUID lifterId) {
        boolean inRehab = courses.stream().anyMatch(course -> course.isInRehab(lifterId, painLog.today()));
        return SymptomsDue.why(
                clock.instant(),
                painLog.newest(lifterId, LOOKED_THROUGH, 0),
                last(lifterId).map(SymptomCheck::saidAt).orElse(null),
                stops.isUnanswered(lifterId),
                inRehab);
    }

    /**
     * Keeps the answers and sorts them; empty where a part that matters is not answered yet, and then nothing is kept.
     *
     * @throws IllegalArgumentException where an answer is none; the message is for the person
     */
    @Transactional
    public Optional<SymptomCheck> answer(UUID lifterId, SymptomReport report) {
        SymptomAnswers answers = report.answers();
        Optional<SymptomTier> tier = answers.tier();
        if (tier.isEmpty()) {
            return Optional.empty();
        }
        @Nullable UUID setId = report.set();
        if (setId != null && !painLog.isSetOf(lifterId, setId)) {
            throw new IllegalArgumentException(Words.say("pain.set.unknown"));
        }
        SymptomCheck check = new SymptomCheck(
                UUID.randomUUID(),
                lifterId,
                clock.instant(),
                painLog.today(),
                Worded.ofWord(SymptomReason.class, "because", report.because()).orElse(SymptomReason.OWN),
                setId,
                tier.get(),
                answers.mechanism(),
                SymptomQuestion.VERSION,
                answers.answered());
        checks.insert(check);
        return Optional.of(check);
    }

    /** Whether they said on that day, in the check-in or the pain log, that it is numb or tingles. */
    boolean isNumb(UUID lifterId, LocalDate day) {
        return painLog.between(lifterId, day, day).stream()
                .anyMatch(entry -> entry.qualities().contains(PainQuality.NUMB));
    }

    /** The same of today. */
    boolean isNumbToday(UUID lifterId) {
        return isNumb(lifterId, painLog.today());
    }

    /** The answers that speak against training, whatever was answered after them. */
    Optional<SymptomCheck> standing(UUID lifterId) {
        return inSight(lifterId).map(StandingSymptoms::check);
    }

    /** The same, with what was answered after them. */
    Optional<StandingSymptoms> inSight(UUID lifterId) {
        Instant now = clock.instant();
        return StandingSymptoms.of(checks.since(lifterId, now.minus(StandingSymptoms.URGENT)), now);
    }

    /** Whether a set was stopped for sharp pain that day, as was said at STOP or with the questions about it. */
    boolean isStoppedOn(UUID lifterId, LocalDate day) {
        return !stops.since(lifterId, day).isEmpty()
                || last(lifterId)
                        .filter(check -> check.because() == SymptomReason.STOP
                                && check.day().equals(day))
                        .isPresent();
    }

    /** The newest round; empty where the questions were never answered. */
    public Optional<SymptomCheck> last(UUID lifterId) {
        return checks.newest(lifterId, 1, 0).stream().findFirst();
    }

    /** The newest first. */
    public List<SymptomCheck> newest(UUID lifterId, int limit, int offset) {
        return checks.newest(lifterId, limit, offset);
    }

    public Optional<SymptomCheck> find(UUID id) {
        return checks.find(id);
    }
}

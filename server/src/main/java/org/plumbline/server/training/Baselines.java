package org.plumbline.server.training;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormBaseline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repetitions that somebody approved, and the baseline they make for later sets of the exercise. Simulated repetitions make a
 * baseline for simulated sets only.
 *
 * <p>Who may approve is for the caller to see. A correction of the count that takes a repetition away takes its approval with it.
 */
@Service
public class Baselines {
    private final ApprovedRepetitionRepository approved;
    private final RepetitionRepository repetitions;
    private final Clock clock;

    Baselines(ApprovedRepetitionRepository approved, RepetitionRepository repetitions, Clock clock) {
        this.approved = approved;
        this.repetitions = repetitions;
        this.clock = clock;
    }

    /** Approves a repetition by its number; does nothing where it is approved. False where there is no such repetition. */
    @Transactional
    public boolean approve(UUID by, UUID setId, int repetitionNumber) {
        Optional<AnalysisResult.Repetition> found = find(setId, repetitionNumber);
        if (found.isPresent() && !numbersOf(setId).contains(repetitionNumber)) {
            double moment = (found.get().startS() + found.get().endS()) / 2;
            approved.insert(setId, moment, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return found.isPresent();
    }

    /** Takes the approval of a repetition back. False where there is no such repetition. */
    @Transactional
    public boolean takeBack(UUID setId, int repetitionNumber) {
        Optional<AnalysisResult.Repetition> found = find(setId, repetitionNumber);
        found.ifPresent(one -> approved.delete(setId, one.startS(), one.endS()));
        return found.isPresent();
    }

    private Optional<AnalysisResult.Repetition> find(UUID setId, int repetitionNumber) {
        return repetitions.find(setId, repetitionNumber).map(StoredRepetition::result);
    }

    /** Numbers of the approved repetitions of a set. */
    public Set<Integer> numbersOf(UUID setId) {
        return approved.ofSet(setId).stream()
                .map(one -> one.repetition().number())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The approved repetitions of an exercise, newest set first. */
    public List<ApprovedRepetition> approved(UUID lifterId, String exercise) {
        return approved.of(lifterId, exercise);
    }

    /**
     * The baseline for a set begun now; empty while fewer than {@value FormBaseline#FEWEST_REPETITIONS} repetitions are approved.
     *
     * @param simulated whether that set is simulated
     */
    public Optional<FormBaseline> of(UUID lifterId, String exercise, boolean simulated) {
        List<FormBaseline.Approved> measured = approved(lifterId, exercise).stream()
                .filter(one -> one.simulated() == simulated)
                .map(one -> new FormBaseline.Approved(one.repetition().metrics()))
                .toList();
        return measured.size() < FormBaseline.FEWEST_REPETITIONS
                ? Optional.empty()
                : Optional.of(FormBaseline.of(measured));
    }
}

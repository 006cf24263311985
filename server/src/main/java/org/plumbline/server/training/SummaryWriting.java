package org.plumbline.server.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the summary of a set, and with it that of its session, whenever something of it changed: its end, a correction, what the lifter said of it. At start-up
 * it writes those of sets that have none: of a log from before summaries, or of a server that stopped too early.
 */
@Component
class SummaryWriting implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryWriting.class);
    private static final int AT_ONCE = 200;

    private final SetRepository sets;
    private final RepetitionRepository repetitions;
    private final SetSummaryRepository summaries;
    private final SessionSummaryRepository sessions;
    private final SetEffortRepository efforts;
    private final TransactionTemplate transaction;

    SummaryWriting(
            SetRepository sets,
            RepetitionRepository repetitions,
            SetSummaryRepository summaries,
            SessionSummaryRepository sessions,
            SetEffortRepository efforts,
            TransactionTemplate transaction) {
        this.sets = sets;
        this.repetitions = repetitions;
        this.summaries = summaries;
        this.sessions = sessions;
        this.efforts = efforts;
        this.transaction = transaction;
    }

    /** Writes the summary of a set from what stands in the log; takes it away where the set is gone or runs. */
    void write(UUID setId) {
        transaction.executeWithoutResult(status -> {
            Optional<UUID> session = holdSession(setId);
            Optional<AnalysisResult> analysis = sets.analysis(setId);
            List<StoredRepetition> found = repetitions.repetitions(setId);
            Optional<SetSummary> summary = sets.find(setId)
                    .filter(set -> set.state() != SetState.RUNNING)
                    .map(set -> SetSummaryFacts.of(
                            set,
                            analysis.orElse(null),
                            found,
                            repetitions.flags(setId),
                            efforts.find(setId).map(SetSaid::effort).orElse(Effort.NOT_SAID)));
            summaries.delete(setId);
            summary.ifPresent(summaries::insert);
            summary.map(set -> SetSummaryFacts.figures(set.exercise(), found))
                    .filter(figures -> !figures.isEmpty())
                    .ifPresent(figures -> summaries.noteFigures(setId, figures));
            analysis.map(SensorTrouble::of)
                    .flatMap(troubles -> troubles.stream().findFirst())
                    .ifPresent(trouble -> summaries.noteTrouble(setId, trouble));
            session.ifPresent(sessions::write);
        });
    }

    /** Of a set that may just be moved to another session. */
    private Optional<UUID> holdSession(UUID setId) {
        Optional<UUID> before = sets.sessionOf(setId);
        before.ifPresent(sessions::hold);
        Optional<UUID> now = sets.sessionOf(setId);
        now.filter(one -> !now.equals(before)).ifPresent(sessions::hold);
        return now;
    }

    /** Deletes a set with its summary; its session goes with its last set. */
    void delete(UUID setId) {
        transaction.executeWithoutResult(status -> {
            // first the set, then its session, as everybody who changes a set and then sums it up
            sets.hold(setId);
            Optional<UUID> session = sets.sessionOf(setId);
            session.ifPresent(sessions::hold);
            sets.delete(setId);
            session.ifPresent(sessions::write);
        });
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<UUID> missing = summaries.withoutSummary(null, AT_ONCE);
        while (!missing.isEmpty()) {
            missing.forEach(this::tryToWrite);
            // on from the last one: a set that cannot be summed up is not asked for again
            missing = summaries.withoutSummary(missing.get(missing.size() - 1), AT_ONCE);
        }
    }

    private void tryToWrite(UUID setId) {
        try {
            write(setId);
        } catch (RuntimeException unreadable) {
            LOG.warn("Set {} could not be summed up, lists will not show it", setId, unreadable);
        }
    }
}

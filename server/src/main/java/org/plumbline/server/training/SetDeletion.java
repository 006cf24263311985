package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.web.Words;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes sets so that it can be undone: a deleted set is hidden everywhere at once, can be brought back for
 * {@value #KEPT_DAYS} days, and is gone for good after that, at the next deletion or start of the server.
 */
@Service
public class SetDeletion implements SmartInitializingSingleton {
    /** Days a deleted set can be brought back. */
    public static final int KEPT_DAYS = 30;

    private final HiddenSetRepository hidden;
    private final SummaryWriting summaries;
    private final Clock clock;

    SetDeletion(HiddenSetRepository hidden, SummaryWriting summaries, Clock clock) {
        this.hidden = hidden;
        this.summaries = summaries;
        this.clock = clock;
    }

    /**
     * Hides a set.
     *
     * @throws CorrectionRefusedException where it still runs
     */
    @Transactional
    public void delete(TrainingSet set) {
        if (set.state() == SetState.RUNNING) {
            throw new CorrectionRefusedException(Words.say("training.end.first"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        hidden.hide(set.id(), now);
        // a hidden set is no longer found, so its summary goes
        summaries.write(set.id());
        hidden.deleteThoseBefore(now.minus(Duration.ofDays(KEPT_DAYS)));
    }

    /** Brings a set of this lifter back; false where no such set is hidden. */
    @Transactional
    public boolean restore(UUID lifterId, UUID setId) {
        boolean found = hidden.unhide(lifterId, setId);
        if (found) {
            summaries.write(setId);
        }
        return found;
    }

    /** The lifter's sets that can be brought back, the last deleted first. */
    public List<TrainingSet> deleted(UUID lifterId) {
        return hidden.of(lifterId);
    }

    @Override
    public void afterSingletonsInstantiated() {
        hidden.deleteThoseBefore(clock.instant().minus(Duration.ofDays(KEPT_DAYS)));
    }
}

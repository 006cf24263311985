package org.plumbline.server.rehab.pain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.PainStops;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets stopped for sharp pain, kept at once: whoever closes the page before the symptom questions has said so all the same. */
@Service
public class SharpStops implements PainStops {
    private final SharpStopRepository stops;
    private final PainLog painLog;
    private final Clock clock;

    SharpStops(SharpStopRepository stops, PainLog painLog, Clock clock) {
        this.stops = stops;
        this.painLog = painLog;
        this.clock = clock;
    }

    /**
     * Keeps a stop; a set is stopped once, however often it is told.
     *
     * @param setId the set, or null where it is not known
     * @throws IllegalArgumentException where the set is not the person's; the message is for the person
     */
    @Transactional
    public void keep(UUID lifterId, @Nullable UUID setId) {
        if (setId != null && !painLog.isSetOf(lifterId, setId)) {
            throw new IllegalArgumentException(Words.say("pain.set.unknown"));
        }
        if (setId == null || !stops.isKept(lifterId, setId)) {
            stops.insert(lifterId, clock.instant(), painLog.today(), setId);
        }
    }

    /** Whether a set was stopped and the symptom questions were not answered since. */
    public boolean isUnanswered(UUID lifterId) {
        return stops.isUnanswered(lifterId);
    }

    @Override
    public Set<UUID> among(Collection<UUID> sets) {
        return stops.among(sets);
    }

    @Override
    public Set<UUID> of(UUID lifterId) {
        return stops.setsOf(lifterId);
    }

    /** The stops from a day on, the newest first. */
    public List<SharpStop> since(UUID lifterId, LocalDate from) {
        return stops.since(lifterId, from);
    }
}

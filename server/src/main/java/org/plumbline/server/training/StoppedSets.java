package org.plumbline.server.training;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Which sets of a list were stopped for pain: that stands there in place of what their form came to, for those who may read of pain. */
@Service
public class StoppedSets {
    private final ObjectProvider<PainStops> stops;
    private final RecordAccess access;

    StoppedSets(ObjectProvider<PainStops> stops, RecordAccess access) {
        this.stops = stops;
        this.access = access;
    }

    /**
     * All of a lifter's sets that were, whoever asks: what may be no best, no step up and no load to go on from. They are left out for every viewer alike,
     * for a best that is another one to who may read of pain would tell of it by comparison. What is said of it is that sets ended
     * early are left out, always and everywhere; why one was ended is told by {@link #shown} alone.
     */
    Set<UUID> noBests(UUID lifterId) {
        return stops.stream().flatMap(one -> one.of(lifterId).stream()).collect(Collectors.toSet());
    }

    /** Those of a lifter's sets of which the viewer is told; it is noted that they read of pain where there is any. */
    public Set<UUID> shown(Person viewer, UUID lifterId, Collection<UUID> sets) {
        if (sets.isEmpty() || !access.mayRead(viewer, lifterId, RecordKind.PAIN)) {
            return Set.of();
        }
        Set<UUID> stopped =
                stops.stream().flatMap(one -> one.among(sets).stream()).collect(Collectors.toSet());
        if (!stopped.isEmpty() && !viewer.id().equals(lifterId)) {
            access.noteRead(viewer, List.of(lifterId), "pain_log");
        }
        return stopped;
    }
}

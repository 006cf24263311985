package org.plumbline.server.training;

import java.util.Set;
import java.util.UUID;

/**
 * Who keeps limits or targets that come and go by the day: asked before a set begins, so that the set is told what holds now.
 * Every bean of this kind is asked.
 */
public interface BeforeSet {
    /** Brings limits and targets of a person for an exercise up to now. Where that fails, the set begins with what stood before. */
    void prepare(UUID lifterId, String exercise);

    /** Identities of the limits and targets that it ever brought for an exercise: they stood from one set to the next, not by the day. */
    default Set<UUID> brought(UUID lifterId, String exercise) {
        return Set.of();
    }
}

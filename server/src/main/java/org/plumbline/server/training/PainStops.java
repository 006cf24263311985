package org.plumbline.server.training;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who knows which sets were stopped for pain; every bean of this kind is asked. */
public interface PainStops {
    /** Those of these sets that were. */
    Set<UUID> among(Collection<UUID> sets);

    /** All of a lifter's sets that were. */
    Set<UUID> of(UUID lifterId);
}

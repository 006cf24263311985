package org.plumbline.server.training;

import java.util.Set;
import java.util.UUID;

/** Who knows of something others said about sets that the lifter has not seen; every bean of this kind is asked. */
public interface UnseenRemarks {
    /** The sets of a lifter on which something waits. */
    Set<UUID> sets(UUID lifterId);
}

package org.plumbline.server.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Says whether a person was told to lift no further for now: a set stopped for sharp pain, answers that a doctor should hear. Who
 * knows of such things implements it; every bean of this kind is asked.
 */
public interface SetHold {
    /**
     * What a person was told.
     *
     * @param saidAt when
     * @param sentence in plain words, a whole sentence
     */
    record Told(Instant saidAt, String sentence) {}

    /** What stands against a further set now; empty where nothing does. */
    Optional<Told> told(UUID lifterId, Instant now);
}

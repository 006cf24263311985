package org.plumbline.server.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.server.account.RecordKind;

/**
 * Says whether something besides the lifting speaks against a heavier load: pain that lasts, a restriction. Who knows of such
 * things implements it; every bean of this kind is asked.
 */
public interface ProgressGate {
    /**
     * Why no step up is suggested.
     *
     * @param kind what of the person's record it comes from: only who may read that is told the reason
     * @param reason whole sentences in plain words, to follow that no step up is suggested
     */
    record Hold(RecordKind kind, String reason) {}

    /** What speaks against a heavier load in an exercise now; empty where nothing does. */
    Optional<Hold> hold(UUID lifterId, String exercise, Instant now);
}

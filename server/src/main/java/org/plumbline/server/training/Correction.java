package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person said about the count of a set afterwards.
 *
 * @param id identity
 * @param kind what they said
 * @param startS start of the movement they meant, seconds on the set's clock
 * @param endS end of it
 * @param by name of the person
 * @param madeAt when they said it
 */
public record Correction(UUID id, CorrectionKind kind, double startS, double endS, String by, Instant madeAt) {
    /** The moment the analysis is told: well inside the movement. */
    public double momentS() {
        return (startS + endS) / 2;
    }

    /** Whether it speaks of the movement between these times. */
    public boolean isOf(double fromS, double toS) {
        return momentS() >= fromS && momentS() <= toS;
    }
}

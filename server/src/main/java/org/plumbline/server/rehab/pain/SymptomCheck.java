package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of the symptom questions.
 *
 * @param id identity
 * @param lifterId who answered
 * @param saidAt when
 * @param day the day, in the server's time zone
 * @param because why it was asked
 * @param setId the set that was stopped, or null
 * @param tier where the answers were sorted
 * @param mechanism how it began, or null where not answered
 * @param version version of the questions
 * @param answers the questions that were answered
 */
public record SymptomCheck(
        UUID id,
        UUID lifterId,
        Instant saidAt,
        LocalDate day,
        SymptomReason because,
        @Nullable UUID setId,
        SymptomTier tier,
        @Nullable SymptomMechanism mechanism,
        int version,
        Map<SymptomQuestion, Boolean> answers) {}

package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step up that somebody asked for. A therapist approves or declines it; nothing changes by itself.
 *
 * @param id identity
 * @param personId whose it is
 * @param series the prescription it is asked of
 * @param version the version it was asked of
 * @param askedBy name of who asked, or null where they are no longer on this server
 * @param askedAt when
 * @param sets sets asked for
 * @param repetitions repetitions, or holds, asked for
 * @param holdS hold asked for, s, or null
 * @param loadCapKg load asked for, kg, or null
 * @param wish what they said, or null
 * @param state what became of it
 * @param decision who decided and when, or null while open
 * @param decisionReason why, or null
 */
public record Progression(
        UUID id,
        UUID personId,
        UUID series,
        int version,
        @Nullable String askedBy,
        Instant askedAt,
        int sets,
        int repetitions,
        @Nullable Double holdS,
        @Nullable Double loadCapKg,
        @Nullable String wish,
        State state,
        @Nullable Signature decision,
        @Nullable String decisionReason) {
    /** What would be done, were it approved of that version. */
    PrescribedWork work(Prescription version) {
        return version.work().dosed(sets, repetitions, holdS, loadCapKg);
    }

    /** What became of it. */
    public enum State {
        OPEN,
        APPROVED,
        DECLINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}

package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of the way back to activity, chosen by a therapist. Only a person signs it; what was signed and withdrawn
 * stays to be read.
 *
 * @param id identity
 * @param personId whose it is
 * @param criterion what is to be shown
 * @param writtenBy name of who put it on the list, or null where they are no longer on this server
 * @param evidence what is linked to it, earliest first
 * @param signatures every signature, newest first
 */
public record Criterion(
        UUID id,
        UUID personId,
        String criterion,
        @Nullable String writtenBy,
        List<Evidence> evidence,
        List<Signed> signatures) {
    /** The signature that stands, or null where there is none. */
    public @Nullable Signed standing() {
        return signatures.stream()
                .filter(one -> one.withdrawn() == null)
                .findFirst()
                .orElse(null);
    }

    /** What evidence can be. */
    public enum EvidenceKind {
        SET,
        RANGE_OF_MOTION,
        /** The trend of pain over the last weeks. */
        PAIN,
        /** Something seen, in words. */
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that word.
         *
         * @throws IllegalArgumentException where there is none such
         */
        public static EvidenceKind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Something that speaks for a criterion.
     *
     * @param id identity
     * @param kind what it is
     * @param subjectId the set or test it points at, or null
     * @param note in words, or null
     * @param addedBy who added it, or null where they are no longer on this server
     * @param addedAt when
     */
    public record Evidence(
            UUID id,
            EvidenceKind kind,
            @Nullable UUID subjectId,
            @Nullable String note,
            @Nullable String addedBy,
            Instant addedAt) {}

    /**
     * A signature under a criterion.
     *
     * @param by who signed, and when
     * @param note what they added, or null
     * @param withdrawn who withdrew it, and when; null while it stands
     * @param withdrawnReason why, or null
     */
    public record Signed(
            UUID id,
            Signature by,
            @Nullable String note,
            @Nullable Signature withdrawn,
            @Nullable String withdrawnReason) {}
}

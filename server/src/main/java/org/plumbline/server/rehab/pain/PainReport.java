package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Pain as a form or a program says it; what is left out was not answered.
 *
 * @param moment word of a {@link PainMoment}; {@code other} where none is named
 * @param score 0 to 10
 * @param places words of {@link PainPlace}
 * @param qualities words of {@link PainQuality}
 * @param onset word of a {@link PainOnset}
 * @param duration word of a {@link PainDuration}
 * @param painkiller whether one was taken; where it is left out, what the check-in of the day says
 * @param set the set it is bound to
 * @param aboutDay the day of training it is about
 * @param worseWith what makes it worse
 * @param easesWith what eases it
 * @param note anything else
 */
public record PainReport(
        @Nullable String moment,
        @Nullable Integer score,
        @Nullable List<String> places,
        @Nullable List<String> qualities,
        @Nullable String onset,
        @Nullable String duration,
        @Nullable Boolean painkiller,
        @Nullable UUID set,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate aboutDay,

        @Nullable String worseWith,
        @Nullable String easesWith,
        @Nullable String note) {
    private static final int LONGEST_PHRASE = 400;
    static final int LONGEST_NOTE = 1000;

    /** A report of a score and nothing else. */
    static PainReport of(PainMoment moment, int score) {
        return new PainReport(moment.word(), score, null, null, null, null, null, null, null, null, null, null);
    }

    /** The words of the places, for a form that is shown again. */
    public Set<String> placeWords() {
        return places == null ? Set.of() : Set.copyOf(places);
    }

    /** The words of the qualities, for a form that is shown again. */
    public Set<String> qualityWords() {
        return qualities == null ? Set.of() : Set.copyOf(qualities);
    }

    List<PainPlace> placesSaid() {
        return PainPlace.split(String.join(",", places == null ? List.of() : places));
    }

    List<PainQuality> qualitiesSaid() {
        return PainQuality.split(String.join(",", qualities == null ? List.of() : qualities));
    }

    int scoreSaid() {
        if (score == null) {
            throw new IllegalArgumentException(Words.say("pain.score.missing"));
        }
        return score;
    }

    static @Nullable String phrase(@Nullable String text) {
        return shortened(text, LONGEST_PHRASE);
    }

    static @Nullable String note(@Nullable String text) {
        return shortened(text, LONGEST_NOTE);
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new IllegalArgumentException(
                    Words.say("pain.text.long", String.valueOf(longest), String.valueOf(stripped.length())));
        }
        return stripped;
    }
}

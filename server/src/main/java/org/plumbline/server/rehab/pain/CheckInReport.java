package org.plumbline.server.rehab.pain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/**
 * A check-in as a form or a program says it; what is left out was not answered.
 *
 * @param sleep 1 to 5
 * @param stress 1 to 5
 * @param soreness 1 to 5
 * @param painkiller whether a painkiller was taken
 * @param score pain, 0 to 10
 * @param places words of {@link PainPlace}
 * @param qualities words of {@link PainQuality}
 * @param onset word of a {@link PainOnset}
 * @param duration word of a {@link PainDuration}
 * @param note anything else
 */
public record CheckInReport(
        @Nullable Integer sleep,
        @Nullable Integer stress,
        @Nullable Integer soreness,
        @Nullable Boolean painkiller,
        @Nullable Integer score,
        @Nullable List<String> places,
        @Nullable List<String> qualities,
        @Nullable String onset,
        @Nullable String duration,
        @Nullable String note) {
    private static final int MOST = 5;

    /** Nothing answered yet. */
    static final CheckInReport EMPTY = new CheckInReport(null, null, null, null, null, null, null, null, null, null);

    /** What was said, to be changed. */
    static CheckInReport of(CheckIn checkIn) {
        PainEntry pain = checkIn.pain();
        return new CheckInReport(
                checkIn.sleep(),
                checkIn.stress(),
                checkIn.soreness(),
                checkIn.painkiller(),
                pain == null ? null : pain.score(),
                pain == null
                        ? null
                        : pain.places().stream().map(PainPlace::word).toList(),
                pain == null ? null : PainRepository.words(pain.qualities()),
                pain == null || pain.onset() == null ? null : pain.onset().word(),
                pain == null || pain.duration() == null ? null : pain.duration().word(),
                checkIn.note());
    }

    /** Whether another says the same. */
    boolean says(CheckInReport other) {
        return Objects.equals(sleep, other.sleep)
                && Objects.equals(stress, other.stress)
                && Objects.equals(soreness, other.soreness)
                && Boolean.TRUE.equals(painkiller) == Boolean.TRUE.equals(other.painkiller)
                && Objects.equals(score, other.score)
                && placeWords().equals(other.placeWords())
                && qualityWords().equals(other.qualityWords())
                && said(onset).equals(said(other.onset))
                && said(duration).equals(said(other.duration))
                && said(note).equals(said(other.note));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The words of the places, for a form that is shown again. */
    public Set<String> placeWords() {
        return places == null ? Set.of() : Set.copyOf(places);
    }

    /** The words of the qualities, for a form that is shown again. */
    public Set<String> qualityWords() {
        return qualities == null ? Set.of() : Set.copyOf(qualities);
    }

    /** Its pain; null where no score was given. Places without a score are not pain. */
    @Nullable
    PainReport pain() {
        return score == null
                ? null
                : new PainReport(
                        PainMoment.BEFORE.word(),
                        score,
                        places,
                        qualities,
                        onset,
                        duration,
                        Boolean.TRUE.equals(painkiller),
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    /**
     * Ends where nothing was answered or an answer is none.
     *
     * @throws IllegalArgumentException the message is for the person
     */
    void check() {
        checkStep("Sleep", sleep);
        checkStep("Stress", stress);
        checkStep("Soreness", soreness);
        if (score == null && !(places == null || places.isEmpty())) {
            throw new IllegalArgumentException(Words.say("pain.score.of.place"));
        }
        if (score == null && (isSaid(qualities) || isSaid(onset) || isSaid(duration))) {
            throw new IllegalArgumentException(Words.say("pain.score.of.description"));
        }
        if (sleep == null && stress == null && soreness == null && score == null) {
            throw new IllegalArgumentException(Words.say("pain.checkin.empty"));
        }
    }

    private static boolean isSaid(@Nullable List<String> words) {
        return words != null && !words.isEmpty();
    }

    private static boolean isSaid(@Nullable String word) {
        return word != null && !word.isBlank();
    }

    private static void checkStep(String what, @Nullable Integer step) {
        if (step != null && (step < 1 || step > MOST)) {
            throw new IllegalArgumentException(Words.say("pain.checkin.step", what));
        }
    }
}

package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.training.PainSeries.PainDay;

/**
 * Entries as days: the worst of each day, the median of the week, and whether pain goes anywhere. Pain changes from day to day while
 * tissue changes slowly, so one day never makes a direction.
 */
final class PainDays {
    /** Days of the running median. */
    static final int WEEK = 7;

    /** Days before the last week that it is compared with. */
    static final int EARLIER = 14;

    /** Fewer days than this are no week. */
    static final int FEWEST_DAYS = 3;

    /** The smallest change of a 0–10 rating that matters to people: 2 points (Ostelo et al. 2008). */
    static final double MATTERS = 2;

    private PainDays() {}

    /** The days on which something was said, oldest first. */
    static List<PainDay> of(List<PainEntry> entries) {
        Map<LocalDate, Integer> worst = worst(entries);
        List<PainDay> days = new ArrayList<>();
        worst.forEach((day, score) -> days.add(new PainDay(
                day,
                score,
                median(worst, day.minusDays(WEEK - 1), day),
                entries.stream().anyMatch(entry -> entry.day().equals(day) && entry.maybeMasked()))));
        return List.copyOf(days);
    }

    /** The last week against the two before it. */
    static PainDirection direction(List<PainEntry> entries, LocalDate day) {
        Map<LocalDate, Integer> worst = worst(entries);
        LocalDate weekBegan = day.minusDays(WEEK - 1);
        Double recent = median(worst, weekBegan, day);
        Double earlier = median(worst, weekBegan.minusDays(EARLIER), weekBegan.minusDays(1));
        if (recent == null || earlier == null) {
            return PainDirection.TOO_FEW;
        }
        double change = recent - earlier;
        return change >= MATTERS
                ? PainDirection.RISING
                : change <= -MATTERS ? PainDirection.EASING : PainDirection.STEADY;
    }

    /** Whether a set was stopped for sharp pain in the last week, which the median of its days does not show. */
    static boolean isInWeek(List<SharpStop> stops, LocalDate day) {
        LocalDate weekBegan = day.minusDays(WEEK - 1);
        return stops.stream().anyMatch(stop -> !stop.day().isBefore(weekBegan));
    }

    private static Map<LocalDate, Integer> worst(List<PainEntry> entries) {
        Map<LocalDate, Integer> worst = new TreeMap<>();
        entries.forEach(entry -> worst.merge(entry.day(), entry.score(), Math::max));
        return worst;
    }

    private static @Nullable Double median(Map<LocalDate, Integer> worst, LocalDate from, LocalDate to) {
        int[] scores = worst.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        if (scores.length < FEWEST_DAYS) {
            return null;
        }
        Arrays.sort(scores);
        int middle = scores.length / 2;
        return scores.length % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2.0;
    }
}

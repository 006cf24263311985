package org.plumbline.server.training;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Training days week by week, Monday to Sunday; a week without any is a week with none. */
final class TrainingWeeks {
    private TrainingWeeks() {}

    /**
     * A week.
     *
     * @param monday its first day
     * @param days days with a set at least
     */
    record Week(LocalDate monday, int days) {}

    /** The weeks from the one of the first set to this one, oldest first, at most that many. */
    static List<Week> of(List<SetSummary> sets, Instant now, ZoneId zone, int most) {
        Map<LocalDate, Set<LocalDate>> byWeek = new TreeMap<>();
        for (SetSummary set : sets) {
            LocalDate day = set.startedAt().atZone(zone).toLocalDate();
            byWeek.computeIfAbsent(monday(day), unseen -> new HashSet<>()).add(day);
        }
        if (byWeek.isEmpty()) {
            return List.of();
        }
        LocalDate last = monday(now.atZone(zone).toLocalDate());
        LocalDate first = byWeek.keySet().iterator().next();
        LocalDate earliest = last.minusWeeks(most - 1L);
        List<Week> weeks = new ArrayList<>();
        for (LocalDate week = first.isBefore(earliest) ? earliest : first;
                !week.isAfter(last);
                week = week.plusWeeks(1)) {
            weeks.add(new Week(week, byWeek.getOrDefault(week, Set.of()).size()));
        }
        return weeks;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}

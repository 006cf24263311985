package org.plumbline.server.rehab.pain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a person is asked how training was borne. After every day of training a day later; two and three days later only where
 * something was still felt, or nobody has answered: soreness that fades in one or two days needs no more questions.
 */
final class FollowUps {
    /** A check-in with this much soreness keeps the questions coming, of 5. */
    static final int SORE = 3;

    /** A question may be answered this much before its hour, so that the evening's training is asked about the next evening. */
    private static final Duration EARLY = Duration.ofHours(4);

    /** And until the next question takes its place. */
    private static final Duration DAY = Duration.ofHours(24);

    private static final List<PainMoment> MOMENTS =
            List.of(PainMoment.HOURS_24, PainMoment.HOURS_48, PainMoment.HOURS_72);

    private FollowUps() {}

    /**
     * A day of training.
     *
     * @param day the day, in the server's time zone
     * @param lastSetAt when its last set began
     */
    record TrainingDay(LocalDate day, Instant lastSetAt) {}

    /**
     * The questions that wait now, the newest training first.
     *
     * @param entries what was said since the oldest of the days
     * @param soreDays days whose check-in says {@value #SORE} or more
     */
    static List<FollowUp> due(
            Instant now, List<TrainingDay> trainings, List<PainEntry> entries, Set<LocalDate> soreDays) {
        return trainings.stream()
                .sorted(Comparator.comparing(TrainingDay::day).reversed())
                .flatMap(training -> MOMENTS.stream()
                        .filter(moment -> isItsTime(now, training, moment))
                        .filter(moment -> isAsked(training.day(), moment, entries, soreDays))
                        .map(moment -> new FollowUp(training.day(), moment)))
                .toList();
    }

    private static boolean isItsTime(Instant now, TrainingDay training, PainMoment moment) {
        Duration since = Duration.between(training.lastSetAt(), now);
        Duration opens = DAY.multipliedBy(MOMENTS.indexOf(moment) + 1L).minus(EARLY);
        return since.compareTo(opens) >= 0 && since.compareTo(opens.plus(DAY)) < 0;
    }

    private static boolean isAsked(LocalDate day, PainMoment moment, List<PainEntry> entries, Set<LocalDate> soreDays) {
        List<PainEntry> about =
                entries.stream().filter(entry -> isAbout(entry, day)).toList();
        if (about.stream().anyMatch(entry -> entry.moment() == moment)) {
            return false;
        }
        if (moment == PainMoment.HOURS_24) {
            return true;
        }
        @Nullable
        PainEntry last =
                about.stream().max(Comparator.comparing(PainEntry::saidAt)).orElse(null);
        boolean sore = Stream.of(day.plusDays(1), day.plusDays(2)).anyMatch(soreDays::contains);
        return last == null || last.score() > 0 || sore;
    }

    private static boolean isAbout(PainEntry entry, LocalDate day) {
        boolean thenOrLater = entry.moment() == PainMoment.DURING
                || entry.moment() == PainMoment.AFTER
                || entry.moment().isFollowUp();
        return thenOrLater && entry.trainingDay().equals(day);
    }
}

package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;

/** One plain suggestion that the log gives cause for; its words are in the message files. */
public enum PainPrompt implements Worded {
    /** Pain has gone up over the week: change something, or pause. */
    CHANGE_OR_PAUSE,
    /** Red before training: nothing heavy that day, and no more than last time until a later day is green. */
    RED_BEFORE,
    /** The last answer is red, and about none of the moments beside training that are looked at by themselves: no step up until one is not. */
    RED_SINCE,
    /** Still felt three days after training: show it to somebody. */
    LASTS,
    /** Amber or red after two of the last three trainings: show it to somebody. */
    RETURNS,
    /** Red after the last training: clearly less next time. */
    EASE_OFF,
    /** Amber before training: no more than last time until a later day is green. */
    AMBER_BEFORE,
    /** Amber after the last training: let it settle within a day. */
    LET_IT_SETTLE;

    private static final int TRAININGS = 3;
    private static final int RETURNED = 2;

    /** The suggestions, the most pressing first. */
    static List<PainPrompt> of(PainDirection direction, List<PainEntry> entries, PainBounds bounds) {
        List<PainPrompt> prompts = new ArrayList<>();
        if (direction == PainDirection.RISING) {
            prompts.add(CHANGE_OR_PAUSE);
        }
        PainBounds.Light before = before(entries, bounds);
        if (before == PainBounds.Light.RED) {
            prompts.add(RED_BEFORE);
        }
        if (redSince(entries, bounds).isPresent()) {
            prompts.add(RED_SINCE);
        }
        if (newest(entries, PainMoment.HOURS_72)
                .map(entry -> entry.score() > 0 && isNews(entry, entries))
                .orElse(false)) {
            prompts.add(LASTS);
        }
        List<LocalDate> trainings = entries.stream()
                .filter(entry -> isAfterTraining(entry.moment()))
                .map(PainEntry::trainingDay)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(TRAININGS)
                .toList();
        long hurt = trainings.stream()
                .filter(day -> worst(entries, day, bounds) != PainBounds.Light.GREEN)
                .count();
        PainBounds.Light last = trainings.isEmpty() ? PainBounds.Light.GREEN : worst(entries, trainings.get(0), bounds);
        if (hurt >= RETURNED) {
            prompts.add(RETURNS);
        }
        if (last == PainBounds.Light.RED) {
            prompts.add(EASE_OFF);
        }
        if (before == PainBounds.Light.AMBER) {
            prompts.add(AMBER_BEFORE);
        }
        if (last == PainBounds.Light.AMBER && hurt < RETURNED) {
            prompts.add(LET_IT_SETTLE);
        }
        return List.copyOf(prompts);
    }

    /**
     * The last answer of all, where it is red and was given at any other time, of the second day after training, or of a training that
     * is not the last.
     */
    static Optional<PainEntry> redSince(List<PainEntry> entries, PainBounds bounds) {
        return entries.stream()
                .max(Comparator.comparing(PainEntry::saidAt))
                .filter(last -> last.moment() == PainMoment.OTHER
                        || last.moment() == PainMoment.HOURS_48
                        || entries.stream().anyMatch(entry -> isOfALaterTraining(entry, last)))
                .filter(last -> bounds.light(last.score()) == PainBounds.Light.RED);
    }

    /**
     * The worst said before the newest training. What eases within that day takes it back as little as at a stop; green on a later day
     * does, whatever the moment, and what is felt with a later training is looked at in its place.
     */
    private static PainBounds.Light before(List<PainEntry> entries, PainBounds bounds) {
        LocalDate day = entries.stream()
                .filter(entry -> entry.moment() == PainMoment.BEFORE)
                .map(PainEntry::trainingDay)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (day == null
                || entries.stream()
                        .anyMatch(entry -> isGreenAfter(entry, day, bounds)
                                || (isAfterTraining(entry.moment())
                                        && entry.trainingDay().isAfter(day)))) {
            return PainBounds.Light.GREEN;
        }
        return bounds.light(entries.stream()
                .filter(entry -> entry.moment() == PainMoment.BEFORE
                        && entry.trainingDay().equals(day))
                .mapToInt(PainEntry::score)
                .max()
                .orElse(0));
    }

    private static boolean isGreenAfter(PainEntry entry, LocalDate day, PainBounds bounds) {
        return entry.day().isAfter(day) && bounds.light(entry.score()) == PainBounds.Light.GREEN;
    }

    private static boolean isAfterTraining(PainMoment moment) {
        return moment == PainMoment.DURING || moment == PainMoment.AFTER || moment == PainMoment.HOURS_24;
    }

    private static PainBounds.Light worst(List<PainEntry> entries, LocalDate training, PainBounds bounds) {
        int worst = entries.stream()
                .filter(entry ->
                        isAfterTraining(entry.moment()) && entry.trainingDay().equals(training))
                .mapToInt(PainEntry::score)
                .max()
                .orElse(0);
        return bounds.light(worst);
    }

    private static Optional<PainEntry> newest(List<PainEntry> entries, PainMoment moment) {
        return entries.stream().filter(entry -> entry.moment() == moment).max(Comparator.comparing(PainEntry::saidAt));
    }

    /** Whether nothing about a later training, and nothing at ease, was said since. */
    private static boolean isNews(PainEntry about, List<PainEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.saidAt().isAfter(about.saidAt()))
                .noneMatch(entry -> entry.score() == 0 || isOfALaterTraining(entry, about));
    }

    private static boolean isOfALaterTraining(PainEntry entry, PainEntry about) {
        return isAfterTraining(entry.moment()) && entry.trainingDay().isAfter(about.trainingDay());
    }
}

package org.plumbline.server.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;

/**
 * Which sets of a lifter are meant.
 *
 * @param exercise name of the exercise, or null for all
 * @param from sets begun at this moment or later, or null
 * @param before sets begun before this moment, or null
 * @param replays whether stored recordings that were played count; they are no training
 * @param simulated whether it is simulated sets alone that are meant or those in which somebody lifted; null where both
 * @param rehab whether sets are among them of which a range of motion was read: they go with the rehab part of the record and are
 *     no training
 */
public record SummaryFilter(
        @Nullable String exercise,
        @Nullable Instant from,
        @Nullable Instant before,
        boolean replays,
        @Nullable Boolean simulated,
        boolean rehab) {

    public SummaryFilter {
        exercise = exercise == null ? null : ExerciseProfile.spelled(exercise);
    }

    /** All sets. */
    public static final SummaryFilter ALL = new SummaryFilter(null, null, null);

    /** Simulated sets, without replays. */
    static final SummaryFilter SIMULATED = new SummaryFilter(null, null, null, false, true, false);

    /** Every set of that exercise and time, replays too: what a list shows. */
    public SummaryFilter(@Nullable String exercise, @Nullable Instant from, @Nullable Instant before) {
        this(exercise, from, before, true, null, true);
    }

    /** Training sets of one exercise, without replays. */
    public static SummaryFilter of(String exercise) {
        return new SummaryFilter(exercise, null, null, false, null, false);
    }

    /** Training sets from a moment on, without replays. */
    public static SummaryFilter since(Instant from) {
        return new SummaryFilter(null, from, null, false, null, false);
    }

    /** Training sets that count for that lifter, as {@link CountedSets} says, without replays. */
    public static SummaryFilter counted(Person lifter) {
        return new SummaryFilter(null, null, null, false, CountedSets.counts(lifter, true) ? null : false, false);
    }

    SummaryFilter ofExercise(String name) {
        return new SummaryFilter(name, from, before, replays, simulated, rehab);
    }

    /** @param readsRehab whether they are for somebody who may read the rehab part of the record */
    public SummaryFilter to(boolean readsRehab) {
        return new SummaryFilter(exercise, from, before, replays, simulated, rehab && readsRehab);
    }

    /**
     * Every set of that exercise and of those days, replays too: what a list shows. Days are whole ones where the server
     * stands.
     *
     * @param since first day, or null
     * @param until last day, or null
     */
    static SummaryFilter ofDays(@Nullable String exercise, @Nullable LocalDate since, @Nullable LocalDate until) {
        return new SummaryFilter(
                exercise, since == null ? null : start(since), until == null ? null : start(until.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    /**
     * @param of what the columns are called by: a name and a dot
     * @param id the column of the set's identity
     */
    String clause(String of, String id) {
        return (exercise == null ? "" : " and " + of + "exercise = :exercise")
                + (from == null ? "" : " and " + of + "started_at >= :from")
                + (before == null ? "" : " and " + of + "started_at < :before")
                + (replays ? "" : " and " + of + "source <> 'replay'")
                + (simulated == null ? "" : " and " + of + "simulated = :simulated")
                + (rehab ? "" : " and " + notOfRehab(id));
    }

    /**
     * That a set goes with form and not with rehab, in SQL: nobody asks in words of their own.
     *
     * @param id the column of the set's identity
     */
    public static String notOfRehab(String id) {
        return "not exists (select 1 from rehab_set h where h.set_id = " + id + ")";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (exercise != null) {
            parameters.put("exercise", exercise);
        }
        if (from != null) {
            parameters.put("from", SetRepository.at(from));
        }
        if (before != null) {
            parameters.put("before", SetRepository.at(before));
        }
        if (simulated != null) {
            parameters.put("simulated", simulated);
        }
        return parameters;
    }
}

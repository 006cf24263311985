package org.plumbline.server.rehab.pain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.training.CountedSets;
import org.plumbline.server.training.Judged;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetSummaries;
import org.plumbline.server.training.SetSummary;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/**
 * Sleep, stress and soreness of the last weeks with the form of the same day beside them. Nothing is concluded from the one for the
 * other.
 */
@Component
class CheckInDays {
    private static final int DAYS = 28;

    private final CheckIns checkIns;
    private final SetSummaries summaries;
    private final RecordAccess access;

    CheckInDays(CheckIns checkIns, SetSummaries summaries, RecordAccess access) {
        this.checkIns = checkIns;
        this.summaries = summaries;
        this.access = access;
    }

    /**
     * The form of a day.
     *
     * @param words what it came to
     * @param level level of the shape beside it
     */
    record Form(String words, int level) {}

    /**
     * A day with a check-in; what was not answered is null.
     *
     * @param day as people say it
     * @param form null where nothing was lifted that counts, or the reader may not read it
     */
    record Row(
            String day,
            @Nullable Integer sleep,
            @Nullable Integer stress,
            @Nullable Integer soreness,
            @Nullable Form form) {}

    /** The newest first. Whether the reader may read pain was asked before; form is asked for here. */
    List<Row> of(Person person, Person reader, LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1L);
        List<CheckIn> said = checkIns.newest(person.id(), DAYS, 0).stream()
                .filter(one -> !one.day().isBefore(first))
                .filter(one -> one.sleep() != null || one.stress() != null || one.soreness() != null)
                .toList();
        Map<LocalDate, List<SetSummary>> sets = said.isEmpty() ? Map.of() : sets(person, reader, first);
        return said.stream()
                .map(one -> new Row(
                        Moments.shortDate(one.day()),
                        one.sleep(),
                        one.stress(),
                        one.soreness(),
                        form(sets.getOrDefault(one.day(), List.of()))))
                .toList();
    }

    private Map<LocalDate, List<SetSummary>> sets(Person person, Person reader, LocalDate first) {
        if (!access.mayRead(reader, person.id(), RecordKind.FORM)) {
            return Map.of();
        }
        access.read(reader, person.id(), RecordKind.FORM, "progress");
        ZoneId zone = ZoneId.systemDefault();
        return summaries.since(person.id(), first.atStartOfDay(zone).toInstant()).stream()
                .filter(set -> CountedSets.counts(person, set.simulated()))
                .collect(Collectors.groupingBy(set -> LocalDate.ofInstant(set.startedAt(), zone)));
    }

    static @Nullable Form form(List<SetSummary> sets) {
        int repetitions = sets.stream().mapToInt(SetSummary::repetitions).sum();
        if (repetitions == 0) {
            return null;
        }
        int flagged = sets.stream().mapToInt(SetSummary::flaggedRepetitions).sum();
        int strongest = sets.stream().mapToInt(SetSummary::strongestLevel).max().orElse(0);
        boolean holds = sets.stream().anyMatch(set -> ExerciseProfile.isHold(set.exercise()));
        Judged judged = new Judged(
                repetitions,
                sets.stream().mapToInt(SetSummary::assessedRepetitions).sum());
        return new Form(
                flagged > 0 ? Words.say("today.flagged", flagged, repetitions) : judged.words(strongest, holds),
                judged.level(strongest));
    }
}

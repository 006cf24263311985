package org.plumbline.server.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.web.NothingHere;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads sets in parts that can be shown. Who may see them is for the caller to ask. */
@Component
class SetParts {
    private final TrainingLog log;

    SetParts(TrainingLog log) {
        this.log = log;
    }

    /** The first part, which is nearly always the whole set. */
    SetPart first(UUID set) {
        return from(set, 1);
    }

    /**
     * @param number of the first repetition that is shown
     * @throws ResponseStatusException 404 where no part begins there
     */
    SetPart from(UUID set, int number) {
        List<StoredRepetition> read = log.repetitions(set, number, TrainingLog.MOST_AT_ONCE + 1);
        if (number < 1 || (number > 1 && read.isEmpty())) {
            throw NothingHere.problem();
        }
        boolean more = read.size() > TrainingLog.MOST_AT_ONCE;
        @Nullable StoredRepetition next = more ? read.get(TrainingLog.MOST_AT_ONCE) : null;
        List<StoredRepetition> shown = more ? List.copyOf(read.subList(0, TrainingLog.MOST_AT_ONCE)) : read;
        boolean whole = number == 1 && !more;
        return new SetPart(
                shown,
                whole ? shown.size() : log.repetitionCount(set),
                number == 1 ? null : Math.max(1, number - TrainingLog.MOST_AT_ONCE),
                next == null ? null : next.result().number(),
                number == 1 ? Double.NEGATIVE_INFINITY : shown.get(0).result().startS(),
                next == null ? Double.POSITIVE_INFINITY : next.result().startS());
    }

    /** The repetitions that one of a set is drawn with: the first ones of the set, and itself; so many together. */
    List<StoredRepetition> around(UUID set, StoredRepetition one, int most) {
        AnalysisResult.Repetition result = one.result();
        List<StoredRepetition> first = log.repetitions(set, 1, most);
        boolean among = first.stream().anyMatch(other -> other.result().number() == result.number());
        return among
                ? first
                : Stream.concat(first.stream().limit(most - 1), Stream.of(one)).toList();
    }
}

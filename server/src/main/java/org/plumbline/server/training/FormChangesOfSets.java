package org.plumbline.server.training;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;
import org.springframework.stereotype.Service;

/** What changed in form in stored sets, held against what they were held against. */
@Service
public class FormChangesOfSets {
    private final Baselines baselines;
    private final TrainingLog log;

    FormChangesOfSets(Baselines baselines, TrainingLog log) {
        this.baselines = baselines;
        this.log = log;
    }

    /** What changed in the repetition of a set whose form changed most; empty where none did or it is not known. */
    Optional<String> largest(UUID setId) {
        return log.find(setId)
                .flatMap(set -> of(set, log.repetitions(setId, 1, TrainingLog.MOST_AT_ONCE))
                        .largest());
    }

    /** The changes of a set or of a part of it; what is approved as usual is only looked for where it was held against that. */
    public FormChanges of(TrainingSet set, List<StoredRepetition> repetitions) {
        if (!FormChanges.areIn(repetitions)) {
            return FormChanges.of(repetitions, null);
        }
        boolean approved = repetitions.stream()
                .anyMatch(
                        repetition -> repetition.result().metrics().containsKey(Metric.BASELINE_DEVIATION.jsonName()));
        @Nullable
        FormBaseline usual = approved
                ? baselines.of(set.lifterId(), set.exercise(), set.simulated()).orElse(null)
                : null;
        return FormChanges.of(withWhatTheyAreHeldAgainst(set.id(), repetitions), usual);
    }

    /** With the first ones of the set and the ones before the first and the last of these: a change is held against both. */
    private List<StoredRepetition> withWhatTheyAreHeldAgainst(UUID setId, List<StoredRepetition> some) {
        SortedMap<Integer, StoredRepetition> known = new TreeMap<>();
        some.forEach(one -> known.put(one.result().number(), one));
        int first = known.firstKey();
        int last = known.lastKey();
        if (last - first >= known.size()) {
            addBefore(setId, last, known);
        }
        if (addBefore(setId, first, known)) {
            log.first(setId).forEach(one -> known.putIfAbsent(one.result().number(), one));
        }
        return List.copyOf(known.values());
    }

    /** @return whether there is one before it */
    private boolean addBefore(UUID setId, int number, SortedMap<Integer, StoredRepetition> known) {
        @Nullable Integer before = log.beside(setId, number).before();
        if (before == null) {
            return false;
        }
        if (!known.containsKey(before)) {
            log.repetition(setId, before).ifPresent(one -> known.put(before, one));
        }
        return true;
    }
}

package org.plumbline.server.training;

import java.util.List;
import java.util.UUID;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.springframework.stereotype.Service;

/**
 * Which sets count towards a person's record: the days of a week, progress, the list of lifters, the plan and its report. A simulated
 * set, in which nobody lifts, never does; it is kept, shown and called simulated. Only of the sample people, of whom everything is
 * made up and said to be, they count.
 */
@Service
public class CountedSets {
    private final People people;

    CountedSets(People people) {
        this.people = people;
    }

    /** The one rule. */
    public static boolean counts(Person lifter, boolean simulated) {
        return lifter.sample() || !simulated;
    }

    /** Those of a lifter's sets that count, in the order they come. */
    public List<SetSummary> of(UUID lifterId, List<SetSummary> sets) {
        return people.find(lifterId)
                .map(lifter -> sets.stream()
                        .filter(set -> counts(lifter, set.simulated()))
                        .toList())
                .orElse(List.of());
    }
}

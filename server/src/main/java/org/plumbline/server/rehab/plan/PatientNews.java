package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.rehab.pain.PainNews;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** What of a person a therapist should read first: what was said of pain, where that is shared, and sets that were not as planned. */
@Service
public class PatientNews {
    private final PainNews pain;
    private final SetQuestions setQuestions;
    private final Days days;

    PatientNews(PainNews pain, SetQuestions setQuestions, Days days) {
        this.pain = pain;
        this.setQuestions = setQuestions;
        this.days = days;
    }

    /**
     * What is to be read first of a person.
     *
     * @param lines in plain words
     * @param ofPain whether any of them says something of pain, so that reading them is reading that
     */
    record News(List<String> lines, boolean ofPain) {
        private static final News NONE = new News(List.of(), false);
    }

    /** Of the last weeks, by person; a person of whom there is nothing is left out. */
    Map<UUID, News> lately(Collection<UUID> people, Set<UUID> painShared, LoadUnit unit) {
        LocalDate today = days.today();
        return between(people, painShared, unit, today.minusDays(PainNews.DAYS - 1L), today);
    }

    /** Of one person from one day to another. */
    public List<String> of(Person person, boolean painShared, LoadUnit unit, LocalDate from, LocalDate to) {
        Set<UUID> one = Set.of(person.id());
        return between(one, painShared ? one : Set.of(), unit, from, to)
                .getOrDefault(person.id(), News.NONE)
                .lines();
    }

    /** The same of the last weeks. */
    News lately(Person person, boolean painShared, LoadUnit unit) {
        Set<UUID> one = Set.of(person.id());
        return lately(one, painShared ? one : Set.of(), unit).getOrDefault(person.id(), News.NONE);
    }

    private Map<UUID, News> between(
            Collection<UUID> people, Set<UUID> painShared, LoadUnit unit, LocalDate from, LocalDate to) {
        Map<UUID, News> found = new HashMap<>();
        pain.of(painShared, from, to)
                .forEach((id, lines) -> found.put(
                        id,
                        new News(
                                new ArrayList<>(
                                        lines.stream().map(PainNews.Line::words).toList()),
                                true)));
        for (BegunAnyway begun : setQuestions.between(people, from, to)) {
            if (begun.question().kind() == RecordKind.REHAB) {
                found.computeIfAbsent(begun.lifterId(), any -> new News(new ArrayList<>(), false))
                        .lines()
                        .add(say(begun, unit));
            }
        }
        return found;
    }

    static String say(BegunAnyway begun, LoadUnit unit) {
        return switch (begun.question()) {
            case ABOVE_CAP -> above(begun, unit);
            case RESTRICTED, TOLD -> leftOut(begun);
        };
    }

    private static String leftOut(BegunAnyway begun) {
        return Words.say(
                begun.simulated() ? "plan.news.left-out.simulated" : "plan.news.left-out",
                PlanWords.moment(begun.chosenAt()),
                FormWords.exercise(begun.exercise()),
                begun.sentence());
    }

    private static String above(BegunAnyway begun, LoadUnit unit) {
        return Words.say(
                begun.simulated() ? "plan.news.above.simulated" : "plan.news.above",
                PlanWords.moment(begun.chosenAt()),
                FormWords.exercise(begun.exercise()),
                load(begun.loadKg(), unit),
                load(begun.capKg(), unit));
    }

    private static String load(@Nullable Double kg, LoadUnit unit) {
        return kg == null ? "–" : unit.format(kg);
    }
}

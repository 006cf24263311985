package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/**
 * What of a person a therapist should read first: what was said of pain, where that is shared, the most pressing first; then the
 * sets that were begun although something spoke against them, in a line, and those with more load than the plan says, in a line an
 * exercise.
 */
@Service
public class PatientNews {
    private final PainNews pain;
    private final SetQuestions setQuestions;
    private final LoadsAbovePlan loads;
    private final Days days;

    PatientNews(PainNews pain, SetQuestions setQuestions, LoadsAbovePlan loads, Days days) {
        this.pain = pain;
        this.setQuestions = setQuestions;
        this.loads = loads;
        this.days = days;
    }

    /**
     * What is to be read first of a person.
     *
     * @param pressing what was said of pain, the most pressing first
     * @param ofSets sets begun all the same and sets above the plan's load, gathered
     * @param ofPain whether any of it says something of pain, so that reading it is reading that
     */
    record News(List<PainNews.Line> pressing, List<String> ofSets, boolean ofPain) {
        static final News NONE = new News(List.of(), List.of(), false);

        /** The most pressing first, a person with nothing last. */
        static final Comparator<News> BY_WEIGHT = Comparator.comparing(News::place);

        /** What is to be known at once: it is shown stronger. */
        public boolean isStrong(int line) {
            return line < pressing.size() && pressing.get(line).weight().compareTo(PainNews.Weight.SHARP_STOP) <= 0;
        }

        /** All of it in words. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            pressing.forEach(line -> lines.add(line.words()));
            lines.addAll(ofSets);
            return lines;
        }

        /** Both; what is pressing is of this one. */
        News with(News more) {
            return new News(
                    pressing,
                    Stream.concat(ofSets.stream(), more.ofSets.stream()).toList(),
                    ofPain || more.ofPain);
        }

        private int place() {
            int weights = PainNews.Weight.values().length;
            return pressing.isEmpty()
                    ? weights + (ofSets.isEmpty() ? 1 : 0)
                    : pressing.get(0).weight().ordinal();
        }
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
        pain.of(painShared, from, to).forEach((id, lines) -> found.put(id, new News(lines, List.of(), true)));
        List<BegunAnyway> begun = setQuestions.between(people, from, to);
        begun.stream()
                .filter(one -> one.question().kind() == RecordKind.REHAB || painShared.contains(one.lifterId()))
                .collect(Collectors.groupingBy(BegunAnyway::lifterId))
                .forEach((id, of) -> found.merge(
                        id,
                        new News(
                                List.of(),
                                say(of, unit),
                                of.stream().anyMatch(one -> one.question().kind() == RecordKind.PAIN)),
                        News::with));
        Set<UUID> asked = begun.stream()
                .filter(one -> one.question() == BegunAnyway.Question.ABOVE_CAP)
                .map(BegunAnyway::setId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        loads.between(people, asked, from, to)
                .forEach((id, above) ->
                        found.merge(id, new News(List.of(), LoadsAbovePlan.say(above, unit), false), News::with));
        return found;
    }

    /** Sets begun all the same in a line: how many, when the last, and after reading what. Those nobody lifted stand in another. */
    static List<String> say(List<BegunAnyway> begun, LoadUnit unit) {
        List<String> lines = new ArrayList<>();
        for (boolean simulated : new boolean[] {false, true}) {
            List<BegunAnyway> newestFirst = begun.stream()
                    .filter(one -> one.simulated() == simulated)
                    .sorted(Comparator.comparing(BegunAnyway::chosenAt).reversed())
                    .toList();
            if (!newestFirst.isEmpty()) {
                lines.add(Words.say(
                        simulated ? "plan.news.begun.simulated" : "plan.news.begun",
                        sets(newestFirst),
                        PlanWords.moment(newestFirst.get(0).chosenAt()),
                        FormWords.exercise(newestFirst.get(0).exercise()),
                        reasons(newestFirst, unit)));
            }
        }
        return lines;
    }

    /** All that is asked before a set is answered in one moment. */
    private static long sets(List<BegunAnyway> begun) {
        return begun.stream().map(BegunAnyway::chosenAt).distinct().count();
    }

    /** All that was read, of one set the weightiest first: one sentence stands for no other. */
    private static String reasons(List<BegunAnyway> newestFirst, LoadUnit unit) {
        List<String> reasons = new ArrayList<>();
        for (BegunAnyway.Question question : BegunAnyway.Question.values()) {
            List<BegunAnyway> asked = newestFirst.stream()
                    .filter(one -> one.question() == question)
                    .toList();
            if (question != BegunAnyway.Question.ABOVE_CAP) {
                asked.stream()
                        .collect(Collectors.groupingBy(BegunAnyway::sentence, LinkedHashMap::new, Collectors.toList()))
                        .forEach((sentence, of) -> reasons.add(Words.say("plan.news.begun.read", sets(of), sentence)));
            } else if (!asked.isEmpty()) {
                reasons.add(Words.say(
                        "plan.news.begun.above",
                        sets(asked),
                        load(asked.get(0).loadKg(), unit),
                        load(asked.get(0).capKg(), unit)));
            }
        }
        return String.join("; ", reasons);
    }

    private static String load(@Nullable Double kg, LoadUnit unit) {
        return kg == null ? "–" : unit.format(kg);
    }
}

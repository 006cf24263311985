package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The people who share their plan with a therapist; of whom there is something to read first, and who needs one, comes first. */
@Controller
class PatientListController {
    private final PatientDoor door;
    private final RecordAccess access;
    private final Progressions progressions;
    private final Restrictions restrictions;
    private final AdherenceReading adherence;
    private final PatientNews news;
    private final Days days;

    PatientListController(
            PatientDoor door,
            RecordAccess access,
            Progressions progressions,
            Restrictions restrictions,
            AdherenceReading adherence,
            PatientNews news,
            Days days) {
        this.door = door;
        this.access = access;
        this.progressions = progressions;
        this.restrictions = restrictions;
        this.adherence = adherence;
        this.news = news;
        this.days = days;
    }

    /**
     * A row.
     *
     * @param planned what is prescribed, in words
     * @param lines this week, one a prescription
     * @param open steps asked for that wait
     * @param due restrictions whose day of review has come
     * @param leftOut what they are to leave out for now, in words
     * @param news what is to be read before anything else
     */
    record Row(
            Person person,
            String planned,
            List<Adherence.Line> lines,
            int open,
            int due,
            List<String> leftOut,
            PatientNews.News news) {
        /** Things that wait for the therapist. */
        public int waiting() {
            return open + due;
        }
    }

    @GetMapping("/patients")
    String patients(@SignedIn Person me, Model model) {
        door.needClinic();
        List<Person> people = access.readAll(me, RecordKind.REHAB, "patients");
        List<UUID> ids = people.stream().map(Person::id).toList();
        LocalDate today = days.today();
        Map<UUID, Long> open = progressions.of(ids).stream()
                .filter(one -> one.state() == Progression.State.OPEN)
                .collect(Collectors.groupingBy(Progression::personId, Collectors.counting()));
        List<Restriction> holding =
                restrictions.of(ids).stream().filter(one -> one.holdsOn(today)).toList();
        Map<UUID, Long> due = holding.stream()
                .filter(one -> one.on(today) == Restriction.State.REVIEW_DUE)
                .collect(Collectors.groupingBy(Restriction::personId, Collectors.counting()));
        Set<UUID> painShared = access.sharedWith(me, RecordKind.PAIN).stream()
                .map(Person::id)
                .filter(ids::contains)
                .collect(Collectors.toSet());
        Map<UUID, PatientNews.News> said = news.lately(ids, painShared, me.loadUnit());
        access.noteRead(
                me,
                ids.stream()
                        .filter(id -> said.containsKey(id) && said.get(id).ofPain())
                        .toList(),
                "pain_log");
        Map<UUID, Adherence.Week> weeks = adherence.thisWeekOf(people);
        List<Row> rows = new ArrayList<>();
        for (Person person : people) {
            Adherence.Week week = weeks.get(person.id());
            List<Adherence.Line> lines = week == null ? List.of() : week.lines();
            rows.add(new Row(
                    person,
                    lines.stream()
                            .map(line -> FormWords.exercise(
                                    line.prescription().work().exercise()))
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    lines,
                    open.getOrDefault(person.id(), 0L).intValue(),
                    due.getOrDefault(person.id(), 0L).intValue(),
                    holding.stream()
                            .filter(one -> one.personId().equals(person.id()))
                            .map(PlanWords::leftOut)
                            .toList(),
                    said.getOrDefault(person.id(), PatientNews.News.NONE)));
        }
        rows.sort(Comparator.comparing(Row::news, PatientNews.News.BY_WEIGHT)
                .thenComparing(Comparator.comparingInt(Row::waiting).reversed())
                .thenComparing(row -> row.person().name()));
        model.addAttribute("nav", "patients");
        model.addAttribute("rows", rows);
        model.addAttribute("say", new PlanSay(me.loadUnit()));
        return "patients";
    }
}

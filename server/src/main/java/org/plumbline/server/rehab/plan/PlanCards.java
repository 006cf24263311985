package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.PlannedWork;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What is prescribed for today and what is left out for now, on a person's first page. */
@Component
class PlanCards implements TodayCard.Source {
    private static final int LEFT_OUT = 100;
    private static final int ORDER = 150;

    private final ServerPurpose purpose;
    private final AdherenceReading adherence;
    private final Restrictions restrictions;
    private final Days days;

    PlanCards(ServerPurpose purpose, AdherenceReading adherence, Restrictions restrictions, Days days) {
        this.restrictions = restrictions;
        this.purpose = purpose;
        this.adherence = adherence;
        this.days = days;
    }

    @Override
    public List<TodayCard> cards(Person person, Instant now) {
        if (!purpose.clinic()) {
            return List.of();
        }
        List<TodayCard> cards = new ArrayList<>();
        List<Restriction> leftOut = restrictions.on(person.id(), days.today());
        if (!leftOut.isEmpty()) {
            cards.add(new TodayCard(
                    LEFT_OUT,
                    Words.say("plan.restrictions.yours"),
                    leftOut.stream().map(PlanWords::leftOut).collect(Collectors.joining(" · ")),
                    "/plan",
                    Words.say("plan.card.link")));
        }
        List<Adherence.Line> lines = adherence.thisWeek(person).lines().stream()
                .filter(line -> line.prescription().isOn(days.today()))
                .toList();
        if (lines.isEmpty()) {
            return cards;
        }
        String text = lines.stream()
                .map(line -> FormWords.exercise(line.prescription().work().exercise()) + " "
                        + PlanWords.dose(line.prescription().work()) + done(line))
                .collect(Collectors.joining(" · "));
        cards.add(new TodayCard(ORDER, Words.say("plan.card.title"), text, "/plan", Words.say("plan.card.link")));
        return cards;
    }

    private String done(Adherence.Line line) {
        PlannedWork.ThisWeek week = line.thisWeek(days.today());
        return !week.isLeftToday()
                ? ": "
                        + Words.say(
                                week.isDone() ? "start.plan.done" : "start.plan.done.today",
                                week.daysDone(),
                                week.days())
                : " (" + PlanWords.daysDone(line) + ")";
    }
}

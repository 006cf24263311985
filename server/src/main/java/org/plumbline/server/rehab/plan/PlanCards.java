package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What is prescribed for today, on a person's first page. */
@Component
class PlanCards implements TodayCard.Source {
    private static final int ORDER = 100;

    private final ServerPurpose purpose;
    private final AdherenceReading adherence;
    private final Days days;

    PlanCards(ServerPurpose purpose, AdherenceReading adherence, Days days) {
        this.purpose = purpose;
        this.adherence = adherence;
        this.days = days;
    }

    @Override
    public List<TodayCard> cards(Person person, Instant now) {
        if (!purpose.clinic()) {
            return List.of();
        }
        List<Adherence.Line> lines = adherence.thisWeek(person).lines().stream()
                .filter(line -> line.prescription().isOn(days.today()))
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        String text = lines.stream()
                .map(line -> FormWords.exercise(line.prescription().work().exercise()) + " "
                        + PlanWords.dose(line.prescription().work()) + " ("
                        + Words.say(
                                "plan.days.done",
                                line.daysDone(),
                                PlanWords.frequency(line.prescription().work()))
                        + ")")
                .collect(Collectors.joining(" · "));
        return List.of(new TodayCard(ORDER, Words.say("plan.card.title"), text, "/plan", Words.say("plan.card.link")));
    }
}
